package org.ganglion.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ganglion.io.analysis.Activity;
import org.ganglion.io.analysis.FinishedRun;
import org.ganglion.io.analysis.RunAnalysis;
import org.ganglion.io.config.ConfigWriter;
import org.ganglion.io.figure.FigureKind;
import org.ganglion.io.figure.Figures;
import org.ganglion.io.figure.Links;
import org.ganglion.io.figure.drawing.Figure;

/** The page that tells of one run. */
final class ReportPage {
    private static final int MOST_LINKS = 300;
    private static final int MOST_ROWS = 16; // longer tables are folded
    private static final int LONGEST_CONFIG = 200_000;
    private static final Set<String> UNTOLD = Set.of("type", "to"); // they have columns of their own
    private static final Set<Value> OF_COURSE = Set.of(new Value("neurons", "all"), new Value("start", "0 ms"));
    private static final String NO_SPIKES =
            "No spikes were recorded, so there is nothing to be shown here. A recorder of type spikes records them.";

    private final RunAnalysis analysis;
    private final FinishedRun run;
    private final Figures figures;
    private final Html page;

    private ReportPage(RunAnalysis analysis) {
        this.analysis = analysis;
        this.run = analysis.run();
        this.figures = new Figures(analysis);
        this.page = new Html(run.experiment().network().name() + " \u2013 Ganglion");
    }

    /** The page as HTML text that needs no other file. */
    static String of(RunAnalysis analysis) {
        ReportPage page = new ReportPage(analysis);
        page.head();
        page.network();
        page.activity();
        page.recorded();
        page.timings();
        page.settings();
        page.repeat();
        return page.page.page();
    }

    private void head() {
        page.title(run.experiment().network().name());
        if (!run.config().description().isBlank()) {
            page.paragraph(run.config().description());
        }
        double endMs = analysis.run().window().endMs();
        if (run.partial()) {
            double wanted = run.experiment().settings().endStep()
                    * run.experiment().settings().dtMs();
            page.warning("This run is partial: it was stopped at " + Cells.number(endMs) + " ms of "
                    + Cells.number(wanted) + " ms. All that follows is of the part that was simulated.");
        }
        run.losses().forEach(page::warning);
        page.paragraph(Cells.number(run.number("neurons")) + " neurons, " + Cells.number(run.number("synapses"))
                + " synapses, " + Cells.number(run.number("spikes")) + " spikes in "
                + Cells.number(run.window().seconds() * 1000) + " ms of model time"
                + (run.window().first() > 0
                        ? " after a warm-up of " + Cells.number(run.window().firstMs()) + " ms"
                        : "")
                + ". Ganglion " + run.text("ganglion") + ", ended " + Cells.moment(run.text("machine", "ended")) + ".");
    }

    private void network() {
        page.heading("Network");
        page.figures(
                figures.of(FigureKind.NETWORK),
                "Populations, the larger the more neurons (volume in proportion), and what connects them: lines that end"
                        + " in an arrowhead excite, those that end in a disc inhibit, and are the thicker the more synapses"
                        + " there are. Pointing at one shows its numbers.");
        List<List<String>> rows = new ArrayList<>();
        List<Links.Link> links = Links.of(run.experiment());
        for (Links.Link link : links.subList(0, Math.min(MOST_LINKS, links.size()))) {
            rows.add(List.of(
                    link.name(),
                    link.source() + " \u2192 " + link.target(),
                    link.rule(),
                    link.synapse(),
                    link.weight(),
                    link.delay(),
                    Links.count(link.synapses())));
        }
        String caption = "Projections; numbers of synapses are those expected from the rule"
                + (links.size() > MOST_LINKS ? "; the first " + MOST_LINKS + " of " + links.size() : "");
        List<String> header = List.of("projection", "from, to", "rule", "synapse", "weight", "delay", "synapses");
        if (rows.size() > MOST_ROWS) {
            page.foldedTable(caption, header, rows, 6);
        } else if (!rows.isEmpty()) {
            page.table(caption, header, rows, 6);
        }
        stimuli();
    }

    private void stimuli() {
        Map<String, String> settings = run.settings();
        List<List<String>> rows = run.experiment().network().stimuli().stream()
                .map(s -> List.of(
                        s.name(),
                        s.target(),
                        s.getClass().getSimpleName(),
                        values(settings, "stimuli." + s.name() + ".")))
                .limit(MOST_LINKS)
                .toList();
        if (!rows.isEmpty()) {
            page.table("Stimuli", List.of("stimulus", "to", "kind", "values"), rows, 4);
        }
    }

    /** Settings below a path that are single values and no matter of course. */
    private static String values(Map<String, String> settings, String path) {
        return settings.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(path))
                .map(entry -> new Value(entry.getKey().substring(path.length()), Cells.brief(entry.getValue())))
                .filter(value -> !value.key().contains("[") && !UNTOLD.contains(value.key()))
                .filter(value -> !OF_COURSE.contains(value))
                .map(value -> value.key() + " " + value.text())
                .collect(Collectors.joining(", "));
    }

    /** One setting. */
    private record Value(String key, String text) {}

    private void activity() {
        page.heading("Spikes");
        populations();
        if (analysis.activities().isEmpty()) {
            page.paragraph(NO_SPIKES);
            return;
        }
        page.figures(
                figures.of(FigureKind.RASTER),
                "Spikes of neurons that are spread evenly over each population: a row for each, a mark for each spike.");
        page.heading("Rates");
        page.figures(
                figures.of(FigureKind.RATES),
                "Left: spikes per neuron and second of each population over time. Right: how the rates of single neurons"
                        + " are distributed.");
        page.heading("Intervals and irregularity");
        List<Figure> intervals = new ArrayList<>(figures.of(FigureKind.ISI));
        intervals.addAll(figures.of(FigureKind.CV));
        page.figures(
                intervals,
                "Left: intervals between successive spikes of a neuron, up to the length that 99 of 100 do not exceed."
                        + " Right: their coefficient of variation (standard deviation over mean) for each neuron with at"
                        + " least 10 spikes: 0 for a clock, 1 for a Poisson process (Softky & Koch 1993,"
                        + " doi:10.1523/JNEUROSCI.13-01-00334.1993).");
        page.heading("Spectrum");
        page.figures(
                figures.of(FigureKind.SPECTRUM),
                "One-sided power spectrum of the rate of each population, in bins of "
                        + Cells.number(analysis.activities().getFirst().binMs())
                        + " ms, by Welch's method (segments of at most 1,024 bins that overlap by half, Hann window; Welch"
                        + " 1967, doi:10.1109/TAU.1967.1161901).");
        page.heading("Correlations");
        page.figures(
                figures.of(FigureKind.CORRELATIONS),
                "Pearson's coefficient of correlation of the spike counts, in bins of 2 ms, of each pair among at most 200"
                        + " neurons of a population; silent ones are left out.");
    }

    private void populations() {
        List<List<String>> rows = new ArrayList<>();
        for (FinishedRun.PopulationFacts facts : run.populations()) {
            Activity activity = analysis.of(facts.name()).orElse(null);
            rows.add(List.of(
                    facts.name(),
                    Cells.number(facts.neurons()),
                    Cells.number(facts.spikes()),
                    Cells.number(facts.rateHz()),
                    Cells.number(facts.cv()),
                    Cells.number(activity == null ? Double.NaN : activity.synchrony()),
                    Cells.number(activity == null ? Double.NaN : activity.correlation()),
                    Cells.number(activity == null ? 0 : activity.neurons())));
        }
        page.table(
                "Populations. Rate and CV are of all neurons; synchrony is the variance of the spike count in 3 ms over its"
                        + " mean (Potjans & Diesmann 2014, doi:10.1093/cercor/bhs358), and correlation the mean over pairs,"
                        + " both of recorded neurons",
                List.of(
                        "population",
                        "neurons",
                        "spikes",
                        "rate (Hz)",
                        "CV of intervals",
                        "synchrony",
                        "correlation",
                        "recorded"),
                rows,
                1);
    }

    private void recorded() {
        List<Figure> weights = figures.of(FigureKind.WEIGHTS);
        if (!weights.isEmpty()) {
            page.heading("Weights");
            page.figures(
                    weights, "Weights of recorded synapses, of at most 5,000 of each recorder and at most 200 times.");
        }
        List<Figure> traces = figures.of(FigureKind.VOLTAGES);
        if (!traces.isEmpty()) {
            page.heading("State variables");
            page.figures(
                    traces,
                    "Of each variable that was recorded, up to 5 neurons and 2,000 samples from the beginning on.");
        }
    }

    private void timings() {
        page.heading("Timings");
        page.table(
                "Where the wall time went",
                List.of("part", "time"),
                List.of(
                        List.of("building the network", Cells.seconds(run.number("build_seconds"))),
                        List.of("warm-up", Cells.seconds(run.number("warm_up_seconds"))),
                        List.of("simulation", Cells.seconds(run.number("wall_seconds"))),
                        List.of("model time simulated", Cells.seconds(run.number("model_seconds"))),
                        List.of("real-time factor", Cells.number(run.number("real_time_factor"))),
                        List.of("synaptic events", Cells.number(run.number("synaptic_events"))),
                        List.of("memory at most", Cells.bytes(run.number("machine", "memory_peak_bytes")))),
                1);
    }

    private void settings() {
        page.heading("Settings");
        page.table(
                "How it was run",
                List.of("setting", "value"),
                List.of(
                        List.of("step", run.text("simulation", "dt_ms") + " ms"),
                        List.of("duration", run.text("simulation", "duration_ms") + " ms"),
                        List.of("warm-up", run.text("simulation", "warm_up_ms") + " ms"),
                        List.of("seed", run.text("simulation", "seed")),
                        List.of("groups", run.text("simulation", "groups")),
                        List.of("threads", run.text("simulation", "threads")),
                        List.of("Java", run.text("machine", "java")),
                        List.of("system", run.text("machine", "system")),
                        List.of("processors", run.text("machine", "processors"))),
                1);
        String config = ConfigWriter.toJson(run.config());
        if (config.length() <= LONGEST_CONFIG) {
            page.folded("The whole description, with all expressions worked out", config);
        } else {
            page.paragraph("The whole description is in run.json, under config.");
        }
    }

    private void repeat() {
        page.heading("Repeating this run");
        page.table(
                "What comes of it is the same to the bit if these are",
                List.of("hash", "value"),
                List.of(
                        List.of("spikes", run.text("spike_hash")),
                        List.of("state at the end", run.text("state_hash")),
                        List.of("network", run.text("network_hash"))),
                2);
        page.paragraph("run.json in the folder of this run holds all that is needed:");
        page.command("ganglion run " + run.folder().resolve("run.json") + " --output again");
        if (!run.files().isEmpty()) {
            page.paragraph("Files of this run: " + String.join(", ", run.files()) + ".");
        }
    }
}
