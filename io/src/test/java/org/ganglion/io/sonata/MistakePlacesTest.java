package org.ganglion.io.sonata;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.ganglion.io.config.ConfigException;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes are told at the keys, datasets and entries that the files of a circuit have. */
class MistakePlacesTest {
    @TempDir
    Path folder;

    private final TestCircuit.Contents nodes = TestCircuit.nodes("v1", 1, 1, 2);
    private final TestCircuit.Contents edges =
            TestCircuit.edges("v1", "v1", new long[] {0, 1, 2}, new long[] {1, 2, 0}, new long[] {7, 7, 8});
    private String cell = "{}";
    private String refractoryMs = "NULL";
    private String synapse = "{}";
    private String clamp = "";
    private String report = "";

    private void assertSaid(String expected) throws Exception {
        TestCircuit circuit = new TestCircuit(folder);
        circuit.hdf5("nodes.h5", nodes);
        circuit.hdf5("edges.h5", edges);
        circuit.text("cell.json", cell);
        circuit.text("synapse.json", synapse);
        circuit.text("types.csv", """
                node_type_id model_type model_template t_ref dynamics_params
                1 point_neuron nest:iaf_psc_exp NULL NULL
                2 point_neuron nest:iaf_psc_exp %s cell.json
                """.formatted(refractoryMs));
        circuit.text("edge_types.csv", """
                edge_type_id delay syn_weight model_template dynamics_params
                7 1.0 5.0 static_synapse NULL
                8 1.0 5.0 tsodyks2_synapse synapse.json
                """);
        circuit.text("config.json", """
                {"run": {"tstop": 10, "dt": 0.1}, "networks": {
                  "nodes": [{"nodes_file": "nodes.h5", "node_types_file": "types.csv"}],
                  "edges": [{"edges_file": "edges.h5", "edge_types_file": "edge_types.csv"}]},
                 "inputs": {"c": {"input_type": "current_clamp", "node_set": "v1"%s}},
                 "reports": {"r": {"cells": "v1"%s}}}
                """.formatted(
                clamp.isEmpty() ? ", \"enabled\": false" : clamp, report.isEmpty() ? ", \"enabled\": false" : report));
        String said = String.valueOf(assertThrows(
                        ConfigException.class, () -> ConfigReader.read(folder.resolve("config.json"), Overrides.NONE))
                .getMessage());
        assertTrue(said.contains(expected), said);
    }

    @Test
    void aDurationThatIsNotPositive() throws Exception {
        clamp = ", \"amp\": 100.0, \"delay\": 3.0, \"duration\": -3.0";
        assertSaid("inputs.c.duration: -3.0 ms is not allowed; it must be above 0 ms");
    }

    @Test
    void timesOfClampsThatAreOffTheSteps() throws Exception {
        clamp = ", \"amp\": 100.0, \"delay\": 3.05, \"duration\": 3.0";
        assertSaid("inputs.c.delay: 3.05 ms is not a multiple of the step");
        clamp = ", \"amp\": [1.0, 2.0], \"delay\": [1.0, 2.0], \"duration\": [1.0, 3.05]";
        assertSaid("inputs.c.duration.1 (end of the current): 5.05 ms is not a multiple of the step");
    }

    @Test
    void keysOfReports() throws Exception {
        report = ", \"variable_name\": \"zz\", \"dt\": 0.25, \"start_time\": 0.05";
        assertSaid("config.json:5:35: reports.r.variable_name: unknown state variable of iaf_psc_exp \"zz\"");
        assertSaid("reports.r.dt: 0.25 ms is not a multiple of the step");
        assertSaid("reports.r.start_time: 0.05 ms is not a multiple of the step");
        report = ", \"variable_name\": [\"v\", \"zz\"]";
        assertSaid("reports.r.variable_name.1: unknown state variable of iaf_psc_exp \"zz\"");
    }

    @Test
    void delaysAndWeightsOfEdges() throws Exception {
        edges.with("edges/v1_to_v1/0/delay", new double[] {1, 1.03, 1});
        assertSaid("edges.h5: /edges/v1_to_v1/0/delay: entry 1: 1.03 ms is not a multiple of the step");
        edges.with("edges/v1_to_v1/0/syn_weight", new double[] {1, 1e30, 1});
        assertSaid("edges.h5: /edges/v1_to_v1/0/syn_weight: entry 1: ");
    }

    @Test
    void parametersOfSynapses() throws Exception {
        synapse = "{\"tau_rec\": -3.0}";
        assertSaid("synapse.json:1:2: /edges/v1_to_v1, type 8.dynamics_params.tau_rec: -3 ms is not allowed");
    }

    @Test
    void parametersOfNodes() throws Exception {
        nodes.with("nodes/v1/0/dynamics_params/tau_m", new double[] {10, -3, 10});
        assertSaid("nodes.h5: /nodes/v1/0/dynamics_params/tau_m: node 1: -3 ms is not allowed; it must be above 0 ms");
        nodes.with("nodes/v1/0/dynamics_params/tau_m", new double[] {10, Double.NaN, 10});
        assertSaid("nodes.h5: /nodes/v1/0/dynamics_params/tau_m: node 1: NaN is not a number that can be used");
        nodes.with("nodes/v1/0/dynamics_params/tau_m", new double[] {10, 10});
        assertSaid("/nodes/v1/0/dynamics_params/tau_m: node 2: has 2 entries, but node_group_index asks for entry 2");
        nodes.with("nodes/v1/0/dynamics_params/tau_m", new String[] {"a", "b", "c"});
        assertSaid("/nodes/v1/0/dynamics_params/tau_m: node 0: holds texts where numbers are needed");
    }

    @Test
    void parametersOfTypesOfNodes() throws Exception {
        cell = "{\"tau_m\": -3.0}";
        assertSaid("cell.json:1:2: tau_m: -3 ms is not allowed; it must be above 0 ms");
        cell = "{}";
        refractoryMs = "-1";
        assertSaid("types.csv:3:1: t_ref: -1 ms is not allowed; it must be at least 0 ms");
    }
}
