package org.ganglion.distributed.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that only one of several writers gets, on disks of all kinds. */
class FolderDiskTest {
    @TempDir
    private Path folder;

    private Path aside(String text) throws IOException {
        return Files.writeString(folder.resolve(".aside"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Operation not permitted", "Operation not supported", "Function not implemented"})
    void aNameIsGivenOnceWhereADiskHasNoLinks(String reason) throws IOException {
        Path path = folder.resolve("name");
        FolderDisk.Linking without = (name, file) -> {
            throw new FileSystemException(name.toString(), file.toString(), reason);
        };
        assertTrue(FolderDisk.nameIfFree(aside("first"), path, without));
        assertFalse(FolderDisk.nameIfFree(aside("second"), path, without));
        assertEquals("first", Files.readString(path));
    }

    @Test
    void aFileThatIsGoneGetsNoName() {
        Path gone = folder.resolve(".gone");
        assertThrows(
                NoSuchFileException.class,
                () -> FolderDisk.nameIfFree(gone, folder.resolve("name"), Files::createLink));
    }
}
