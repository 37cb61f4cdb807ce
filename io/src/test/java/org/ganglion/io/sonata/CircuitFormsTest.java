package org.ganglion.io.sonata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ganglion.network.Circuit;
import org.ganglion.network.Network;
import org.ganglion.network.Projection;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.connect.ListedSynapses;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.PerNeuron;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.SynapseList;
import org.ganglion.network.wiring.SynapticValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forms in which circuits come, each read into what it means. */
class CircuitFormsTest {
    @TempDir
    Path folder;

    private final TestCircuit.Contents nodes = TestCircuit.nodes("v1", 1, 1, 2);
    private String[] types = {
        "node_type_id model_type model_template dynamics_params V_th ei",
        "1 point_neuron nest:iaf_psc_alpha cell.json NULL e",
        "2 point_neuron nest:iaf_psc_alpha cell.json -48.5 i"
    };
    private TestCircuit.Contents edges =
            TestCircuit.edges("v1", "v1", new long[] {0, 1, 2}, new long[] {1, 2, 0}, new long[] {7, 7, 7});
    private String simulation = "";
    private String[] edgeTypes = {"edge_type_id delay syn_weight nsyns", "7 2.0 10.0 3"};

    private TestCircuit circuit;

    @BeforeEach
    void begin() {
        circuit = new TestCircuit(folder);
    }

    private SonataModel read() throws IOException {
        return read(false);
    }

    private SonataModel read(boolean skip) throws IOException {
        circuit.hdf5("nodes.h5", nodes);
        circuit.text("types.csv", types);
        circuit.text("cell.json", "{\"tau_m\": 20, \"V_th\": -50.0, \"C_m\": 200.0, \"E_L\": -75.0}");
        circuit.text("edge_types.csv", edgeTypes);
        circuit.hdf5("edges.h5", edges);
        circuit.text(
                "config.json",
                "{\"components\": {\"point_neuron_models_dir\": \".\"}, \"run\": {\"tstop\": 10, \"dt\": 0.1},",
                " \"networks\": {\"nodes\": [{\"nodes_file\": \"nodes.h5\", \"node_types_file\": \"types.csv\"}],",
                "  \"edges\": [{\"edges_file\": \"edges.h5\", \"edge_types_file\": \"edge_types.csv\"}]}" + simulation
                        + "}");
        return SonataReader.read(folder.resolve("config.json"), skip);
    }

    private static double[] values(Network network, String parameter) {
        Distribution value = network.populations().getFirst().allParameters().get(parameter);
        int size = network.populations().getFirst().size();
        return java.util.stream.IntStream.range(0, size)
                .mapToDouble(i -> value instanceof PerNeuron given ? given.value(i) : value.quantile(0.5))
                .toArray();
    }

    private static void assertValues(double[] expected, double[] actual) {
        assertEquals(java.util.Arrays.toString(expected), java.util.Arrays.toString(actual));
    }

    @Test
    void parametersComeFromHdf5BeforeCsvBeforeJsonBeforeTheModel() throws Exception {
        nodes.with("nodes/v1/0/dynamics_params/C_m", new double[] {100, 150, 175});
        Network network = read().network();
        assertValues(new double[] {100, 150, 175}, values(network, "C_m")); // HDF5 over JSON
        assertValues(new double[] {-50, -50, -48.5}, values(network, "V_th")); // CSV over JSON where it says something
        assertValues(new double[] {20, 20, 20}, values(network, "tau_m")); // JSON over the model's 10 ms
        assertValues(new double[] {2, 2, 2}, values(network, "t_ref")); // the model
        // NEST leaves V_m at its own default of -70 mV when E_L is set
        assertEquals(
                Map.of("V_m", Distribution.constant(-70)),
                network.populations().getFirst().initial());
    }

    @Test
    void weightsAreMultipliedByNumbersOfSynapses() throws Exception {
        List<Projection> projections = read().network().projections();
        assertEquals(1, projections.size());
        assertEquals(SynapticValue.constant(30), projections.getFirst().weight());
        assertEquals(SynapticValue.constant(2), projections.getFirst().delayMs());
    }

    @Test
    void edgesThatAllDifferAreListed() throws Exception {
        int size = 40;
        long[] sources = new long[size];
        long[] targets = new long[size];
        long[] typeIds = new long[size];
        double[] weights = new double[size];
        double[] delaysMs = new double[size];
        for (int i = 0; i < size; i++) {
            sources[i] = i % 3;
            targets[i] = i / 3 % 3;
            typeIds[i] = 7;
            weights[i] = i - 20.5;
            delaysMs[i] = 0.1 + 0.01 * i;
        }
        edges = TestCircuit.edges("v1", "v1", sources, targets, typeIds)
                .with("edges/v1_to_v1/0/syn_weight", weights)
                .with("edges/v1_to_v1/0/delay", delaysMs);
        List<Projection> projections = read().network().projections();
        assertEquals(1, projections.size());
        assertEquals(SynapticValue.Listed.WEIGHT, projections.getFirst().weight());
        assertEquals(SynapticValue.Listed.DELAY, projections.getFirst().delayMs());
        SynapseList list = ((ListedSynapses) projections.getFirst().rule()).list();
        double[] sorted = java.util.stream.IntStream.range(0, size)
                .boxed()
                .sorted(java.util.Comparator.comparingLong(i -> targets[i]))
                .mapToDouble(i -> 3 * weights[i])
                .toArray();
        assertValues(sorted, list.allWeights()); // in the order of targets, and 3 synapses each
        assertEquals(size, list.synapses());
    }

    @Test
    void synapseModelsTakeParametersFromColumnsBeforeJson() throws Exception {
        circuit.text("synapse.json", "{\"tau_plus\": 15.0, \"lambda\": 0.2}");
        edgeTypes = new String[] {
            "edge_type_id model_template delay syn_weight lambda dynamics_params",
            "7 nest:stdp_synapse 2.0 10.0 0.3 synapse.json"
        };
        assertEquals(
                Synapse.of("stdp_synapse").set("tau_plus", 15).set("lambda", 0.3),
                read().network().projections().getFirst().synapse());
    }

    @Test
    void edgesThatChangeStayTogetherWhateverTheirWeights() throws Exception {
        edgeTypes = new String[] {"edge_type_id model_template delay", "7 nest:stdp_synapse 2.0"};
        edges.with("edges/v1_to_v1/0/syn_weight", new double[] {1, 2, 1});
        Projection projection = read().network().projections().getFirst();
        assertEquals(3, ((ListedSynapses) projection.rule()).list().synapses());
    }

    @Test
    void generatorsHaveTheParametersOfNestsDevices() throws Exception {
        simulation = ", \"inputs\": {\"rain\": {\"input_type\": \"spikes\", \"module\": \"poisson_generator\","
                + " \"node_set\": \"v1\", \"rate\": 8000.0, \"weight\": 5.0, \"stop\": 7.0},"
                + " \"hum\": {\"input_type\": \"current_clamp\", \"module\": \"ac_generator\","
                + " \"node_set\": {\"node_id\": [1]}, \"amplitude\": 30.0, \"frequency\": 50.0}}";
        assertEquals(
                List.of(
                        new Stimulus.Poisson("rain/v1", "v1", Selection.ALL, 8000, 5, 0, 7),
                        new Stimulus.Alternating(
                                "hum/v1",
                                "v1",
                                new Selection.Listed(List.of(1)),
                                30,
                                0,
                                50,
                                0,
                                0,
                                Double.POSITIVE_INFINITY)),
                read().network().stimuli());
    }

    @Test
    void mistakesOfGeneratorsAreNamed() throws Exception {
        simulation = ", \"inputs\": {\"a\": {\"input_type\": \"spikes\", \"module\": \"poison_generator\"},"
                + " \"b\": {\"input_type\": \"spikes\", \"module\": \"poisson_generator\", \"node_set\": \"v1\","
                + " \"weight\": 5.0},"
                + " \"c\": {\"input_type\": \"spikes\", \"module\": \"poisson_generator\", \"node_set\": \"v1\","
                + " \"rate\": 10.0, \"weight\": 5.0, \"random_stream\": 1.5}},"
                + " \"ganglion_exact\": {\"synapse_streams\": {\"v1_to_v1\": -1}}";
        String said =
                String.valueOf(assertThrows(SonataErrors.class, this::read).getMessage());
        assertTrue(said.contains("inputs.a.module: "), said);
        assertTrue(said.contains("did you mean \"poisson_generator\"?"), said);
        assertTrue(said.contains("inputs.b.rate: is missing; write \"rate\": 8000.0"), said);
        assertTrue(said.contains("inputs.c.random_stream: 1.5 is not a whole number"), said);
        assertTrue(said.contains("ganglion_exact.synapse_streams.v1_to_v1: -1.0 is not a whole number"), said);
    }

    @Test
    void carriageReturnsAndQuotesInTypesAreUnderstood() throws Exception {
        types = new String[] {
            "node_type_id model_type model_template name\r",
            "1 point_neuron nest:iaf_psc_exp \"has \"\"quotes\"\" and blanks\"\r",
            "2   point_neuron nest:iaf_psc_exp NULL\r"
        };
        assertEquals(
                "iaf_psc_exp", read().network().populations().getFirst().model().name());
    }

    @Test
    void nodesOfSeveralModelsBecomeSeveralPopulationsWithTheirIds() throws Exception {
        types[2] = "2 point_neuron nest:iaf_psc_exp NULL NULL i";
        nodes.with("nodes/v1/node_id", new long[] {2, 1, 0});
        Network network = read().network();
        Map<String, Circuit.Members> members = network.circuit().orElseThrow().members();
        assertEquals(new Circuit.Members("v1", new long[] {2, 1}, true), members.get("v1-iaf_psc_alpha"));
        assertEquals(new Circuit.Members("v1", new long[] {0}, true), members.get("v1-iaf_psc_exp"));
        // 0 to 1, 1 to 2, 2 to 0, where 0 is the iaf_psc_exp
        assertEquals(
                List.of(
                        "v1-iaf_psc_exp > v1-iaf_psc_alpha",
                        "v1-iaf_psc_alpha > v1-iaf_psc_alpha",
                        "v1-iaf_psc_alpha > v1-iaf_psc_exp"),
                network.projections().stream()
                        .map(p -> p.source() + " > " + p.target())
                        .toList());
    }

    @Test
    void edgesFromIdsThatAreNotThereSayWhichThereAre() throws Exception {
        nodes.with("nodes/v1/node_id", new long[] {5, 3, 9});
        String said =
                String.valueOf(assertThrows(SonataErrors.class, this::read).getMessage());
        assertTrue(said.contains("there is no node 0; v1 has 3 nodes with ids from 3 to 9"), said);
    }

    @Test
    void nodeSetsAreRulesUnionsIdsAndPopulations() throws Exception {
        simulation = ", \"node_sets\": {\"inhibitory\": {\"population\": \"v1\", \"ei\": \"i\"},"
                + " \"second\": {\"node_id\": [1]}, \"both\": [\"inhibitory\", \"second\"]},"
                + " \"inputs\": {\"c\": {\"input_type\": \"current_clamp\", \"module\": \"IClamp\","
                + " \"node_set\": \"both\", \"amp\": 120.0, \"delay\": 2.0, \"duration\": 3.0}},"
                + " \"reports\": {\"r\": {\"cells\": \"inhibitory\", \"variable_name\": \"v\","
                + " \"module\": \"membrane_report\", \"dt\": 0.5}, \"all\": {\"cells\": \"v1\","
                + " \"variable_name\": \"V_m\"}, \"ids\": {\"cells\": [0, 2], \"variable_name\": \"V_m\"}}";
        Network network = read().network();
        assertEquals(
                List.of(Stimulus.Current.direct("c/v1", "v1", new Selection.Listed(List.of(1, 2)), 120, 2, 5)),
                network.stimuli());
        assertEquals(
                List.of(
                        new Recorder.Spikes("spikes-v1", "v1", Selection.ALL),
                        new Recorder.State("r", "v1", new Selection.Listed(List.of(2)), List.of("V_m"), 0.5),
                        new Recorder.State("all", "v1", Selection.ALL, List.of("V_m"), 0.1),
                        new Recorder.State("ids", "v1", new Selection.Listed(List.of(0, 2)), List.of("V_m"), 0.1)),
                network.recorders());
    }

    @Test
    void cellsWithCompartmentsAreRefusedByNameOrLeftOut() throws Exception {
        types[2] = "2 biophysical ctdb:Biophys1.hoc NULL NULL i";
        SonataErrors thrown = assertThrows(SonataErrors.class, this::read);
        String said = String.valueOf(thrown.getMessage());
        assertTrue(said.contains("nodes.h5: /nodes/v1: 1 node: biophysical (ctdb:Biophys1.hoc)"), said);
        assertTrue(said.contains("--skip-unsupported"), said);
        SonataModel partial = read(true);
        assertEquals(2, partial.network().populations().getFirst().size());
        assertEquals(1.0, partial.network().projections().getFirst().rule().expectedSynapses(new Pair(2, 2, true)));
        assertTrue(partial.notes().stream().anyMatch(n -> n.contains("2 edges from or to nodes that are left out")));
    }

    @Test
    void everyMistakeIsToldAtOnce() throws Exception {
        simulation = ", \"inputs\": {\"a\": {\"input_type\": \"spikes\", \"input_file\": \"$NOWHERE/s.h5\","
                + " \"node_set\": \"v1\"}, \"b\": {\"input_type\": \"curent_clamp\"}}";
        String said =
                String.valueOf(assertThrows(SonataErrors.class, this::read).getMessage());
        assertTrue(said.contains("inputs.a.input_file: unknown variable \"NOWHERE\""), said);
        assertTrue(said.contains("inputs.b.input_type"), said);
        assertTrue(said.contains("did you mean \"current_clamp\"?"), said);
    }

    @Test
    void bothLayoutsOfSpikesAndCsvAreRead() throws Exception {
        Path modern = circuit.hdf5("modern.h5", TestCircuit.spikes("in", new long[] {1, 0}, new double[] {0.0014, 2}));
        Path old = circuit.hdf5(
                "old.h5",
                new TestCircuit.Contents()
                        .with("spikes/gids", new int[] {1, 0})
                        .with("spikes/timestamps", new double[] {0.0014, 2}));
        Path csv =
                circuit.text("spikes.csv", "timestamps population node_ids", "0.0014 in 1", "7.0 other 1", "2.0 in 0");
        Path older = circuit.text("older.csv", "gid spike-times", "1 0.0014", "0 2.0");
        for (InputSpikes spikes : List.of(
                SpikeFiles.hdf5(modern, "in", note -> {}),
                SpikeFiles.hdf5(old, "in", note -> {}),
                SpikeFiles.csv(csv, "in"),
                SpikeFiles.csv(older, "in"))) {
            assertEquals(2, spikes.size());
            assertEquals(1, spikes.id(0));
            assertEquals(1, spikes.tic(0)); // the nearest 0.001 ms
            assertEquals(0, spikes.id(1));
            assertEquals(2000, spikes.tic(1));
        }
    }
}
