package org.ganglion.io.sonata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.ConfigWriter;
import org.ganglion.io.config.Overrides;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.group.PlainSimulation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A circuit of IntFire1 cells, driven by virtual nodes, against a simulation event by event. */
class IntFire1CircuitTest {
    private static final int CELLS = 20;
    private static final int FIBRES = 6;
    private static final int SPIKES = 300;
    private static final int END_TICS = 200_000;

    @TempDir
    Path folder;

    private final long[] cellTypes = new long[CELLS];
    private final List<int[]> synapses = new ArrayList<>(); // source, target, edge type; fibres come after the cells
    private final long[] inputNodes = new long[SPIKES];
    private final double[] inputTimes = new double[SPIKES];

    // type -> delay in tics, weight in 1/1024 with sign and number of synapses
    private static final Map<Integer, long[]> EDGE_TYPES = Map.of(
            100, new long[] {2000, 3 * 40},
            101, new long[] {1500, -4 * 30},
            102, new long[] {2000, 2 * 200});

    @BeforeEach
    void writeCircuit() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < CELLS; i++) {
            cellTypes[i] = i % 4 == 3 ? 20 : 10;
        }
        for (int source = 0; source < CELLS; source++) {
            for (int target = 0; target < CELLS; target++) {
                if (source != target && random.nextInt(3) == 0) {
                    synapses.add(new int[] {source, target, cellTypes[source] == 10 ? 100 : 101});
                }
            }
        }
        for (int fibre = 0; fibre < FIBRES; fibre++) {
            for (int target = 0; target < CELLS; target++) {
                if (random.nextInt(2) == 0) {
                    synapses.add(new int[] {CELLS + fibre, target, 102});
                }
            }
        }
        for (int i = 0; i < SPIKES; i++) {
            inputNodes[i] = random.nextInt(FIBRES);
            inputTimes[i] = (1 + random.nextInt(END_TICS - 1)) / 1000.0;
        }
        TestCircuit circuit = new TestCircuit(folder);
        circuit.hdf5("network/v1_nodes.h5", TestCircuit.nodes("v1", cellTypes));
        circuit.hdf5("network/lgn_nodes.h5", TestCircuit.nodes("lgn", new long[FIBRES]));
        circuit.hdf5("network/v1_v1_edges.h5", edges("v1", s -> s[0] < CELLS, 0));
        circuit.hdf5("network/lgn_v1_edges.h5", edges("lgn", s -> s[0] >= CELLS, CELLS));
        circuit.hdf5("inputs/lgn.h5", TestCircuit.spikes("lgn", inputNodes, inputTimes));
        circuit.text(
                "network/v1_node_types.csv",
                "node_type_id model_type model_template dynamics_params pop_name",
                "10 point_process nrn:IntFire1 exc.json \"the excitatory ones\"",
                "20 point_process nrn:IntFire1 inh.json NULL");
        circuit.text("network/lgn_node_types.csv", "node_type_id model_type", "0 virtual");
        circuit.text(
                "network/v1_v1_edge_types.csv",
                "edge_type_id delay weight_function syn_weight nsyns dynamics_params",
                "100 2.0 wmax " + 40 / 1024.0 + " 3 plus.json",
                "101 1.5 wmax " + 30 / 1024.0 + " 4 minus.json");
        circuit.text(
                "network/lgn_v1_edge_types.csv",
                "edge_type_id delay syn_weight nsyns",
                "102 2.0 " + 200 / 1024.0 + " 2");
        circuit.text("models/exc.json", "{\"tau\": 0.024, \"refrac\": 0.003}");
        circuit.text("models/inh.json", "{\"tau\": 0.007, \"refrac\": 0.0015}");
        circuit.text("models/plus.json", "{\"level_of_detail\": \"instanteneous\", \"sign\": 1}");
        circuit.text("models/minus.json", "{\"sign\": -1}");
        circuit.text(
                "circuit_config.json",
                "{\"manifest\": {\"$NET\": \"./network\", \"$MODELS\": \"./models\"},",
                " \"components\": {\"point_neuron_models_dir\": \"$MODELS\", \"synaptic_models_dir\": \"${MODELS}\"},",
                " \"networks\": {\"nodes\": [",
                "  {\"nodes_file\": \"$NET/v1_nodes.h5\", \"node_types_file\": \"$NET/v1_node_types.csv\"},",
                "  {\"nodes_file\": \"$NET/lgn_nodes.h5\", \"node_types_file\": \"$NET/lgn_node_types.csv\"}],",
                "  \"edges\": [",
                "  {\"edges_file\": \"$NET/v1_v1_edges.h5\", \"edge_types_file\": \"$NET/v1_v1_edge_types.csv\"},",
                "  {\"edges_file\": \"$NET/lgn_v1_edges.h5\", \"edge_types_file\": \"$NET/lgn_v1_edge_types.csv\"}]}}");
        circuit.text(
                "simulation_config.json",
                "{\"manifest\": {\"$IN\": \"${configdir}/inputs\"},",
                " \"network\": \"circuit_config.json\",",
                " \"run\": {\"tstop\": 200.0, \"dt\": 0.1, \"dL\": 20},",
                " \"target_simulator\": \"NEURON\",",
                " \"inputs\": {\"lgn_spikes\": {\"input_type\": \"spikes\", \"module\": \"h5\",",
                "   \"input_file\": \"$IN/lgn.h5\", \"node_set\": \"lgn\"}}}");
    }

    private TestCircuit.Contents edges(String source, java.util.function.Predicate<int[]> which, int offset) {
        List<int[]> some = synapses.stream().filter(which).toList();
        return TestCircuit.edges(
                source,
                "v1",
                some.stream().mapToLong(s -> s[0] - offset).toArray(),
                some.stream().mapToLong(s -> s[1]).toArray(),
                some.stream().mapToLong(s -> s[2]).toArray());
    }

    /** Spikes as {@code tic * CELLS + cell}, by a queue of events; simultaneous ones are summed before the test. */
    private List<Long> eventByEvent() {
        TreeMap<Long, double[]> due = new TreeMap<>(); // tic -> sum by cell
        for (int i = 0; i < SPIKES; i++) {
            send(due, CELLS + (int) inputNodes[i], Math.round(inputTimes[i] * 1000));
        }
        double[] m = new double[CELLS];
        long[] since = new long[CELLS];
        long[] deafUntil = new long[CELLS];
        List<Long> spikes = new ArrayList<>();
        while (!due.isEmpty() && due.firstKey() <= END_TICS) {
            Map.Entry<Long, double[]> now = due.pollFirstEntry();
            long tic = now.getKey();
            for (int cell = 0; cell < CELLS; cell++) {
                double input = now.getValue()[cell];
                if (input == 0 || tic < deafUntil[cell]) {
                    continue;
                }
                double tauMs = cellTypes[cell] == 10 ? 24 : 7;
                long elapsed = tic - since[cell];
                m[cell] = (elapsed == 0 ? m[cell] : m[cell] * StrictMath.exp(-(elapsed / 1000.0) / tauMs)) + input;
                since[cell] = tic;
                if (m[cell] > 1) {
                    spikes.add(tic * CELLS + cell);
                    m[cell] = 0;
                    since[cell] = deafUntil[cell] = tic + (cellTypes[cell] == 10 ? 3000 : 1500);
                    send(due, cell, tic);
                }
            }
        }
        return spikes;
    }

    private void send(Map<Long, double[]> due, int source, long tic) {
        for (int[] synapse : synapses) {
            if (synapse[0] == source) {
                long[] type = EDGE_TYPES.get(synapse[2]);
                due.computeIfAbsent(tic + type[0], t -> new double[CELLS])[synapse[1]] += type[1] / 1024.0;
            }
        }
    }

    private Config read(String... overrides) {
        return ConfigReader.read(folder.resolve("simulation_config.json"), Overrides.of(overrides));
    }

    private static List<Long> run(Experiment experiment, int groups) throws IOException, InterruptedException {
        List<Long> spikes = Collections.synchronizedList(new ArrayList<>());
        Recording recording = (group, sampled) -> new Recording.Part() {
            @Override
            public void spikes(long step, int[] neurons, int count) {
                for (int i = 0; i < count; i++) {
                    spikes.add((step + 1) * CELLS + neurons[i]);
                }
            }

            @Override
            public void sample(int recorder, long step, float[] values) {}
        };
        try (PlainSimulation simulation = PlainSimulation.build(experiment, groups, recording)) {
            simulation.runTo(experiment.settings().endStep());
        }
        Collections.sort(spikes);
        return spikes;
    }

    @Test
    void sameSpikesAsEventByEvent() throws Exception {
        List<Long> expected = eventByEvent();
        Collections.sort(expected);
        assertTrue(expected.size() > 100, () -> "too few spikes to compare: " + expected.size());
        Experiment experiment = read().experiment();
        assertEquals(expected, run(experiment, 1));
        assertEquals(expected, run(experiment, 3));
    }

    @Test
    void canonicalFormRefersToTheCircuitAndReadsBackEqual() {
        Config config = read("simulation.seed=5");
        String json = ConfigWriter.toJson(config);
        Config again =
                ConfigReader.read(json, folder.resolve("elsewhere/run.json").toString(), Overrides.NONE);
        assertEquals(config.experiment(), again.experiment());
        assertEquals(json, ConfigWriter.toJson(again));
        assertEquals(5, again.experiment().settings().seed());
    }

    @Test
    void hashOfTheNetworkFollowsWhatIsInTheFiles() throws Exception {
        String before = ConfigWriter.networkHash(read().experiment());
        assertEquals(
                before, ConfigWriter.networkHash(read("simulation.groups=3").experiment()));
        new TestCircuit(folder).text("models/minus.json", "{\"sign\": -2}");
        org.junit.jupiter.api.Assertions.assertNotEquals(before, ConfigWriter.networkHash(read().experiment()));
    }

    @Test
    void keysThatMeanNothingHereAreANote() {
        assertTrue(
                read().notes().stream().anyMatch(n -> n.contains("simulation_config.json") && n.contains("run.dL")),
                () -> read().notes().toString());
    }
}
