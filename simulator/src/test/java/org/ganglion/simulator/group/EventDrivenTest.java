package org.ganglion.simulator.group;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.Projection;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Normal;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.random.Redrawn;
import org.ganglion.network.random.Squares;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.wiring.SynapticValue;
import org.ganglion.simulator.Outcome;
import org.ganglion.simulator.SpikeList;
import org.ganglion.simulator.link.SpikeBatch;
import org.ganglion.simulator.plan.NetworkPlan;
import org.junit.jupiter.api.Test;

/** Event-driven cells in the engine give the spikes of a queue of events, worked off one time after the other. */
class EventDrivenTest {
    private static final int FIBRES = 60;
    private static final int CELLS = 100;
    private static final double TAU_MS = 8;
    private static final long REFRACTORY = 2_000;
    private static final RunSettings SETTINGS =
            RunSettings.DEFAULT.withSeed(3).withWarmUpMs(5).withDurationMs(195);

    private static Experiment circuit() {
        NetworkBuilder builder = NetworkBuilder.named("events")
                .population("fibres", FIBRES, "parrot_neuron")
                .population(
                        "cells", CELLS, "IntFire1", p -> p.set("tau", TAU_MS).set("refrac", REFRACTORY * 1e-3))
                .project(
                        "fibres",
                        "cells",
                        new FixedIndegree(12, true, true),
                        weight(new Uniform(0.2, 0.7)),
                        delayMs(new Uniform(0.5, 4)))
                .project(
                        "cells",
                        "cells",
                        new FixedIndegree(8, true, true),
                        weight(new Normal(0.05, 0.2)),
                        delayMs(new Redrawn(new Normal(2, 1), 0.001, 10)));
        for (int i = 0; i < FIBRES; i++) {
            builder = builder.stimulate(
                    new Stimulus.SpikeTrain("train" + i, "fibres", new Selection.Listed(List.of(i)), timesMs(i), 1, 0));
        }
        return builder.recordSpikes("fibres").recordSpikes("cells").simulate(SETTINGS);
    }

    /** Irregular times on the grid of 0.001 ms, some of them twice. */
    private static List<Double> timesMs(int fibre) {
        List<Double> times = new ArrayList<>();
        long tic = 1 + fibre * 37L;
        while (tic < 190_000) {
            times.add(tic / 1000.0);
            if (tic % 5 == 0) {
                times.add(tic / 1000.0);
            }
            tic += 3_000 + Long.remainderUnsigned(Keys.mix(tic + 1000L * fibre), 17_000);
        }
        return times;
    }

    /** An event: weight times onto a cell. */
    private record Event(int cell, double weight) {}

    /** All spikes after the warm-up, as {@link SpikeList} writes them, by a queue of events; no step, no unit. */
    private static long[] byQueue(Experiment experiment) {
        NetworkPlan plan = NetworkPlan.of(experiment, 1);
        TreeMap<Long, List<Event>> queue = new TreeMap<>();
        List<List<List<double[]>>> outgoing = List.of(outgoing(plan, 0, FIBRES), outgoing(plan, 1, CELLS));
        List<Long> spikes = new ArrayList<>();
        for (int i = 0; i < FIBRES; i++) {
            for (double ms : timesMs(i)) {
                emit(queue, outgoing.get(0).get(i), Math.round(ms * 1000));
                spikes.add(SpikeList.spike(Math.round(ms * 1000) - 1, i));
            }
        }
        double[] m = new double[CELLS];
        double[] since = new double[CELLS];
        while (!queue.isEmpty() && queue.firstKey() <= 200_000) {
            Map.Entry<Long, List<Event>> now = queue.pollFirstEntry();
            double[] sums = new double[CELLS];
            now.getValue().forEach(e -> sums[e.cell()] += e.weight());
            for (int c = 0; c < CELLS; c++) {
                long tic = now.getKey();
                if (sums[c] == 0 || tic < since[c]) {
                    continue;
                }
                m[c] = m[c] * Math.exp(-(tic - since[c]) * 1e-3 / TAU_MS) + sums[c];
                since[c] = tic;
                if (m[c] > 1) {
                    m[c] = 0;
                    since[c] = tic + REFRACTORY;
                    emit(queue, outgoing.get(1).get(c), tic);
                    spikes.add(SpikeList.spike(tic - 1, FIBRES + c));
                }
            }
        }
        return spikes.stream()
                .mapToLong(s -> s)
                .filter(s -> s >>> 32 >= 5_000)
                .sorted()
                .toArray();
    }

    private static void emit(Map<Long, List<Event>> queue, List<double[]> synapses, long tic) {
        for (double[] s : synapses) {
            queue.computeIfAbsent(tic + (long) s[1], k -> new ArrayList<>()).add(new Event((int) s[0], s[2]));
        }
    }

    /** Target, delay in tics and weight of each synapse, by source, of one projection. */
    private static List<List<double[]>> outgoing(NetworkPlan plan, int number, int sources) {
        List<List<double[]>> lists = new ArrayList<>();
        IntStream.range(0, sources).forEach(i -> lists.add(new ArrayList<>()));
        Projection projection = plan.experiment().network().projections().get(number);
        var wiring = plan.projections().get(number).wiring();
        long key = Keys.of(plan.experiment().settings().seed(), Purpose.WEIGHT_AND_DELAY, number);
        for (int t = 0; t < CELLS; t++) {
            int[] from = new int[wiring.inDegree(t)];
            wiring.sources(t, from);
            for (int i = 0; i < from.length; i++) {
                long bits = Squares.bits(key, (long) t << 32 | i);
                double delayMs = ((SynapticValue.Drawn) projection.delayMs())
                        .distribution()
                        .quantile(Squares.uniformLow(bits));
                double weight = ((SynapticValue.Drawn) projection.weight())
                        .distribution()
                        .quantile(Squares.uniformHigh(bits));
                lists.get(from[i]).add(new double[] {t, Math.floor(delayMs * 1000 + 0.5), weight});
            }
        }
        return lists;
    }

    @Test
    void spikesAreThoseOfAQueueOfEventsToTheTic() throws Exception {
        Experiment experiment = circuit();
        long[] expected = byQueue(experiment);
        long ofCells =
                java.util.Arrays.stream(expected).filter(s -> (int) s >= FIBRES).count();
        assertTrue(ofCells > 500, "too few spikes of cells: " + ofCells);
        assertArrayEquals(expected, ShuffledDriver.plain(experiment, 1).spikes());
    }

    @Test
    void spikesAreTheSameOnAnyGroupsInAnyOrder() throws Exception {
        Experiment experiment = circuit();
        Outcome expected = ShuffledDriver.plain(experiment, 1);
        for (int groups : new int[] {2, 3}) {
            expected.assertSame(ShuffledDriver.plain(experiment, groups), groups + " groups");
            expected.assertSame(ShuffledDriver.run(experiment, groups, groups), groups + " shuffled groups");
        }
    }

    /** Two weights of which the sum is 1 to the last bit do not fire the cell, and a hair more does. */
    @Test
    void weightsOfStimuliAreNotRounded() throws Exception {
        for (double more : new double[] {0, 1e-15}) {
            Experiment experiment = NetworkBuilder.named("edge")
                    .population("cell", 1, "IntFire1")
                    .stimulate(new Stimulus.SpikeTrain("a", "cell", Selection.ALL, List.of(1.0), 0.3, 0))
                    .stimulate(new Stimulus.SpikeTrain("b", "cell", Selection.ALL, List.of(1.0), 0.7 + more, 0))
                    .recordSpikes("cell")
                    .simulate(RunSettings.DEFAULT.withDurationMs(2));
            assertEquals(more > 0 ? 1 : 0, ShuffledDriver.plain(experiment, 1).spikes().length, "0.3 + 0.7 + " + more);
        }
    }

    @Test
    void aRunThatIsSavedWhileCellsAreRefractoryGoesOnTheSame() throws Exception {
        Experiment experiment = circuit();
        Outcome expected = ShuffledDriver.plain(experiment, 2);
        long step = 77_777;
        SpikeList list = new SpikeList();
        BuiltNetwork first = BuiltNetwork.build(experiment, 2, 1, list);
        ShuffledDriver driver = new ShuffledDriver(first.groups(), step, UnaryOperator.identity());
        driver.runTo(step);
        List<GroupState> states = first.groups().stream()
                .map(g -> g.state(ContinueTest.recent(driver.published(), g.number(), step - 10_000, step)))
                .toList();
        GroupState.Totals totals =
                states.stream().map(GroupState::totals).reduce(GroupState.Totals.NONE, GroupState.Totals::plus);
        BuiltNetwork second = BuiltNetwork.build(experiment, 3, 1, list);
        List<SpikeBatch> past = states.stream().map(GroupState::recent).toList();
        for (NeuronGroup group : second.groups()) {
            group.restore(step, step, states, past, group.number() == 0 ? totals : GroupState.Totals.NONE);
        }
        long end = experiment.settings().endStep();
        new ShuffledDriver(second.groups(), step, UnaryOperator.identity()).runTo(end);
        expected.assertSame(ShuffledDriver.outcome(second, end, list), "continued");
    }
}
