package org.ganglion.io.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskFullExceptionTest {
    @TempDir
    private Path folder;

    @Test
    void aFullDiskIsToldWithTheFileAndWhatIsFreeAndWhatToDo() {
        Path file = folder.resolve("spikes.h5");
        IOException told = DiskFullException.told(file, new IOException("No space left on device"));
        assertTrue(told.getMessage().startsWith(file + ": the disk is full ("), told.getMessage());
        assertTrue(told.getMessage()
                .matches("(?s).*\\([\\d.,]+ (bytes|MiB|GiB) of [\\d.,]+ (bytes|MiB|GiB) are free on .*"));
        assertTrue(told.getMessage().endsWith("; make room"), told.getMessage());
        assertTrue(DiskFullException.isToldIn("group 1 on b: " + told.getMessage()), "as another node reports it");
        assertSame(told, DiskFullException.told(folder, told), "the innermost file is named");
    }

    @Test
    void itIsFoundBelowOtherFailures() {
        IOException told = DiskFullException.told(folder, new IOException("File too large"));
        assertTrue(DiskFullException.isCauseOf(new IOException("merging", told)));
        assertFalse(DiskFullException.isCauseOf(new IOException("merging", new IOException("Broken pipe"))));
    }

    @Test
    void otherFailuresStayAsTheyAre() {
        IOException other = new IOException("Broken pipe");
        assertSame(other, DiskFullException.told(folder, other));
        assertEquals("Broken pipe", other.getMessage());
    }
}
