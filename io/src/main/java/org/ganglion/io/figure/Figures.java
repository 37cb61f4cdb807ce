package org.ganglion.io.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ganglion.io.analysis.Activity;
import org.ganglion.io.analysis.FinishedRun;
import org.ganglion.io.analysis.RunAnalysis;
import org.ganglion.io.analysis.StepWindow;
import org.ganglion.io.analysis.Traces;
import org.ganglion.io.analysis.WeightCourse;
import org.ganglion.io.figure.drawing.Figure;
import org.ganglion.io.record.RunRecording;

/** The figures of a run. */
public final class Figures {
    private final RunAnalysis analysis;
    private final List<Activity> activities;
    private final PopulationInks inks;

    /** @param populations of which something is shown */
    public Figures(RunAnalysis analysis, Set<String> populations) {
        this.analysis = analysis;
        this.inks = new PopulationInks(analysis.run().experiment());
        this.activities = analysis.activities().stream()
                .filter(activity -> populations.contains(activity.population()))
                .toList();
    }

    /** Figures of all populations. */
    public Figures(RunAnalysis analysis) {
        this(
                analysis,
                Set.copyOf(
                        analysis.activities().stream().map(Activity::population).toList()));
    }

    public PopulationInks inks() {
        return inks;
    }

    /** All figures of a kind; an empty list where nothing was recorded for it. */
    public List<Figure> of(FigureKind kind) {
        FinishedRun run = analysis.run();
        return switch (kind) {
            case NETWORK -> List.of(NetworkFigure.of(run.experiment(), inks));
            case WEIGHTS -> weights(run, analysis.window());
            case VOLTAGES ->
                Traces.read(run.folder().resolve(RunRecording.STATES), analysis.window()).stream()
                        .map(traces -> TraceFigure.of(traces, inks))
                        .toList();
            case RASTER, RATES, ISI, CV, SPECTRUM, CORRELATIONS -> activities.isEmpty() ? List.of() : activity(kind);
        };
    }

    private List<Figure> activity(FigureKind kind) {
        ActivityCharts charts = new ActivityCharts(
                activities.stream()
                        .map(a -> new ActivityCharts.Line(a.population(), inks.of(a.population()), a))
                        .toList(),
                "");
        return switch (kind) {
            case RASTER -> List.of(RasterFigure.of(activities, inks, analysis.window()));
            case RATES -> List.of(charts.ratesOverTime(), charts.rates());
            case ISI -> List.of(charts.intervals());
            case CV -> List.of(charts.cvs());
            case SPECTRUM -> List.of(charts.spectra());
            case CORRELATIONS -> List.of(charts.correlations());
            case NETWORK, WEIGHTS, VOLTAGES -> List.of();
        };
    }

    private static List<Figure> weights(FinishedRun run, StepWindow part) {
        List<Figure> figures = new ArrayList<>();
        for (WeightCourse course : WeightCourse.read(run.folder().resolve(RunRecording.WEIGHTS), part)) {
            figures.addAll(WeightCharts.overTime(course));
            figures.add(WeightCharts.distribution(course));
        }
        return figures;
    }
}
