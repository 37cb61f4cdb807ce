package org.ganglion.simulator.group;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.Outcome;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.RunSummary;
import org.ganglion.simulator.SpikeList;
import org.ganglion.simulator.link.Outbox;
import org.ganglion.simulator.link.SpikeBatch;
import org.ganglion.simulator.link.WindowReport;

/** Drives groups by hand: messages wait in a pool and are delivered in random order, late, and some of them twice. */
final class ShuffledDriver {
    private final List<NeuronGroup> groups;
    private final Random random;
    private final UnaryOperator<SpikeBatch> network;
    private final List<Runnable> pool = new ArrayList<>();
    private final List<SpikeBatch> published = new ArrayList<>();
    private final SortedMap<Long, List<Long>> windows = new TreeMap<>(); // end: spikes of all groups, by population

    /** Thrown where nothing is on its way, no group can go on, and the end is not reached. */
    static final class Stuck extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stuck(long step) {
            super("nobody can go on at step " + step);
        }
    }

    /** @param network what happens to a batch on its way; it may return {@link #LOST} */
    ShuffledDriver(List<NeuronGroup> groups, long seed, UnaryOperator<SpikeBatch> network) {
        this.groups = groups;
        this.random = new Random(seed);
        this.network = network;
    }

    /** A batch that never arrives. */
    static final SpikeBatch LOST = new SpikeBatch(-1, 0, new int[0], new int[0]);

    void runTo(long end) throws IOException {
        groups.forEach(g -> g.runTo(end));
        while (groups.stream().anyMatch(g -> g.time() < end)) {
            long before = groups.stream().mapToLong(NeuronGroup::time).sum();
            boolean quiet = pool.isEmpty();
            for (int i = 0; i < groups.size(); i++) {
                groups.get(random.nextInt(groups.size())).advance(1 + random.nextInt(40), outbox);
                deliverSome();
            }
            if (quiet && before == groups.stream().mapToLong(NeuronGroup::time).sum()) {
                for (NeuronGroup group : groups) {
                    group.advance(1, outbox);
                }
                if (pool.isEmpty()
                        && before
                                == groups.stream().mapToLong(NeuronGroup::time).sum()) {
                    throw new Stuck(
                            groups.stream().mapToLong(NeuronGroup::time).min().orElse(0));
                }
            }
        }
    }

    private void deliverSome() {
        int most = random.nextInt(5);
        for (int i = 0; i < most && !pool.isEmpty(); i++) {
            int chosen = random.nextInt(pool.size());
            pool.get(chosen).run();
            if (random.nextInt(4) > 0) {
                pool.set(chosen, pool.getLast());
                pool.removeLast();
            }
        }
    }

    /** All batches that the groups published, in the order in which each did. */
    List<SpikeBatch> published() {
        return published;
    }

    /** What the groups told of windows of time, added up: end, and spikes by population. */
    SortedMap<Long, List<Long>> windows() {
        return windows;
    }

    private final Outbox outbox = new Outbox() {
        @Override
        public void told(WindowReport report) {
            windows.merge(report.end(), Arrays.stream(report.spikes()).boxed().toList(), ShuffledDriver::sum);
        }

        @Override
        public void published(SpikeBatch batch) {
            published.add(batch);
        }

        @Override
        public void send(int reader, SpikeBatch batch) {
            SpikeBatch arrives = network.apply(batch);
            if (arrives.sender() != LOST.sender()) {
                pool.add(() -> groups.get(reader).accept(arrives));
            }
        }

        @Override
        public void acknowledge(int sender, int reader, long step) {
            pool.add(() -> groups.get(sender).readerReached(reader, step));
        }
    };

    private static List<Long> sum(List<Long> a, List<Long> b) {
        return IntStream.range(0, a.size()).mapToObj(p -> a.get(p) + b.get(p)).toList();
    }

    /** Builds and runs a network in shuffled order. */
    static Outcome run(Experiment experiment, int groups, long seed) throws IOException, InterruptedException {
        SpikeList list = new SpikeList();
        BuiltNetwork built = BuiltNetwork.build(experiment, groups, 1, list);
        long end = experiment.settings().endStep();
        new ShuffledDriver(built.groups(), seed, UnaryOperator.identity()).runTo(end);
        return outcome(built, end, list);
    }

    static Outcome outcome(BuiltNetwork built, long end, SpikeList list) {
        RunSummary summary = Summaries.of(built, new WallClock(0, () -> 0), end, false, 1);
        return Outcome.of(summary, list);
    }

    /** Builds and runs a network in the plain loop. */
    static Outcome plain(Experiment experiment, int groups) throws IOException, InterruptedException {
        SpikeList list = new SpikeList();
        try (PlainSimulation simulation = PlainSimulation.build(experiment, groups, list)) {
            simulation.runTo(experiment.settings().endStep());
            return Outcome.of(simulation, list);
        }
    }

    /** Runs a network in the plain loop and keeps nothing. */
    static RunSummary summary(Experiment experiment, int groups, Recording recording)
            throws IOException, InterruptedException {
        try (PlainSimulation simulation = PlainSimulation.build(experiment, groups, recording)) {
            simulation.runTo(experiment.settings().endStep());
            return simulation.summary();
        }
    }
}
