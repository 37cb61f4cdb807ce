package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InspectCommandTest {
    @TempDir
    private Path folder;

    @Test
    void allThatARunCanRecordIsSound() throws IOException {
        String recorders = """
            recorders:
              w: {type: weights, projection: all, interval: 10 ms}
              r: {type: rate, from: all, bin: 10 ms}
            """;
        Path model = Call.write(folder, "tiny.yaml", Call.TINY.replace("recorders:\n", recorders));
        Path into = folder.resolve("everything");
        assertEquals(0, Call.of("run", model, "-q", "--output", into).exitCode());
        Call call = Call.of("inspect", into);
        assertEquals(0, call.exitCode(), call.out());
        assertTrue(
                call.out().contains("640 synapses of E-all/E-E, 0.1 mV at the end, 5 samples at 10 to 50 ms"),
                call.out());
    }

    @Test
    void whatIsWrittenHereIsSoundAndCounted() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Path into = folder.resolve("results");
        Path circuit = folder.resolve("circuit");
        assertEquals(0, Call.of("run", model, "-q", "--output", into).exitCode());
        assertEquals(
                0,
                Call.of("export", model, "--sonata", circuit, "--skip-stimuli").exitCode());
        Call call = Call.of(
                "inspect",
                circuit.resolve("network/E_nodes.h5"),
                circuit.resolve("network/I_nodes.h5"),
                circuit.resolve("network/edges.h5"),
                into);
        assertEquals(0, call.exitCode(), call.out() + call.err());
        assertFalse(call.out().contains("WRONG"), call.out());
        for (String expected : new String[] {
            "edges.h5: ok",
            "nodes E: 80 nodes with ids from 0 to 79",
            "edges E-all_E-I: 160 edges from E (ids ", // 20 targets with an in-degree of 8
            "spikes of I: ",
            "report E: V_m of E, 50 samples of 2 elements of 2 nodes, 1 to 51 ms every 1 ms"
        }) {
            assertTrue(call.out().contains(expected), expected + " in " + call.out());
        }
        Call whole = Call.of("inspect", circuit);
        assertEquals(0, whole.exitCode(), whole.err());
        assertTrue(whole.out().contains("nodes E: 80 nodes with ids from 0 to 79"), whole.out());
        assertTrue(whole.out().contains("edges E-all_E-I: 160 edges from E (ids "), whole.out());
    }

    @Test
    void filesOfNoKnownKindAreRefusedAndDamagedOnesAreTold() throws IOException {
        Path text = Call.write(folder, "notes.txt", "nothing");
        assertEquals(2, Call.of("inspect", text).exitCode());
        assertEquals(2, Call.of("inspect", folder.resolve("nowhere")).exitCode());
        Path broken = Call.write(folder, "broken.h5", "nothing");
        Call call = Call.of("inspect", broken);
        assertEquals(1, call.exitCode(), call.err());
        assertTrue(call.out().contains("broken.h5: 1 wrong"), call.out());
        Path spill = Files.write(folder.resolve("spikes-0-0-0.spill"), new byte[] {'G', 'A', 'N'});
        assertTrue(Call.of("inspect", spill).out().contains("ends within its header"));
        Path complete = Call.write(folder, "complete", "ganglion-checkpoint 1\nsum 0\n");
        assertTrue(Call.of("inspect", complete).out().contains("is cut off or was changed"));
    }
}
