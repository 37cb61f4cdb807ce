package org.ganglion.io.sonata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.io.hdf5.NodeNames;
import org.ganglion.io.hdf5.PopulationOffsets;
import org.ganglion.io.sonata.export.SonataExport;
import org.ganglion.network.Experiment;
import org.ganglion.network.spec.InvalidNetworkException;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.group.PlainSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that is written as a circuit runs to the same spikes and samples. */
class SonataExportTest {
    @TempDir
    Path folder;

    /** What is drawn is drawn with a coarse grain, so that no rounding hides a synapse that is another one. */
    private static final String NETWORK = """
            name: driven
            populations:
              E: {model: iaf_psc_alpha, size: 60, parameters: {tau_m: {distribution: uniform, min: 15 ms, max: 25 ms}},
                  initial: {V_m: {distribution: uniform, min: -70 mV, max: -56 mV}}}
              I: {model: iaf_psc_exp, size: 20, parameters: {C_m: 200 pF}, positions: {type: grid, shape: [5, 4]}}
              D: {model: iaf_psc_delta, size: 15, parameters: {tau_m: 20 ms}}
              relay: {model: parrot_neuron, size: 5}
            projections:
              E-all: {from: E, to: [E, I], rule: fixed_indegree, indegree: 12,
                      weight: {distribution: normal, mean: 60 pA, std: 12 pA, redraw: {min: 0 pA}},
                      delay: {distribution: uniform, min: 0.5 ms, max: 6 ms}}
              E-D: {from: E, to: D, rule: pairwise_bernoulli, p: 0.3, weight: 0.5 mV, delay: 1.5 ms}
              I-all: {from: I, to: [E, I], rule: fixed_indegree, indegree: 5, weight: -128 pA, delay: 1 ms}
              D-E: {from: D, to: E, rule: fixed_total_number, N: 70, weight: 32 pA,
                    delay: {distribution: uniform, min: 0.5 ms, max: 6 ms}}
              relay-E: {from: relay, to: E, rule: all_to_all, weight: 64 pA, delay: 2 ms}
            stimuli:
              push: {type: dc, to: E, neurons: 0..39, amplitude: 420 pA, start: 5 ms}
              steps: {type: step_current, to: I, times: [10 ms, 60 ms, 120 ms], amplitudes: [400 pA, 0 pA, 450 pA]}
              kick: {type: spike_train, to: D, times: [20 ms, 20 ms, 21.23 ms], delay: 1.5 ms, weight: 16 mV}
              early: {type: spike_train, to: relay, neurons: [1, 3], times: [0.2 ms, 50 ms, 77.7 ms], delay: 0 ms}
            recorders:
              spikes: {type: spikes, from: all}
              v: {type: state, from: E, neurons: 3..6, variables: [V_m], interval: 0.7 ms, offset: 0.3 ms, start: 20 ms,
                  stop: 60 ms}
            simulation: {dt: 0.1 ms, duration: 200 ms, seed: 3}
            """;

    private record Results(Map<String, List<String>> spikes, Map<Long, List<Float>> samples) {}

    private static Experiment read(String text) {
        return ConfigReader.read(text, "driven.yaml", Overrides.NONE).experiment();
    }

    private Experiment again() {
        return ConfigReader.read(folder.resolve(SonataExport.SIMULATION), Overrides.NONE)
                .experiment();
    }

    private static Results run(Experiment experiment) throws IOException, InterruptedException {
        int[] offsets = PopulationOffsets.of(experiment.network());
        NodeNames names = new NodeNames(experiment.network());
        Results results = new Results(new TreeMap<>(), new TreeMap<>());
        Recording recording = (group, sampled) -> new Recording.Part() {
            @Override
            public void spikes(long step, int[] neurons, int count) {
                for (int i = 0; i < count; i++) {
                    int population = PopulationOffsets.populationOf(offsets, neurons[i]);
                    results.spikes()
                            .computeIfAbsent(names.population(population), p -> new ArrayList<>())
                            .add(step + ":" + names.node(population, neurons[i] - offsets[population]));
                }
            }

            @Override
            public void sample(int recorder, long step, float[] values) {
                List<Float> row = new ArrayList<>();
                for (float value : values) {
                    row.add(value);
                }
                results.samples().put(step, row);
            }
        };
        try (PlainSimulation simulation = PlainSimulation.build(experiment, 1, recording)) {
            simulation.runTo(experiment.settings().endStep());
        }
        results.spikes().values().forEach(Collections::sort);
        return results;
    }

    @Test
    void aNetworkRunsToTheSameSpikesAndSamplesAgain() throws Exception {
        Experiment experiment = read(NETWORK);
        assertEquals(List.of(), SonataExport.write(experiment, folder, false));
        Results expected = run(experiment);
        for (String population : List.of("E", "I", "D", "relay")) {
            int spikes = expected.spikes().getOrDefault(population, List.of()).size();
            assertTrue(spikes >= 6, population + " has " + spikes + " spikes");
        }
        assertTrue(expected.samples().size() > 50, "samples");
        Results found = run(again());
        assertEquals(expected.spikes(), found.spikes());
        assertEquals(expected.samples(), found.samples());
    }

    @Test
    void eventDrivenCellsRunToTheSameSpikesAgain() throws Exception {
        Experiment experiment = read("""
                populations:
                  cells: {model: IntFire1, size: 8, parameters: {tau: {distribution: uniform, min: 7 ms, max: 31 ms}, refrac: 3.3 ms}}
                projections:
                  ring: {from: cells, to: cells, rule: fixed_indegree, indegree: 3, weight: 0.25, delay: 2.003 ms}
                stimuli:
                  in: {type: spike_train, to: cells, neurons: 0..4, times: [1.234 ms, 2.5 ms, 2.501 ms, 9 ms, 17.77 ms], weight: 0.75, delay: 1 ms}
                recorders:
                  spikes: {type: spikes, from: cells}
                simulation: {duration: 40 ms}
                """);
        SonataExport.write(experiment, folder, false);
        Results expected = run(experiment);
        assertTrue(expected.spikes().get("cells").size() > 8);
        assertEquals(expected, run(again()));
    }

    @Test
    void aNetworkWithoutSynapsesRunsToTheSameSpikesAgain() throws Exception {
        Experiment experiment = read("""
                populations: {A: {model: iaf_psc_exp, size: 5, parameters: {I_e: 400 pA}}}
                recorders: {spikes: {type: spikes, from: A}}
                simulation: {duration: 50 ms}
                """);
        SonataExport.write(experiment, folder, false);
        Results expected = run(experiment);
        assertTrue(!expected.spikes().isEmpty(), "spikes");
        assertEquals(expected, run(again()));
        try (Stream<Path> files = Files.list(folder.resolve("network"))) {
            assertEquals(
                    List.of("A_nodes.h5", "node_types.csv"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void aProjectionThatDrawsNoSynapsesIsWrittenAllTheSame() throws Exception {
        Experiment experiment = read("""
                populations: {A: {model: iaf_psc_exp, size: 5, parameters: {I_e: 400 pA}}}
                projections: {none: {from: A, to: A, rule: pairwise_bernoulli, p: 0, weight: 1 pA, delay: 1 ms}}
                recorders: {spikes: {type: spikes, from: A}}
                simulation: {duration: 50 ms}
                """);
        SonataExport.write(experiment, folder, false);
        assertEquals(run(experiment), run(again()));
    }

    @Test
    void whatCircuitsCannotSayIsToldAtOnceAndNothingWritten() throws Exception {
        Experiment experiment = read("""
                populations:
                  E: {model: iaf_psc_exp, size: 4}
                  G: {model: glif_psc, size: 2, parameters: {tau_syn: [2 ms, 5 ms]}}
                projections:
                  chance: {from: E, to: E, rule: all_to_all, weight: 10 pA, delay: 1 ms,
                           synapse: {model: bernoulli_synapse, p_transmit: {distribution: uniform, min: 0.1, max: 0.9}}}
                  second: {from: E, to: G, rule: all_to_all, weight: 10 pA, delay: 1 ms, receptor: 2}
                stimuli:
                  wave: {type: inhomogeneous_poisson, to: E, rate: 10 Hz * (1 + sin(t / (5 ms))), weight: 10 pA}
                  first: {type: spike_train, to: E, times: [0.1 ms], delay: 0 ms, weight: 1 pA}
                simulation: {duration: 10 ms}
                """);
        Path circuit = folder.resolve("circuit");
        String said = String.valueOf(
                assertThrows(InvalidNetworkException.class, () -> SonataExport.write(experiment, circuit, false))
                        .getMessage());
        for (String path : List.of(
                "populations.G.parameters.tau_syn: ",
                "projections.chance.synapse.p_transmit: ",
                "projections.second.receptor: ",
                "stimuli.wave: ",
                "stimuli.first: ")) {
            assertTrue(said.contains(path), path + " in " + said);
        }
        assertTrue(!Files.exists(circuit));
    }

    @Test
    void stimuliThatCircuitsDoNotKnowAreLeftOutWhereThatIsAskedFor() throws Exception {
        Experiment experiment = read(NETWORK.replace("stimuli:\n", """
                stimuli:
                  rain: {type: inhomogeneous_poisson, to: E, rate: 10 Hz * (1 + sin(t / (5 ms))), weight: 1 pA}
                """));
        List<String> notes = SonataExport.write(experiment, folder, true);
        assertEquals(List.of("stimuli.rain: left out: has a rate that is an expression of time"), notes);
        assertEquals(run(read(NETWORK)).spikes(), run(again()).spikes());
    }

    @Test
    void soAreSpikesThatActInTheFirstStep() throws Exception {
        Experiment experiment = read(NETWORK.replace("stimuli:\n", """
                stimuli:
                  first: {type: spike_train, to: D, times: [0.1 ms], delay: 0 ms, weight: 16 mV}
                """));
        assertThrows(InvalidNetworkException.class, () -> SonataExport.write(experiment, folder, false));
        List<String> notes = SonataExport.write(experiment, folder, true);
        assertEquals(List.of("stimuli.first: left out: a spike acts in the first step"), notes);
        assertEquals(run(read(NETWORK)).spikes(), run(again()).spikes());
    }

    @Test
    void theRateThatEndsARunStaysTheSame() throws Exception {
        for (String rate : List.of("max-rate: none", "max-rate: 90 Hz", "max-rate: 300 Hz")) {
            Experiment experiment = read(NETWORK.replace("seed: 3}", "seed: 3, " + rate + "}"));
            SonataExport.write(experiment, folder, false);
            assertEquals(experiment.settings().maxRateHz(), again().settings().maxRateHz());
        }
    }
}
