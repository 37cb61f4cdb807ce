package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A population that fires too fast ends a run on nodes as it ends one in one process. */
@Timeout(180)
class NodesRunawayTest {
    @TempDir
    private Path folder;

    @Test
    void aRunOnANodeEndsAtTheSameStepWithTheSameReason() throws IOException {
        Path model = Call.write(folder, "fast.yaml", """
                populations:
                  E: {model: iaf_psc_exp, size: 60, parameters: {t_ref: 1.5 ms}}
                stimuli: {push: {type: dc, to: E, amplitude: 20 nA}}
                recorders: {spikes: {type: spikes, from: E}}
                simulation: {duration: 1 s, groups: 2}
                """);
        Path alone = folder.resolve("alone");
        assertEquals(4, Call.of("run", model, "-q", "--output", alone).exitCode());
        Path nodes = folder.resolve("nodes");
        Call call = Call.of("run", model, "--nodes", "1", "--port", "0", "--output", nodes);
        assertEquals(4, call.exitCode(), call.err());
        String reason = Call.runJson(alone, "ended_by");
        assertTrue(reason.startsWith("populations.E: "), reason);
        assertTrue((call.out() + call.err()).contains(reason), call.out() + call.err());
        for (String key : new String[] {"ended_by", "partial", "end_step", "spikes", "spike_hash", "state_hash"}) {
            assertEquals(Call.runJson(alone, key), Call.runJson(nodes, key), key);
        }
    }
}
