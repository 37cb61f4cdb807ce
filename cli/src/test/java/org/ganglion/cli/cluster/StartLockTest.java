package org.ganglion.cli.cluster;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ganglion.cli.model.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartLockTest {
    @TempDir
    private Path run;

    @Test
    void oneCommandAtATimeStartsTheNodesOfARun() throws IOException {
        try (StartLock _ = StartLock.take(run)) {
            UserException e = assertThrows(UserException.class, () -> StartLock.take(run));
            assertTrue(String.valueOf(e.getMessage()).contains("ganglion watch"), e::getMessage);
            assertThrows(UserException.class, () -> StartLock.requireFree(run));
        }
        assertDoesNotThrow(() -> StartLock.requireFree(run));
        StartLock.take(run).close();
    }

    @Test
    void lookingLeavesNothingBehind() throws IOException {
        StartLock.requireFree(run);
        try (Stream<Path> files = Files.list(run)) {
            assertEquals(0, files.count());
        }
    }
}
