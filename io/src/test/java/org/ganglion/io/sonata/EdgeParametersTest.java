package org.ganglion.io.sonata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ganglion.io.config.ConfigException;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.network.Projection;
import org.ganglion.network.synapse.Synapse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters of synapse models that stand with the edges rather than with their types. */
class EdgeParametersTest {
    private static final String GROUP = "edges/v1_to_v1/0";

    @TempDir
    Path folder;

    private final TestCircuit.Contents edges =
            TestCircuit.edges("v1", "v1", new long[] {0, 1, 2}, new long[] {1, 2, 0}, new long[] {7, 8, 7});
    private String[] types = {
        "edge_type_id model_template delay syn_weight tau_rec",
        "7 tsodyks2_synapse 2.0 10.0 500.0",
        "8 tsodyks2_synapse 2.0 10.0 NULL"
    };

    @BeforeEach
    void givenACircuit() throws Exception {
        TestCircuit circuit = new TestCircuit(folder);
        circuit.hdf5("nodes.h5", TestCircuit.nodes("v1", 1, 1, 1));
        circuit.text("types.csv", "node_type_id model_type model_template", "1 point_neuron nest:iaf_psc_exp");
        circuit.text("config.json", """
                {"run": {"tstop": 10, "dt": 0.1}, "networks": {
                  "nodes": [{"nodes_file": "nodes.h5", "node_types_file": "types.csv"}],
                  "edges": [{"edges_file": "edges.h5", "edge_types_file": "edge_types.csv"}]}}
                """);
    }

    private SonataModel read() throws IOException {
        TestCircuit circuit = new TestCircuit(folder);
        circuit.text("edge_types.csv", types);
        circuit.hdf5("edges.h5", edges);
        return SonataReader.read(folder.resolve("config.json"), false);
    }

    private List<Synapse> synapses() throws IOException {
        return read().network().projections().stream().map(Projection::synapse).toList();
    }

    private void assertRefused(String said) {
        String all = String.valueOf(assertThrows(SonataErrors.class, this::read).getMessage());
        assertTrue(all.contains(said), all);
    }

    @Test
    void whatAllEdgesOfATypeHaveCountsMoreThanTheirType() throws Exception {
        edges.with(GROUP + "/dynamics_params/tau_rec", new double[] {3, 100, 3});
        Synapse synapse = Synapse.of("tsodyks2_synapse");
        assertEquals(List.of(synapse.set("tau_rec", 3), synapse.set("tau_rec", 100)), synapses());
    }

    @Test
    void parametersMayStandBesideDynamicsParams() throws Exception {
        edges.with(GROUP + "/U", new double[] {0.25, 0.25, 0.25}).with(GROUP + "/distance", new double[] {1, 2, 3});
        Synapse synapse = Synapse.of("tsodyks2_synapse").set("U", 0.25);
        assertEquals(List.of(synapse.set("tau_rec", 500), synapse), synapses());
    }

    @Test
    void edgesOfATypeThatDifferAreRefused() {
        edges.with(GROUP + "/dynamics_params/tau_rec", new double[] {3, 100, 4});
        assertRefused(
                "edges.h5: /edges/v1_to_v1/0/dynamics_params/tau_rec: edges of type 7 differ: edge 0 has 3.0, edge"
                        + " 2 has 4.0; the synapses of a type have one value here, so give each value a type of its own, or"
                        + " remove the dataset and write one value into dynamics_params of the type");
    }

    @Test
    void edgesOfAGroupWithoutTheParameterHaveThatOfTheType() throws Exception {
        edges.with("edges/v1_to_v1/edge_group_id", new int[] {0, 0, 1})
                .with("edges/v1_to_v1/edge_group_index", new int[] {0, 1, 0})
                .with("edges/v1_to_v1/1/x", new double[] {1})
                .with(GROUP + "/dynamics_params/tau_rec", new double[] {500, 100});
        Synapse synapse = Synapse.of("tsodyks2_synapse");
        assertEquals(List.of(synapse.set("tau_rec", 500), synapse.set("tau_rec", 100)), synapses());
        edges.with(GROUP + "/dynamics_params/tau_rec", new double[] {3, 100});
        assertRefused("/edges/v1_to_v1/0/dynamics_params/tau_rec: edges of type 7 differ: edge 0 has 3.0, edge 2 has"
                + " 500.0;");
    }

    @Test
    void parametersThatTheModelDoesNotHaveAreTold() throws Exception {
        types[1] = "7 static_synapse 2.0 10.0 NULL";
        edges.with(GROUP + "/dynamics_params/tau_rec", new double[] {3, 100, 4});
        SonataModel model = read();
        assertEquals(
                List.of(folder.resolve("edges.h5")
                        + ": /edges/v1_to_v1/0/dynamics_params/tau_rec: static_synapse has no such parameter; it is"
                        + " passed over"),
                model.notes());
        assertEquals(
                List.of(Synapse.STATIC, Synapse.of("tsodyks2_synapse").set("tau_rec", 100)),
                model.network().projections().stream().map(Projection::synapse).toList());
    }

    @Test
    void aValueThatIsNotAllowedIsNamedByItsDataset() throws Exception {
        edges.with(GROUP + "/dynamics_params/tau_rec", new double[] {-3, 100, -3});
        read();
        String said = String.valueOf(assertThrows(
                        ConfigException.class, () -> ConfigReader.read(folder.resolve("config.json"), Overrides.NONE))
                .getMessage());
        assertTrue(
                said.contains("edges.h5: /edges/v1_to_v1/0/dynamics_params/tau_rec: -3 ms is not allowed; it must be"),
                said);
    }

    @Test
    void aColumnOfTheTypesCanNameAPopulation() throws Exception {
        types = new String[] {
            "edge_type_id model_template delay syn_weight volume_transmitter",
            "7 stdp_dopamine_synapse 2.0 10.0 v1",
            "8 static_synapse 2.0 10.0 NULL"
        };
        assertEquals(
                Synapse.of("stdp_dopamine_synapse").set("volume_transmitter", "v1"),
                synapses().getFirst());
    }
}
