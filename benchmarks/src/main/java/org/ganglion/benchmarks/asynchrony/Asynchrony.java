package org.ganglion.benchmarks.asynchrony;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.network.Experiment;
import org.ganglion.network.RunSettings;

/**
 * Runs a network with areas, one group each, without and with a barrier, while batches of spikes are late or groups are held
 * back at random, and says how long it takes. All runs must have the spikes of an undisturbed one; the program ends with an
 * error otherwise.
 *
 * <p>All settings take turns in one process, for a short stretch of model time each, round by round, so that what changes on
 * the machine meets all alike. What can be hidden is the slack: the wall time that the undisturbed run takes for the smallest
 * delay between two areas. In each window of that delay one group in eight is held back on average.
 *
 * <p>Arguments: number of rounds; file for the table (docs/images/asynchrony.csv); number of groups (8, one an area).
 */
public final class Asynchrony implements AutoCloseable {
    static final String FREE = "free";
    static final String BARRIER = "barrier";
    static final String ACTORS = "actors";

    private static final double[] LATENCIES_MS = {0.5, 1, 1.5, 2, 3, 4, 6};
    private static final double[] HOLDS_MS = {1, 2, 4, 8, 16};
    private static final double PROBABILITY = 1.0 / 8;
    private static final long DURATION_MS = 10_000_000; // longer than any measurement

    /** One row of the table: a way to run under a disturbance. */
    record Row(String way, Disturbance disturbance) {}

    private final Lengths lengths;
    private final Reference reference;
    private final Reference actors;
    private final LateNetwork free;
    private final LateNetwork barrier;
    private final Map<Row, List<LateNetwork.Stretch>> found = new LinkedHashMap<>();

    /**
     * @param areas number of groups, each of an area of the network or of several
     * @param delayMs the smallest delay between two of them
     */
    Asynchrony(Experiment experiment, int areas, double delayMs, Lengths lengths)
            throws IOException, InterruptedException {
        RunSettings settings = experiment
                .settings()
                .withGroups(areas)
                .withThreads(2)
                .withWarmUpMs(0)
                .withDurationMs(DURATION_MS);
        Experiment without = new Experiment(experiment.network(), settings.withBarrier(false));
        Experiment with = new Experiment(experiment.network(), settings.withBarrier(true));
        Holds holds = new Holds(settings.seed(), (int) Math.round(delayMs / settings.dtMs()), PROBABILITY);
        this.lengths = lengths;
        this.reference = new Reference(without, lengths.grid());
        this.actors = new Reference(without, lengths.grid());
        this.free = LateNetwork.build(without, holds);
        this.barrier = LateNetwork.build(with, holds);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        Path table = Path.of(arguments.length > 1 ? arguments[1] : "docs/images/asynchrony.csv");
        Experiment experiment = ConfigReader.read(Path.of("examples/multi-area.yaml"), Overrides.NONE)
                .experiment();
        int groups = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8;
        try (Asynchrony measurement = new Asynchrony(experiment, groups, 5, Lengths.OF_A_MEASUREMENT)) {
            measurement.prepare(rounds);
            System.out.println("measuring");
            for (int r = 0; r < rounds; r++) {
                measurement.round();
                System.out.printf("round %d of %d%n", r + 1, rounds);
                Files.write(table, measurement.table());
            }
            measurement.table().forEach(System.out::println);
        }
    }

    /** Warms up, and runs the reference as far as some rounds will go. */
    void prepare(int rounds) throws IOException, InterruptedException {
        int stretches = 1 + LATENCIES_MS.length + HOLDS_MS.length;
        reference.run(2 * lengths.warmUp() + rounds * stretches * lengths.free());
        actors.runOn(lengths.warmUp());
        run(FREE, free, lengths.warmUp(), Disturbance.NONE);
        run(BARRIER, barrier, lengths.jitter(), new Disturbance(0.1, 0.1));
        run(FREE, free, lengths.free(), new Disturbance(0.1, 0.1));
    }

    private LateNetwork.Stretch run(String way, LateNetwork network, int points, Disturbance disturbance)
            throws IOException, InterruptedException {
        LateNetwork.Stretch stretch = network.run(points * lengths.grid(), disturbance);
        reference.require(way + " under " + disturbance, network.step(), stretch.spikeHash());
        return stretch;
    }

    /** Runs each setting once. */
    void round() throws IOException, InterruptedException {
        double rtf = actors.runOn(lengths.free());
        reference.require(ACTORS, actors.step(), actors.spikeHash());
        add(new Row(ACTORS, Disturbance.NONE), new LateNetwork.Stretch(rtf, actors.spikeHash(), 0, 0, 0, 0));
        for (Disturbance d : disturbances()) {
            add(new Row(FREE, d), run(FREE, free, lengths.free(), d));
            add(new Row(BARRIER, d), run(BARRIER, barrier, lengths.withBarrier(d), d));
        }
    }

    private void add(Row row, LateNetwork.Stretch stretch) {
        found.computeIfAbsent(row, r -> new ArrayList<>()).add(stretch);
    }

    private static List<Disturbance> disturbances() {
        List<Disturbance> all = new ArrayList<>();
        all.add(Disturbance.NONE);
        for (double ms : LATENCIES_MS) {
            all.add(new Disturbance(ms, 0));
        }
        for (double ms : HOLDS_MS) {
            all.add(new Disturbance(0, ms));
        }
        return all;
    }

    /** What was measured so far, by row and round. */
    Map<Row, List<LateNetwork.Stretch>> found() {
        return found;
    }

    /** Medians of the rounds, with the smallest and the largest real-time factor: lines of a CSV file. */
    List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "way,latency_ms,hold_ms,latency_measured_ms,hold_measured_ms,carried,holds,rounds,rtf_median,rtf_min,rtf_max");
        found.forEach((row, stretches) -> lines.add(String.format(
                Locale.ROOT,
                "%s,%.3f,%.3f,%.3f,%.3f,%.0f,%.0f,%d,%.4f,%.4f,%.4f",
                row.way(),
                row.disturbance().latencyMs(),
                row.disturbance().holdMs(),
                quantile(stretches, 0.5, LateNetwork.Stretch::latencyMs),
                quantile(stretches, 0.5, LateNetwork.Stretch::holdMs),
                quantile(stretches, 0.5, LateNetwork.Stretch::carried),
                quantile(stretches, 0.5, LateNetwork.Stretch::holds),
                stretches.size(),
                quantile(stretches, 0.5, LateNetwork.Stretch::rtf),
                quantile(stretches, 0, LateNetwork.Stretch::rtf),
                quantile(stretches, 1, LateNetwork.Stretch::rtf))));
        return lines;
    }

    private static double quantile(
            List<LateNetwork.Stretch> stretches, double q, ToDoubleFunction<LateNetwork.Stretch> value) {
        double[] sorted = stretches.stream().mapToDouble(value).sorted().toArray();
        double at = q * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    @Override
    public void close() {
        reference.close();
        actors.close();
        free.close();
        barrier.close();
    }
}
