package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

final class ScaleCommandTest {
    @TempDir
    private Path folder;

    @Test
    @Timeout(240)
    void realProcessesGiveTheSameSpikesAndTellWhatTheySent() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Path into = folder.resolve("scale");
        Call call = Call.of("scale", model, "--nodes", "1,2", "--repeats", 1, "-o", into);
        assertEquals(0, call.exitCode(), call.err());
        List<String> csv = Files.readAllLines(into.resolve("scale.csv"));
        List<String> names = List.of(csv.get(0).split(","));
        List<String> one = List.of(csv.get(1).split(",", -1));
        List<String> two = List.of(csv.get(2).split(",", -1));
        assertEquals("1", one.get(names.indexOf("nodes")));
        assertEquals("2", two.get(names.indexOf("nodes")));
        Path plain = folder.resolve("plain");
        assertEquals(0, Call.of("run", model, "-q", "-o", plain).exitCode());
        for (List<String> row : List.of(one, two)) {
            assertEquals(Call.runJson(plain, "spike_hash"), row.get(names.indexOf("spike_hash")));
            assertEquals("100", row.get(names.indexOf("neurons")));
        }
        assertEquals("0", one.get(names.indexOf("bytes")), "one process has nobody to send to");
        assertTrue(Long.parseLong(two.get(names.indexOf("bytes"))) > 0, two.toString());
        assertTrue(Files.size(into.resolve("scale.png")) > 0);
        assertTrue(call.out().contains("strong"), call.out());
    }

    @Test
    void aNetworkThatCannotGrowIsRefusedWithTheRemedy() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Call none = Call.of("scale", model, "--weak", "-o", folder.resolve("scale"));
        assertEquals(2, none.exitCode());
        assertTrue(none.err().contains("has no parameter \"scale\" by which it grows"), none.err());
        assertTrue(none.err().contains("--weak-parameter"), none.err());
        Call same = Call.of("scale", model, "--weak", "--weak-parameter", "w", "-o", folder.resolve("scale"));
        assertEquals(2, same.exitCode());
        assertTrue(same.err().contains("twice the \"w\" makes 100 neurons of 100"), same.err());
        Call zero = Call.of("scale", model, "--nodes", "0,2", "-o", folder.resolve("scale"));
        assertEquals(2, zero.exitCode());
        assertTrue(zero.err().contains("--nodes: 0 is not between 1 and 256"), zero.err());
    }
}
