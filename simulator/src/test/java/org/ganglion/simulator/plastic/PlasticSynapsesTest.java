package org.ganglion.simulator.plastic;

import static org.ganglion.simulator.plastic.OneSource.DELAYS;
import static org.ganglion.simulator.plastic.OneSource.DT_MS;
import static org.ganglion.simulator.plastic.OneSource.NEVER;
import static org.ganglion.simulator.plastic.OneSource.UNIT;
import static org.ganglion.simulator.plastic.OneSource.build;
import static org.ganglion.simulator.plastic.OneSource.carried;
import static org.ganglion.simulator.plastic.OneSource.spikes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.synapse.Modulation;
import org.ganglion.network.synapse.Plasticity;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.network.synapse.SynapseModels;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.plastic.OneSource.Spikes;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Synapses from one source onto one neuron at two delays. */
class PlasticSynapsesTest {
    private static final double WEIGHT = 40;
    private static final double LARGEST = 100;
    private static final List<Long> NONE = List.of();

    private static Synapse stdp(double mu) {
        return Synapse.of("stdp_synapse")
                .set("alpha", 1.05)
                .set("tau_minus", 33.7)
                .set("mu_plus", mu)
                .set("mu_minus", mu);
    }

    private static Plasticity rule(Synapse synapse) {
        return synapse.plasticity(DT_MS).orElseThrow();
    }

    /** One of each kind; every model in the catalogue is among them. */
    static Stream<Named<Synapse>> synapses() {
        return Stream.of(
                        stdp(0),
                        stdp(0).set("mu_minus", 1).set("tau_plus", 0.5).set("tau_minus", 0.4),
                        stdp(0.4),
                        stdp(1),
                        Synapse.of("stdp_nn_symm_synapse").set("mu_plus", 0.4).set("lambda", 0.1),
                        Synapse.of("stdp_pl_synapse_hom").set("alpha", 0.1),
                        Synapse.of("stdp_triplet_synapse").set("Aplus", 0.1).set("Aminus", 0.2),
                        Synapse.of("vogels_sprekeler_synapse").set("eta", 0.1).set("Wmax", 100),
                        dopamine(),
                        dopamine().set("b", 0.001).set("Wmax", 41).set("Wmin", 39),
                        Synapse.of("tsodyks_synapse").set("tau_fac", 300),
                        Synapse.of("tsodyks_synapse").set("U", new Uniform(0.1, 0.9)),
                        Synapse.of("tsodyks2_synapse").set("tau_fac", 300),
                        Synapse.of("tsodyks2_synapse").set("tau_rec", new Uniform(10, 900)),
                        Synapse.of("bernoulli_synapse").set("p_transmit", 0.4))
                .map(s -> Named.of(
                        s.model().name() + " " + s.parameters().keySet() + " "
                                + s.parameters().hashCode(),
                        s));
    }

    private static Synapse dopamine() {
        return Synapse.of("stdp_dopamine_synapse")
                .set("volume_transmitter", "dopa")
                .set("tau_c", 200);
    }

    @Test
    void everyModelIsAmongThem() {
        List<String> tried =
                synapses().map(n -> n.getPayload().model().name()).distinct().toList();
        for (String name : SynapseModels.names()) {
            assertTrue(name.equals("static_synapse") || tried.contains(name), name);
        }
    }

    /** The definition of the rule, with every trace as a sum over all earlier spikes. */
    private static List<Double> defined(double mu, int delay, List<Long> pre, List<Long> post) {
        List<Double> result = new ArrayList<>();
        double w = WEIGHT / LARGEST;
        int next = 0;
        for (int i = 0; i < pre.size(); i++) {
            for (; next < post.size() && post.get(next) + delay <= pre.get(i); next++) {
                double trace = 0;
                for (int j = 0; j < i; j++) {
                    trace += Math.exp(-(post.get(next) + delay - pre.get(j)) * DT_MS / 20);
                }
                w = Math.min(1, w + 0.01 * Math.pow(1 - w, mu) * trace);
            }
            double trace = 0;
            for (long p : post) {
                trace += p + delay < pre.get(i) ? Math.exp(-(pre.get(i) - delay - p) * DT_MS / 33.7) : 0;
            }
            w = Math.max(0, w - 1.05 * 0.01 * Math.pow(w, mu) * trace);
            result.add(w * LARGEST);
        }
        return result;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.4, 1})
    void weightsFollowFromAllPairsOfSpikes(double mu) {
        for (int silence : new int[] {0, 100_000}) {
            Random random = new Random(3);
            Spikes spikes = new Spikes(spikes(random, 150, 60, silence), spikes(random, 200, 50, silence / 2), NONE);
            List<List<Double>> carried = carried(build(rule(stdp(mu)), WEIGHT, NEVER, NEVER), spikes);
            for (int r = 0; r < 2; r++) {
                List<Double> expected = defined(mu, DELAYS[r], spikes.pre(), spikes.post());
                for (int i = 0; i < expected.size(); i++) {
                    assertEquals(expected.get(i), carried.get(r).get(i), UNIT, "run " + r + ", spike " + i);
                }
            }
        }
    }

    private static Spikes some(int seed) {
        Random random = new Random(seed);
        return new Spikes(
                spikes(random, 60, 300, seed % 2 * 50_000),
                spikes(random, 800, 1 + random.nextInt(40), 0),
                spikes(random, 900, 1 + random.nextInt(30), 0));
    }

    @ParameterizedTest
    @MethodSource("synapses")
    void bitsDoNotDependOnWhenSynapsesAreBroughtUpToDate(Synapse synapse) {
        for (int seed = 0; seed < 10; seed++) {
            Spikes spikes = some(seed);
            PlasticSynapses late = build(rule(synapse), WEIGHT, NEVER, NEVER);
            List<List<Double>> expected = carried(late, spikes);
            for (int longHistory : new int[] {1, 2, 7, 64}) {
                PlasticSynapses early = build(rule(synapse), WEIGHT, longHistory, 2 * longHistory);
                assertEquals(expected, carried(early, spikes), "histories of " + longHistory);
            }
            assertTrue(expected.get(0).stream().distinct().count() > 1, "nothing changes: " + expected.get(0));
        }
    }

    @ParameterizedTest
    @MethodSource("synapses")
    void stateCanBePutBackAtAnyTime(Synapse synapse) {
        Spikes spikes = some(4);
        long end = spikes.pre().getLast() + DELAYS[1] + 1;
        PlasticSynapses undisturbed = build(rule(synapse), WEIGHT, 8, 16);
        List<List<Double>> whole = carried(undisturbed, spikes);
        for (long step : new long[] {1, spikes.pre().get(20) + 5, spikes.pre().get(30) + 1, end - 1}) {
            PlasticSynapses first = build(rule(synapse), WEIGHT, 8, 16);
            List<List<Double>> before = carried(first, spikes, 0, step);
            PlasticSynapses second = build(rule(synapse), WEIGHT, 8, 16);
            assertTrue(second.restoreSynapses(0, first.copySynapses(0)));
            if (first.hasHistory()) {
                second.restoreHistory(0, first.copyHistory(0));
                assertArrayEquals(first.copyHistory(0), second.copyHistory(0));
            }
            second.restoreSignal(first.copySignal());
            assertArrayEquals(first.copySignal(), second.copySignal());
            assertArrayEquals(first.copySynapses(0), second.copySynapses(0));
            assertFalse(second.restoreSynapses(0, new int[3]));
            List<List<Double>> after = carried(second, spikes, step, end);
            for (int r = 0; r < 2; r++) {
                List<Double> both = new ArrayList<>(before.get(r));
                both.addAll(after.get(r));
                assertEquals(whole.get(r), both, "put back at " + step);
            }
            assertArrayEquals(undisturbed.copySynapses(0), second.copySynapses(0));
            assertArrayEquals(undisturbed.copySignal(), second.copySignal());
        }
    }

    @Test
    void historiesStayShortWhileNobodyElseFires() {
        for (Synapse synapse : List.of(stdp(0.4), dopamine())) {
            PlasticSynapses synapses =
                    build(rule(synapse), WEIGHT, HistorySynapses.LONG_HISTORY, HistorySynapses.LONG_SIGNAL);
            for (long step = 0; step < 200_000; step++) {
                synapses.beginStep(step);
                if (step % 20 == 0) {
                    synapses.postSpike(0, step);
                }
                synapses.announceSignal(step, step);
                assertTrue(((HistorySynapses) synapses).historySize(0) <= HistorySynapses.LONG_HISTORY, "at " + step);
                assertTrue(((HistorySynapses) synapses).signalSize() <= HistorySynapses.LONG_SIGNAL, "at " + step);
            }
        }
    }

    /** A weight grows with time by as many hundredths a step as the signal has had spikes; nothing else matters. */
    private record SignalAlone() implements Plasticity, Modulation {
        @Override
        public Weights reach(Weights atStart) {
            return new Weights(0, 1000);
        }

        @Override
        public boolean heedsPost() {
            return false;
        }

        @Override
        public Optional<Modulation> modulation() {
            return Optional.of(this);
        }

        @Override
        public String population() {
            return "signal";
        }

        @Override
        public double delayMs() {
            return OneSource.SIGNAL_DELAY * DT_MS;
        }

        @Override
        public int traces() {
            return 1;
        }

        @Override
        public void begin(double[] traces, int at) {
            traces[at] = 0;
        }

        @Override
        public void spikes(double[] traces, int last, int at, long sinceLast, int count) {
            traces[at] = traces[last] + count;
        }

        @Override
        public void pass(double[] kept, int at, double[] traces, int tracesAt, long since, long steps) {
            kept[at] += 0.01 * traces[tracesAt] * steps;
        }
    }

    @Test
    void aSignalReachesSynapsesThatHeedNoPostsynapticSpikes() {
        Spikes spikes = new Spikes(List.of(20L, 90L, 150L), List.of(15L, 80L, 81L), List.of(30L, 30L, 70L));
        List<List<Double>> expected = List.of();
        for (int often : new int[] {NEVER, 1}) {
            PlasticSynapses synapses = build(new SignalAlone(), WEIGHT, often, often);
            assertFalse(synapses.hasHistory());
            List<List<Double>> carried = carried(synapses, spikes);
            for (int r = 0; r < 2; r++) {
                for (int i = 0; i < 3; i++) {
                    double weight = WEIGHT;
                    for (long emitted : spikes.signal()) {
                        weight += 0.01 * Math.max(0, spikes.pre().get(i) - emitted - OneSource.SIGNAL_DELAY);
                    }
                    assertEquals(weight, carried.get(r).get(i), 2 * UNIT, "run " + r + ", spike " + i);
                }
            }
            assertEquals(expected.isEmpty() ? carried : expected, carried);
            expected = carried;
        }
    }

    /** That parameters are drawn, and for each synapse. */
    @Test
    void synapsesWithDrawnParametersDiffer() {
        Plasticity rule = rule(Synapse.of("tsodyks_synapse").set("U", new Uniform(0.1, 0.9)));
        List<List<Double>> carried = carried(build(rule, WEIGHT, NEVER, NEVER), some(1));
        double first = carried.get(0).getFirst() / WEIGHT;
        double second = carried.get(1).getFirst() / WEIGHT;
        assertNotEquals(first, second, 1e-3);
        assertTrue(Math.min(first, second) > 0.1 && Math.max(first, second) < 0.9, first + " " + second);
    }

    /** The same parameters for all, drawn or not, are the same synapse; they differ by rounding of sums alone. */
    @ParameterizedTest
    @ValueSource(strings = {"tsodyks_synapse", "tsodyks2_synapse"})
    void drawnParametersThatAreEqualAreLikeGivenOnes(String model) {
        Synapse given = Synapse.of(model).set("U", 0.3).set("tau_rec", 100).set("tau_fac", 200);
        Synapse drawn = given.set("U", new Uniform(0.3, 0.3));
        Spikes spikes = some(2);
        List<List<Double>> expected = carried(build(rule(given), WEIGHT, NEVER, NEVER), spikes);
        List<List<Double>> carried = carried(build(rule(drawn), WEIGHT, NEVER, NEVER), spikes);
        for (int i = 0; i < spikes.pre().size(); i++) {
            assertEquals(expected.get(0).get(i), carried.get(0).get(i), UNIT, "spike " + i);
        }
    }

    @Test
    void aWeightBeyondWhatIsPlannedStopsTheRunAndSaysWhatToDo() {
        Plasticity rule = rule(
                Synapse.of("stdp_pl_synapse_hom").set("alpha", 0).set("mu", 1).set("Wlimit", 1e6));
        PlasticSynapses synapses = build(rule, WEIGHT, NEVER, NEVER); // planned for 1,000
        List<Long> often = new ArrayList<>();
        for (long step = 0; step < 2000; step += 5) {
            often.add(step);
        }
        String message = assertThrows(
                        SimulationException.class, () -> carried(synapses, new Spikes(often, often, NONE)))
                .getMessage();
        assertTrue(message.startsWith("projections.pair: a spike that arrives in step "), message);
        assertTrue(message.contains("planned for 1000.0") && message.contains("Wlimit"), message);
    }
}
