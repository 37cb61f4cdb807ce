package org.ganglion.simulator.group;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.connect.OneToOne;
import org.ganglion.network.random.Uniform;
import org.ganglion.simulator.SpikeList;
import org.junit.jupiter.api.Test;

/** What happens in which step: step k runs from time k * dt to (k + 1) * dt. */
class StepTimingTest {
    private static final RunSettings SETTINGS = RunSettings.DEFAULT.withDurationMs(100);

    private static Stimulus.SpikeTrain train(String target, int neuron, double delayMs, Double... timesMs) {
        return new Stimulus.SpikeTrain(
                "train-" + target + neuron,
                target,
                new Selection.Slice(neuron, neuron + 1),
                List.of(timesMs),
                1,
                delayMs);
    }

    private static long[] spikes(NetworkBuilder builder, RunSettings settings, String... recorded) throws Exception {
        for (String population : recorded) {
            builder = builder.recordSpikes(population);
        }
        Experiment experiment = builder.simulate(settings);
        long[] one = ShuffledDriver.plain(experiment, 1).spikes();
        assertArrayEquals(one, ShuffledDriver.run(experiment, 3, 1).spikes());
        return one;
    }

    private static long at(long step, int neuron) {
        return SpikeList.spike(step, neuron);
    }

    @Test
    void aSpikeOfAStepArrivesItsDelayLater() throws Exception {
        for (int delay : new int[] {1, 2, 255, 256, 257, 511, 512, 700}) {
            long[] spikes = spikes(
                    NetworkBuilder.named("delay")
                            .population("a", 40, "parrot_neuron")
                            .population("b", 40, "parrot_neuron")
                            .stimulate(train("a", 33, 0.1, 1.0))
                            .project("a", "b", new OneToOne(), weight(1), delayMs(delay / 10.0)),
                    SETTINGS,
                    "a",
                    "b");
            // 1.0 ms and 0.1 ms: in the step that ends at 1.1 ms.
            assertArrayEquals(new long[] {at(10, 33), at(10 + delay, 73)}, spikes, "a delay of " + delay);
        }
    }

    /** Runs of one row may lie further apart than a header can say; two projections of one weight share a row. */
    @Test
    void runsOfOneRowMayLieFarApart() throws Exception {
        for (int gap : new int[] {32_767, 32_768, 70_000}) {
            long[] spikes = spikes(
                    NetworkBuilder.named("gaps")
                            .population("a", 1, "parrot_neuron")
                            .population("b", 1, "parrot_neuron")
                            .stimulate(train("a", 0, 0.1, 1.0))
                            .project("near", "a", "b", new OneToOne(), weight(1), delayMs(0.2))
                            .project("far", "a", "b", new OneToOne(), weight(1), delayMs((2 + gap) / 10.0)),
                    SETTINGS.withDurationMs(7100),
                    "b");
            assertArrayEquals(new long[] {at(12, 1), at(12 + gap, 1)}, spikes, "a gap of " + gap);
        }
    }

    /** The headers of drawn weights have 8 bits for a gap. */
    @Test
    void runsOfDrawnWeightsMayLieFarApart() throws Exception {
        for (int gap : new int[] {255, 256, 510, 511, 900}) {
            long[] spikes = spikes(
                    NetworkBuilder.named("gaps")
                            .population("a", 1, "parrot_neuron")
                            .population("b", 1, "iaf_psc_delta", p -> p.set("t_ref", 0))
                            .stimulate(train("a", 0, 0.1, 1.0))
                            .project("near", "a", "b", new OneToOne(), weight(new Uniform(100, 200)), delayMs(0.2))
                            .project(
                                    "far",
                                    "a",
                                    "b",
                                    new OneToOne(),
                                    weight(new Uniform(100, 200)),
                                    delayMs((2 + gap) / 10.0)),
                    SETTINGS,
                    "b");
            assertArrayEquals(new long[] {at(12, 1), at(12 + gap, 1)}, spikes, "a gap of " + gap);
        }
    }

    @Test
    void autapsesActLikeOtherSynapses() throws Exception {
        long[] spikes = spikes(
                NetworkBuilder.named("autapse")
                        .population("a", 1, "parrot_neuron")
                        .stimulate(train("a", 0, 0.1, 1.0))
                        .project("a", "a", new OneToOne(), weight(1), delayMs(30)),
                SETTINGS,
                "a");
        assertArrayEquals(new long[] {at(10, 0), at(310, 0), at(610, 0), at(910, 0)}, spikes);
    }

    @Test
    void multapsesCountOneByOne() throws Exception {
        long[] spikes = spikes(
                NetworkBuilder.named("multapses")
                        .population("a", 1, "parrot_neuron")
                        .population("b", 1, "parrot_neuron")
                        .stimulate(train("a", 0, 0.1, 1.0, 1.0))
                        .project("a", "b", new FixedIndegree(3, true, true), weight(1), delayMs(1)),
                SETTINGS,
                "b");
        // Two spikes at once over three synapses.
        long[] six = new long[6];
        Arrays.fill(six, at(20, 1));
        assertArrayEquals(six, spikes);
    }

    @Test
    void trainsActAtTheirTimesAndDelays() throws Exception {
        long[] spikes = spikes(
                NetworkBuilder.named("train")
                        .population("a", 2, "parrot_neuron")
                        .stimulate(train("a", 0, 0, 0.1, 0.55, 99.9, 100.0, 100.1))
                        .stimulate(train("a", 1, 2, 0.0, 98.0)),
                SETTINGS,
                "a");
        // At t + d, in the step that ends there; 0.55 ms inside the step that ends at 0.6 ms; 100.1 ms after the end.
        assertArrayEquals(new long[] {at(0, 0), at(5, 0), at(19, 1), at(998, 0), at(999, 0), at(999, 1)}, spikes);
    }

    @Test
    void poissonSpikesComeFromStartToStopOnly() throws Exception {
        long[] spikes = spikes(
                NetworkBuilder.named("poisson")
                        .population("a", 100, "parrot_neuron")
                        .stimulate(
                                new Stimulus.Poisson("noise", "a", new Selection.Slice(40, 90), 20_000, 1, 10, 10.5)),
                SETTINGS,
                "a");
        TreeSet<Long> steps = new TreeSet<>();
        for (long spike : spikes) {
            steps.add(spike >> 32);
            int neuron = (int) spike;
            assertTrue(neuron >= 40 && neuron < 90, "neuron " + neuron);
        }
        assertEquals(new TreeSet<>(List.of(100L, 101L, 102L, 103L, 104L)), steps);
    }

    @Test
    void currentsFlowFromTheirTimesOn() throws Exception {
        SpikeList list = new SpikeList();
        Experiment experiment = NetworkBuilder.named("current")
                .population("a", 70, "iaf_psc_delta", p -> p.set("C_m", 1000).set("tau_m", 1e9))
                .stimulate(new Stimulus.Current(
                        "step", "a", new Selection.Slice(65, 66), List.of(1.0, 2.0, 3.0), List.of(1000.0, -500.0, 0.0)))
                .recordState("a", new Selection.Listed(List.of(65, 1)), 0.5, "V_m")
                .simulate(SETTINGS.withDurationMs(4).withWarmUpMs(0.6));
        ShuffledDriver.summary(experiment, 2, list);
        // 1000 pA into 1000 pF raise 1 mV per ms: 0.5 mV by 1.5 ms, 1 mV by 2 ms, then down half as fast.
        double[] expected = {-70, -69.5, -69, -69.25, -69.5, -69.5, -69.5, -69.5};
        int seen = 0;
        for (SpikeList.Sample s : list.samples()) {
            // Samples are taken at the ends of steps that reach multiples of 0.5 ms, after the warm-up.
            assertEquals(0, (s.step() + 1) % 5);
            assertTrue(s.step() >= 6);
            int i = (int) ((s.step() + 1) / 5) - 2;
            for (int n = 0; n < s.neurons().length; n++) {
                assertEquals(s.neurons()[n] == 65 ? expected[i] : -70, s.values()[n], 1e-3, "sample " + i);
                seen++;
            }
        }
        assertEquals(2 * 8, seen);
    }

    @Test
    void allSpikesAfterTheWarmUpAreRecordedAndNoOthers() throws Exception {
        NetworkBuilder builder = NetworkBuilder.named("recorded")
                .population("a", 50, "parrot_neuron")
                .poisson("noise", "a", 100, 1);
        long[] all = spikes(builder, SETTINGS, "a");
        long[] after = spikes(
                NetworkBuilder.named("recorded")
                        .population("a", 50, "parrot_neuron")
                        .poisson("noise", "a", 100, 1),
                SETTINGS.withWarmUpMs(40).withDurationMs(60),
                "a");
        assertArrayEquals(Arrays.stream(all).filter(s -> s >> 32 >= 400).toArray(), after);
        assertNotEquals(all.length, after.length);
    }

    @Test
    void aRecorderOfSomeNeuronsTakesTheirSpikesOnly() throws Exception {
        NetworkBuilder builder = NetworkBuilder.named("some")
                .population("x", 7, "parrot_neuron")
                .population("a", 150, "parrot_neuron")
                .poisson("noise", "a", 100, 1);
        long[] all = spikes(builder, SETTINGS, "a");
        SpikeList list = new SpikeList();
        Experiment some = NetworkBuilder.named("some")
                .population("x", 7, "parrot_neuron")
                .population("a", 150, "parrot_neuron")
                .poisson("noise", "a", 100, 1)
                .record(new org.ganglion.network.Recorder.Spikes("one", "a", new Selection.Slice(60, 70)))
                .record(new org.ganglion.network.Recorder.Spikes("two", "a", new Selection.Listed(List.of(3, 65, 149))))
                .simulate(SETTINGS);
        ShuffledDriver.summary(some, 3, list);
        assertArrayEquals(
                Arrays.stream(all)
                        .filter(s -> {
                            int neuron = (int) s - 7;
                            return (neuron >= 60 && neuron < 70) || neuron == 3 || neuron == 149;
                        })
                        .toArray(),
                list.spikes());
    }
}
