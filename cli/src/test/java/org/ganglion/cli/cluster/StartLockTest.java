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
    void oneCommandAtATimeStartsTheNodesOfARun() throws Exception {
        try (StartLock _ = StartLock.take(run)) {
            UserException e = assertThrows(UserException.class, () -> StartLock.take(run));
            assertTrue(String.valueOf(e.getMessage()).contains("ganglion watch"), e::getMessage);
            assertThrows(UserException.class, () -> StartLock.requireFree(run));
        }
        assertDoesNotThrow(() -> StartLock.requireFree(run));
        StartLock.take(run).close();
    }

    /** Its results are there some time before the command has ended. */
    @Test
    void aCommandWhoseRunHasEndedIsGivenTimeToEnd() throws Exception {
        Files.createFile(run.resolve("summary.txt"));
        StartLock first = StartLock.take(run);
        Thread ending = Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(300);
                first.close();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        StartLock.take(run).close();
        ending.join();
    }

    @Test
    void lookingLeavesNothingBehind() throws Exception {
        StartLock.requireFree(run);
        try (Stream<Path> files = Files.list(run)) {
            assertEquals(0, files.count());
        }
    }
}
