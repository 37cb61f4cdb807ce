package org.ganglion.io.sonata;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.ganglion.io.config.ConfigException;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.group.PlainSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are cut, changed or missing end in messages that name them, or in a run; never in anything else. */
class DamagedCircuitTest {
    private static final int MUTANTS = 500;

    @TempDir
    Path folder;

    private TestCircuit.Contents nodes = TestCircuit.nodes("v1", 1, 1, 1, 2);
    private TestCircuit.Contents edges =
            TestCircuit.edges("v1", "v1", new long[] {0, 1, 2}, new long[] {1, 2, 3}, new long[] {7, 7, 8});
    private TestCircuit.Contents spikes = TestCircuit.spikes("in", new long[] {0, 1, 0}, new double[] {1.5, 2.5, 3.5});

    private List<Path> write() throws IOException {
        TestCircuit circuit = new TestCircuit(folder);
        circuit.hdf5("nodes.h5", nodes);
        circuit.hdf5("in_nodes.h5", TestCircuit.nodes("in", 0, 0));
        circuit.hdf5("edges.h5", edges.with("edges/v1_to_v1/0/syn_weight", new double[] {50, 60, 70}));
        circuit.hdf5(
                "in_edges.h5",
                TestCircuit.edges("in", "v1", new long[] {0, 1}, new long[] {0, 1}, new long[] {7, 7})
                        .with("edges/in_to_v1/0/syn_weight", new double[] {90, 90}));
        circuit.hdf5("spikes.h5", spikes);
        circuit.text(
                "types.csv",
                "node_type_id model_type model_template dynamics_params",
                "1 point_neuron nest:iaf_psc_alpha cell.json",
                "2 point_neuron nest:iaf_psc_alpha cell.json",
                "0 virtual NULL NULL");
        circuit.text("edge_types.csv", "edge_type_id delay model_template", "7 2.0 static_synapse", "8 1.5 NULL");
        circuit.text("cell.json", "{\"tau_m\": 20.0, \"C_m\": 250.0, \"t_ref\": 2.0}");
        circuit.text(
                "node_sets.json",
                "{\"some\": {\"population\": \"v1\", \"node_id\": [0, 2]}, \"both\": [\"some\", \"in\"]}");
        circuit.text(
                "simulation_config.json",
                "{\"manifest\": {\"$DIR\": \"${configdir}\"},",
                " \"components\": {\"point_neuron_models_dir\": \"$DIR\"},",
                " \"run\": {\"tstop\": 10.0, \"dt\": 0.1}, \"target_simulator\": \"NEST\",",
                " \"node_sets_file\": \"node_sets.json\",",
                " \"networks\": {\"nodes\": [",
                "  {\"nodes_file\": \"$DIR/nodes.h5\", \"node_types_file\": \"types.csv\"},",
                "  {\"nodes_file\": \"$DIR/in_nodes.h5\", \"node_types_file\": \"types.csv\"}], \"edges\": [",
                "  {\"edges_file\": \"$DIR/edges.h5\", \"edge_types_file\": \"edge_types.csv\"},",
                "  {\"edges_file\": \"$DIR/in_edges.h5\", \"edge_types_file\": \"edge_types.csv\"}]},",
                " \"inputs\": {\"in\": {\"input_type\": \"spikes\", \"module\": \"h5\", \"input_file\": \"spikes.h5\",",
                "   \"node_set\": \"in\"},",
                "  \"clamp\": {\"input_type\": \"current_clamp\", \"module\": \"IClamp\", \"node_set\": \"some\",",
                "   \"amp\": 300.0, \"delay\": 1.0, \"duration\": 5.0}},",
                " \"reports\": {\"v\": {\"cells\": \"both\", \"variable_name\": \"V_m\", \"module\": \"multimeter_report\"}}}");
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** What is said of the circuit; empty where it runs. */
    private String tryIt() throws Exception {
        try {
            Experiment experiment = ConfigReader.read(folder.resolve("simulation_config.json"), Overrides.NONE)
                    .experiment();
            if (experiment.settings().endStep() <= 100) {
                try (PlainSimulation simulation = PlainSimulation.build(experiment, 1, Recording.NONE)) {
                    simulation.runTo(experiment.settings().endStep());
                }
            }
            return "";
        } catch (ConfigException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void assertSaid(String file, String path, String what) throws Exception {
        write();
        String said = tryIt();
        assertTrue(said.contains(file), said);
        assertTrue(said.contains(path), said);
        assertTrue(said.contains(what), said);
    }

    @Test
    void theCircuitItselfRuns() throws Exception {
        write();
        String said = tryIt();
        assertTrue(said.isEmpty(), said);
    }

    @Test
    void mutantsEndInMessagesThatNameAFileOrInARun() throws Exception {
        List<Path> files = write();
        List<byte[]> sound = files.stream().map(DamagedCircuitTest::bytes).toList();
        Random random = new Random(1);
        int complaints = 0;
        for (int i = 0; i < MUTANTS; i++) {
            int which = random.nextInt(files.size());
            byte[] mutant = mutant(sound.get(which), random);
            Files.write(files.get(which), mutant);
            int number = i;
            String said;
            try {
                said = assertTimeoutPreemptively(Duration.ofSeconds(60), this::tryIt, () -> "mutant " + number);
            } catch (Exception | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("mutant " + i + " of " + files.get(which), e);
            }
            complaints += said.isEmpty() ? 0 : 1;
            assertTrue(said.isEmpty() || said.contains(folder.toString()), "mutant " + i + ": " + said);
            assertFalse(said.contains("Exception"), "mutant " + i + ": " + said);
            Files.write(files.get(which), sound.get(which));
        }
        assertTrue(complaints > MUTANTS / 5, "only " + complaints + " mutants were found out");
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Cut off, some bytes changed, or a stretch overwritten. */
    private static byte[] mutant(byte[] sound, Random random) {
        byte[] mutant = sound.clone();
        switch (random.nextInt(4)) {
            case 0 -> mutant = Arrays.copyOf(sound, random.nextInt(sound.length));
            case 1 -> {
                int at = random.nextInt(sound.length);
                Arrays.fill(mutant, at, Math.min(sound.length, at + 1 + random.nextInt(16)), (byte) random.nextInt());
            }
            default -> {
                for (int i = 0; i <= random.nextInt(4); i++) {
                    mutant[random.nextInt(sound.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return mutant;
    }

    @Test
    void aHeaderLargerThanTheFileIsRefusedBeforeRoomIsMadeForIt() throws Exception {
        write();
        Path file = folder.resolve("edges.h5");
        byte[] bytes = bytes(file);
        int header = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("OHDR");
        bytes[header + 5] = 2; // no times, four bytes that say how large the header is
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(header + 6, 0x7FFF_FF00);
        Files.write(file, bytes);
        String said = tryIt();
        assertTrue(said.contains("edges.h5"), said);
        assertTrue(said.contains("the header at byte " + header + " claims to be larger than the file"), said);
    }

    @Test
    void aMissingDatasetIsNamed() throws Exception {
        nodes.without("nodes/v1/node_type_id");
        assertSaid("nodes.h5", "/nodes/v1/node_type_id", "there is no such dataset");
    }

    @Test
    void aDatasetOfTextsWhereNumbersBelongIsNamed() throws Exception {
        nodes.with("nodes/v1/node_type_id", new String[] {"a", "b", "c", "d"});
        assertSaid("nodes.h5", "/nodes/v1/node_type_id", "does not hold numbers");
    }

    @Test
    void datasetsOfDifferentLengthAreNamed() throws Exception {
        edges.with("edges/v1_to_v1/target_node_id", new long[] {1, 2});
        assertSaid("edges.h5", "/edges/v1_to_v1/target_node_id", "has 2 entries, but source_node_id has 3");
    }

    @Test
    void anEdgeToANodeThatIsNotThereIsNamed() throws Exception {
        edges.with("edges/v1_to_v1/target_node_id", new long[] {1, 2, 44});
        assertSaid("edges.h5", "/edges/v1_to_v1/target_node_id", "edge 2: there is no node 44");
    }

    @Test
    void aTypeThatIsNotDescribedIsNamed() throws Exception {
        edges.with("edges/v1_to_v1/edge_type_id", new long[] {7, 7, 9});
        assertSaid("edges.h5", "/edges/v1_to_v1/edge_type_id", "edge 2 is of type 9");
    }

    @Test
    void aPositionBehindTheEndOfAGroupIsNamed() throws Exception {
        edges.with("edges/v1_to_v1/edge_group_index", new int[] {0, 1, 5});
        assertSaid("edges.h5", "/edges/v1_to_v1/0/syn_weight", "edge 2 asks for entry 5");
    }

    @Test
    void aGroupOfEdgesThatIsNotThereIsNamed() throws Exception {
        edges.with("edges/v1_to_v1/edge_group_id", new int[] {0, 0, 2});
        assertSaid(
                "edges.h5",
                "/edges/v1_to_v1/edge_group_id",
                "entry 2 is 2, but there is no group /edges/v1_to_v1/2 (there is: 0); name one that is there, or add an"
                        + " empty one");
    }

    @Test
    void aGroupOfNodesThatIsNotThereIsNamed() throws Exception {
        nodes.with("nodes/v1/node_group_id", new int[] {0, 7, 0, 0});
        assertSaid("nodes.h5", "/nodes/v1/node_group_id", "entry 1 is 7, but there is no group /nodes/v1/7");
    }

    @Test
    void groupsWithoutAttributesMayBeEmptyOrAllMissing() throws Exception {
        nodes.without("nodes/v1/0/x");
        edges.with("edges/v1_to_v1/edge_group_id", new int[] {0, 0, 1})
                .with("edges/v1_to_v1/1/0/x", new double[] {0}); // group 1 has no attribute of its own
        write();
        String types = Files.readString(folder.resolve("edge_types.csv"));
        Files.writeString(
                folder.resolve("edge_types.csv"),
                types.replaceFirst("\n", " syn_weight\n").replaceAll("(static_synapse|8 1.5 NULL)", "$1 50"));
        String said = tryIt();
        assertTrue(said.isEmpty(), said);
    }

    @Test
    void aNumberOfSynapsesThatIsNegativeOrNotWholeIsNamed() throws Exception {
        edges.with("edges/v1_to_v1/0/nsyns", new int[] {1, 0, -2});
        assertSaid("edges.h5", "/edges/v1_to_v1/0/nsyns", "entry 2 is -2.0; a whole number of 0 or more is needed");
        edges.with("edges/v1_to_v1/0/nsyns", new double[] {1, 1.5, 1});
        assertSaid("edges.h5", "/edges/v1_to_v1/0/nsyns", "entry 1 is 1.5; a whole number of 0 or more is needed");
        edges.without("edges/v1_to_v1/0/nsyns");
        write();
        Files.writeString(folder.resolve("edge_types.csv"), "edge_type_id delay nsyns\n7 2.0 -1\n8 1.5 NULL\n");
        String said = tryIt();
        assertTrue(
                said.contains("edge_types.csv:2:1: nsyns: -1.0 is given; a whole number of 0 or more is needed"), said);
    }

    @Test
    void aDelayThatIsNegativeIsNamed() throws Exception {
        edges.with("edges/v1_to_v1/0/delay", new double[] {1, -1, 1});
        assertSaid("edges.h5", "/edges/v1_to_v1/0/delay", "entry 1 is -1.0; a delay above 0 ms is needed");
    }

    @Test
    void aWeightThatIsNoNumberIsNamed() throws Exception {
        write();
        new TestCircuit(folder)
                .hdf5("edges.h5", edges.with("edges/v1_to_v1/0/syn_weight", new double[] {1, Double.NaN, 2}));
        String said = tryIt();
        assertTrue(said.contains("edges.h5: /edges/v1_to_v1/0/syn_weight: entry 1 is NaN"), said);
    }

    @Test
    void aSpikeOfANodeThatIsNotThereIsNamed() throws Exception {
        spikes.with("spikes/in/node_ids", new long[] {0, 1, 9});
        assertSaid("spikes.h5", "spike 2 is of node 9", "in has 2 nodes with ids from 0 to 1");
    }

    @Test
    void aNodeGivenTwiceIsNamed() throws Exception {
        nodes.with("nodes/v1/node_id", new long[] {0, 1, 1, 3});
        assertSaid("nodes.h5", "/nodes/v1/node_id", "the id 1 is given twice");
    }
}
