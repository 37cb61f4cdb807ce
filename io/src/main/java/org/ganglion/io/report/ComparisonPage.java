package org.ganglion.io.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.ganglion.io.analysis.Activity;
import org.ganglion.io.analysis.FinishedRun;
import org.ganglion.io.analysis.RunAnalysis;
import org.ganglion.io.figure.ActivityCharts;
import org.ganglion.io.figure.drawing.Ink;

/** The page that compares several runs. */
final class ComparisonPage {
    private static final int MOST_SETTINGS = 200;
    private static final List<Color> COLOURS = List.of(
            new Color(0x0072b2),
            new Color(0xd55e00),
            new Color(0x009e73),
            new Color(0xcc79a7),
            new Color(0xe69f00),
            new Color(0x3fa3dc),
            new Color(0x8a6fb0),
            new Color(0x8c8c8c));

    private final List<RunAnalysis> runs;
    private final List<String> names;
    private final Html page;

    private ComparisonPage(List<RunAnalysis> runs) {
        this.runs = runs;
        this.names = names(runs);
        this.page = new Html("Comparison of " + runs.size() + " runs \u2013 Ganglion");
    }

    /** The page as HTML text that needs no other file. */
    static String of(List<RunAnalysis> runs) {
        ComparisonPage page = new ComparisonPage(runs);
        page.page.title("Comparison of " + runs.size() + " runs");
        page.hashes();
        page.settings();
        page.populations();
        page.charts();
        page.timings();
        return page.page.page();
    }

    /** Names of the folders; their whole paths where two are called alike. */
    private static List<String> names(List<RunAnalysis> runs) {
        List<String> last = runs.stream()
                .map(run -> String.valueOf(
                        run.run().folder().toAbsolutePath().normalize().getFileName()))
                .toList();
        return Set.copyOf(last).size() == last.size()
                ? last
                : runs.stream().map(run -> run.run().folder().toString()).toList();
    }

    private List<String> header(String first) {
        List<String> header = new ArrayList<>(List.of(first));
        header.addAll(names);
        return header;
    }

    private List<String> row(String name, Function<FinishedRun, String> value) {
        List<String> row = new ArrayList<>(List.of(name));
        runs.forEach(run -> row.add(value.apply(run.run())));
        return row;
    }

    private boolean same(Function<FinishedRun, String> value) {
        return runs.stream().map(run -> value.apply(run.run())).distinct().count() == 1;
    }

    private void hashes() {
        page.heading("Results");
        for (int i = 0; i < runs.size(); i++) {
            FinishedRun run = runs.get(i).run();
            if (run.partial()) {
                page.warning(names.get(i) + " is partial: it was stopped at "
                        + Cells.number(run.window().endMs()) + " ms.");
            }
        }
        boolean spikes = same(run -> run.text("spike_hash"));
        boolean state = same(run -> run.text("state_hash"));
        page.paragraph(
                spikes && state
                        ? "All runs gave the same spikes and the same state at the end, to the bit."
                        : spikes
                                ? "All runs gave the same spikes, but not the same state at the end."
                                : "The runs did not all give the same spikes.");
        page.table(
                "Hashes and counts",
                header(""),
                List.of(
                        row("network", run -> run.experiment().network().name()),
                        row("Ganglion", run -> run.text("ganglion")),
                        row("spike hash", run -> run.text("spike_hash")),
                        row("state hash", run -> run.text("state_hash")),
                        row("network hash, beginning", run -> Cells.beginning(run.text("network_hash"))),
                        row("neurons", run -> Cells.number(run.number("neurons"))),
                        row("synapses", run -> Cells.number(run.number("synapses"))),
                        row("spikes", run -> Cells.number(run.number("spikes")))),
                1);
    }

    private void settings() {
        page.heading("Settings that differ");
        List<Map<String, String>> all =
                runs.stream().map(run -> run.run().settings()).toList();
        Set<String> keys = new LinkedHashSet<>();
        all.forEach(settings -> keys.addAll(settings.keySet()));
        List<List<String>> rows = new ArrayList<>();
        for (String key : keys) {
            List<String> values =
                    all.stream().map(of -> of.getOrDefault(key, "\u2013")).toList();
            if (values.stream().distinct().count() > 1) {
                List<String> row = new ArrayList<>(List.of(key));
                List<String> brief = values.stream().map(Cells::brief).toList();
                row.addAll(
                        brief.stream().distinct().count()
                                        == values.stream().distinct().count()
                                ? brief
                                : values);
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            page.paragraph("None.");
            return;
        }
        int shown = Math.min(MOST_SETTINGS, rows.size());
        page.table(
                shown < rows.size() ? "The first " + shown + " of " + rows.size() : "With all expressions worked out",
                header("setting"),
                rows.subList(0, shown),
                1);
    }

    private Set<String> populationNames() {
        Set<String> found = new LinkedHashSet<>();
        runs.forEach(run -> run.run().populations().forEach(facts -> found.add(facts.name())));
        return found;
    }

    private void populations() {
        page.heading("Populations");
        numbers("Rate (Hz)", FinishedRun.PopulationFacts::rateHz);
        numbers("CV of intervals", FinishedRun.PopulationFacts::cv);
        recorded("Synchrony (variance over mean of the spike count in 3 ms)", Activity::synchrony);
        recorded("Mean correlation of pairs", Activity::correlation);
    }

    private void numbers(String caption, ToDoubleFunction<FinishedRun.PopulationFacts> value) {
        List<Map<String, FinishedRun.PopulationFacts>> facts = new ArrayList<>();
        for (RunAnalysis run : runs) {
            Map<String, FinishedRun.PopulationFacts> byName = new HashMap<>();
            run.run().populations().forEach(population -> byName.put(population.name(), population));
            facts.add(byName);
        }
        List<List<String>> rows = new ArrayList<>();
        for (String name : populationNames()) {
            List<String> row = new ArrayList<>(List.of(name));
            facts.forEach(byName -> row.add(
                    Cells.number(byName.containsKey(name) ? value.applyAsDouble(byName.get(name)) : Double.NaN)));
            rows.add(row);
        }
        page.table(caption, header("population"), rows, 1);
    }

    private void recorded(String caption, ToDoubleFunction<Activity> value) {
        List<List<String>> rows = new ArrayList<>();
        for (String name : populationNames()) {
            List<String> row = new ArrayList<>(List.of(name));
            runs.forEach(run ->
                    row.add(Cells.number(run.of(name).map(value::applyAsDouble).orElse(Double.NaN))));
            rows.add(row);
        }
        page.table(caption, header("population"), rows, 1);
    }

    private void charts() {
        for (String name : populationNames()) {
            List<ActivityCharts.Line> lines = new ArrayList<>();
            for (int i = 0; i < runs.size(); i++) {
                Optional<Activity> activity = runs.get(i).of(name);
                if (activity.isPresent()) {
                    Ink ink = Ink.of(COLOURS.get(i % COLOURS.size()));
                    lines.add(new ActivityCharts.Line(names.get(i), ink, activity.get()));
                }
            }
            if (!lines.isEmpty()) {
                ActivityCharts charts = new ActivityCharts(lines, name);
                page.subheading(name);
                page.figures(
                        List.of(
                                charts.ratesOverTime(),
                                charts.rates(),
                                charts.intervals(),
                                charts.cvs(),
                                charts.spectra(),
                                charts.correlations()),
                        "The same figures as in the report on a single run, one line for each run.");
            }
        }
    }

    private void timings() {
        page.heading("Timings");
        page.table(
                "Where the wall time went",
                header("part"),
                List.of(
                        row("building the network", run -> Cells.seconds(run.number("build_seconds"))),
                        row("warm-up", run -> Cells.seconds(run.number("warm_up_seconds"))),
                        row("simulation", run -> Cells.seconds(run.number("wall_seconds"))),
                        row("real-time factor", run -> Cells.number(run.number("real_time_factor"))),
                        row("groups", run -> run.text("simulation", "groups")),
                        row("threads", run -> run.text("simulation", "threads")),
                        row("memory at most", run -> Cells.bytes(run.number("machine", "memory_peak_bytes"))),
                        row("system", run -> run.text("machine", "system"))),
                1);
    }
}
