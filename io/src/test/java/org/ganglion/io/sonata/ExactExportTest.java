package org.ganglion.io.sonata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.io.sonata.export.SonataExport;
import org.ganglion.network.Experiment;
import org.ganglion.network.Inherited;
import org.ganglion.network.Projection;
import org.ganglion.network.connect.ConnectionRule;
import org.ganglion.network.connect.ListedSynapses;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.group.PlainSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run draws, and synapses that change: the circuit has the spikes of the network that it was written from. */
class ExactExportTest {
    @TempDir
    Path folder;

    private static final String POPULATIONS = """
            populations:
              E: {model: iaf_psc_exp, size: 60, initial: {V_m: {distribution: uniform, min: -70 mV, max: -56 mV}}}
              I: {model: iaf_psc_exp, size: 15}
            """;

    private static final String CONNECTED = """
            projections:
              E-all: {from: E, to: [E, I], rule: fixed_indegree, indegree: 10, weight: 60 pA, delay: 1.5 ms}
              I-all: {from: I, to: [I, E], rule: fixed_indegree, indegree: 5,
                      weight: {distribution: normal, mean: -200 pA, std: 30 pA, redraw: {max: 0 pA}}, delay: 1 ms}
            """;

    private static final String DRIVEN = """
            stimuli:
              push: {type: dc, to: I, amplitude: 100 pA}
              background: {type: poisson, to: [I, E], rate: 9 kHz, weight: 60 pA}
            """;

    private static final String RUN = "simulation: {dt: 0.1 ms, duration: 150 ms, seed: 5}";

    private Experiment network(String... parts) {
        return ConfigReader.read(String.join("", parts), "network.yaml", Overrides.NONE)
                .experiment();
    }

    private Experiment again() {
        return ConfigReader.read(folder.resolve(SonataExport.SIMULATION), Overrides.NONE)
                .experiment();
    }

    private static String hash(Experiment experiment) throws IOException, InterruptedException {
        try (PlainSimulation simulation = PlainSimulation.build(experiment, 2, Recording.NONE)) {
            simulation.runTo(experiment.settings().endStep());
            long spikes = simulation.summary().spikes();
            assertTrue(spikes > 50, spikes + " spikes");
            return spikes + " spikes, hash "
                    + Long.toHexString(simulation.summary().spikeHash());
        }
    }

    private void assertSameSpikesAgain(String... parts) throws IOException, InterruptedException {
        Experiment experiment = network(parts);
        assertEquals(List.of(), SonataExport.write(experiment, folder, false));
        assertEquals(hash(experiment), hash(again()));
    }

    @Test
    void poissonSpikesAreTheSameOnes() throws Exception {
        assertSameSpikesAgain(POPULATIONS, CONNECTED, DRIVEN, RUN);
        String config = Files.readString(folder.resolve(SonataExport.SIMULATION));
        assertTrue(config.contains("\"module\" : \"poisson_generator\""), config);
    }

    @Test
    void edgesThatAreTooLongForMemoryGiveTheSameSpikes() throws Exception {
        // 500 * 300 edges: 2 bytes for a source, and where weights are drawn 1 or more for each of them
        String connected = """
            projections:
              E-E: {from: E, to: E, rule: fixed_indegree, indegree: 300, weight: 1 pA, delay: 1.5 ms}
              E-E2: {from: E, to: E, rule: fixed_indegree, indegree: 300, delay: {distribution: uniform, min: 1 ms, max: 5 ms},
                     weight: {distribution: normal, mean: 3 pA, std: 1 pA, redraw: {min: 0 pA}}}
            """;
        String population = "populations: {E: {model: iaf_psc_exp, size: 500}}\n";
        String driven = "stimuli: {background: {type: poisson, to: E, rate: 9 kHz, weight: 60 pA}}\n";
        Experiment experiment = network(population, connected, driven, RUN);
        SonataExport.write(experiment, folder, false);
        Experiment again = again();
        List<ConnectionRule> rules =
                again.network().projections().stream().map(Projection::rule).toList();
        long listed = rules.stream()
                .filter(ListedSynapses.class::isInstance)
                .mapToLong(r -> ((ListedSynapses) r).list().synapses())
                .sum();
        assertEquals(500 * 300, listed);
        assertEquals(hash(experiment), hash(again));
        assertEquals(hash(experiment), hash(again)); // built again, as groups on nodes are
    }

    @Test
    void theWarmUpIsNotRecordedAgain() throws Exception {
        assertSameSpikesAgain(
                POPULATIONS, CONNECTED, DRIVEN, "simulation: {dt: 0.1 ms, warm-up: 30 ms, duration: 100 ms, seed: 5}");
    }

    @Test
    void synapsesThatLearnBeginAndChangeAsTheyDid() throws Exception {
        assertSameSpikesAgain(POPULATIONS, CONNECTED, """
                  learns: {from: E, to: E, rule: fixed_indegree, indegree: 20, delay: 1.5 ms,
                           weight: {distribution: uniform, min: 0 pA, max: 120 pA},
                           synapse: {model: stdp_synapse, lambda: 0.1, alpha: 1.05, mu_plus: 0.4, mu_minus: 0.4, Wmax: 120 pA}}
                  tames: {from: I, to: E, rule: fixed_indegree, indegree: 4, weight: -50 pA,
                          delay: {distribution: uniform, min: 0.5 ms, max: 1.2 ms},
                          synapse: {model: vogels_sprekeler_synapse, eta: 0.05, Wmax: -300 pA}}
                """, DRIVEN, RUN);
        String types = Files.readString(folder.resolve("network/edge_types.csv"));
        assertTrue(types.contains(" stdp_synapse NULL 1.5 learns.json"), types);
    }

    @Test
    void synapsesThatTransmitByChanceDrawTheSame() throws Exception {
        assertSameSpikesAgain(POPULATIONS, """
                projections:
                  z: {from: E, to: I, rule: fixed_indegree, indegree: 10, weight: 60 pA, delay: 1.5 ms}
                  chance: {from: E, to: E, rule: fixed_indegree, indegree: 20, weight: 90 pA,
                           delay: {distribution: uniform, min: 0.5 ms, max: 1 ms},
                           synapse: {model: bernoulli_synapse, p_transmit: 0.3}}
                  tires: {from: E, to: E, rule: fixed_indegree, indegree: 5, weight: 90 pA, delay: 1 ms,
                          synapse: {model: tsodyks2_synapse, U: 0.4, tau_rec: 100 ms}}
                """, DRIVEN, RUN);
    }

    @Test
    void dopamineIsThatOfTheSamePopulation() throws Exception {
        assertSameSpikesAgain(POPULATIONS, CONNECTED, """
                  rewarded: {from: E, to: E, rule: fixed_indegree, indegree: 10, weight: 60 pA, delay: 1.5 ms,
                             synapse: {model: stdp_dopamine_synapse, volume_transmitter: I, A_plus: 5, Wmax: 200 pA}}
                """, DRIVEN, RUN);
    }

    @Test
    void everyKindOfDrawnInputIsTheSameAgain() throws Exception {
        assertSameSpikesAgain(POPULATIONS, CONNECTED, """
                stimuli:
                  steps: {type: inhomogeneous_poisson, to: E, rate_times: [0 ms, 50 ms], rate_values: [6 kHz, 9 kHz], weight: 60 pA}
                  sine: {type: sinusoidal_poisson, to: [I, E], rate: 2 kHz, amplitude: 1 kHz, frequency: 20 Hz, phase: 30,
                         weight: 60 pA, individual_spike_trains: false, start: 10 ms, stop: 120 ms}
                  regular: {type: gamma, to: E, rate: 500 Hz, order: 3, weight: 60 pA}
                  mother: {type: mip, to: [I, E], neurons: 2..12, rate: 3 kHz, p_copy: 0.2, weight: 60 pA}
                  packet: {type: pulsepacket, to: E, pulse_times: [60 ms], activity: 10, sdev: 2 ms, weight: 60 pA}
                  wave: {type: ac, to: I, amplitude: 200 pA, offset: 100 pA, frequency: 50 Hz}
                  hiss: {type: noise, to: [I, E], mean: 100 pA, std: 200 pA, dt: 0.5 ms}
                """, RUN);
    }

    @Test
    void inputsWithoutNumbersDrawUnlikeAllOthers() throws Exception {
        Experiment experiment = network(POPULATIONS, CONNECTED, DRIVEN, RUN);
        SonataExport.write(experiment, folder, false);
        Path file = folder.resolve(SonataExport.SIMULATION);
        String config = Files.readString(file);
        String more = """
                "inputs" : {
                    "rain" : {"input_type": "spikes", "module": "poisson_generator", "node_set": {"population": ["E", "I"]},
                              "rate": 100.0, "weight": 60.0},""";
        assertTrue(config.contains("\"inputs\" : {"), config);
        Files.writeString(file, config.replace("\"inputs\" : {", more));
        // push is stimulus 0, background/I 1 and background/E 2; what comes without a number follows these.
        assertEquals(new Inherited.Numbers(1, 1), numbers("background/I"));
        assertEquals(new Inherited.Numbers(2, 1), numbers("background/E"));
        assertEquals(new Inherited.Numbers(3, 3), numbers("rain/E"));
        assertEquals(new Inherited.Numbers(4, 3), numbers("rain/I"));
    }

    private Inherited.Numbers numbers(String stimulus) {
        return again().network().inherited().stimuli().get(stimulus);
    }
}
