package org.ganglion.network.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribedFileTest {
    @TempDir
    private Path folder;

    /** FIPS 180-2, appendix B.1: the digest of "abc". */
    @Test
    void theHashIsSha256OfTheBytes() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "abc");
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                DescribedFile.of(file).sha256());
    }

    @Test
    void aFileLongerThanTheBufferIsHashedWhole() throws Exception {
        byte[] bytes = new byte[200_000];
        Path file = Files.write(folder.resolve("a.csv"), bytes);
        DescribedFile before = DescribedFile.of(file);
        bytes[199_999] = 1;
        assertNotEquals(before, DescribedFile.of(Files.write(file, bytes)));
    }

    @Test
    void pathsAreAbsoluteAndHashesWellFormed() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "");
        DescribedFile described = DescribedFile.of(folder.resolve(".").resolve("a.csv"));
        assertEquals(file.toAbsolutePath(), described.path());
        String message = assertThrows(IllegalArgumentException.class, () -> new DescribedFile(file, "BA78"))
                .getMessage();
        assertTrue(message.contains("64 hexadecimal digits"), message);
    }
}
