package org.ganglion.io.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsideFileTest {
    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void writeWhatWasThereBefore() throws IOException {
        path = folder.resolve("run.json");
        Files.writeString(path, "before");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void takesItsNameOnlyOnceItIsComplete() throws IOException {
        AsideFile.of(path).write(aside -> {
            assertEquals(folder.resolve("run.json.part"), aside);
            Files.writeString(aside, "µ");
            assertEquals("before", Files.readString(path));
        });

        assertEquals("µ", Files.readString(path));
        assertEquals(List.of("run.json"), names());
    }

    @Test
    void whatCannotBeCompletedLeavesWhatWasThereAndTakesNoRoom() throws IOException {
        IOException full = new IOException("No space left on device");

        IOException thrown =
                assertThrows(IOException.class, () -> AsideFile.of(path).write(aside -> {
                    Files.writeString(aside, "hal");
                    throw full;
                }));

        assertSame(full, thrown);
        assertEquals("before", Files.readString(path));
        assertEquals(List.of("run.json"), names());
    }

    @Test
    void whatAnInterruptedRunLeftAsideDoesNotGetIn() throws IOException {
        Files.writeString(folder.resolve("run.json.part"), "left by a run that was killed");

        AsideFile.of(path).write(aside -> {
            assertFalse(Files.exists(aside));
            Files.writeString(aside, "short");
        });

        assertEquals("short", Files.readString(path));
    }

    @Test
    void writersOfOneFileMayEachHaveAPlaceAsideOfTheirOwn() throws IOException {
        AsideFile file = new AsideFile(path, folder.resolve("node-1.part"));
        Files.writeString(folder.resolve("node-2.part"), "of another");

        file.write(aside -> Files.writeString(aside, "of node 1"));

        assertEquals("of node 1", Files.readString(path));
        assertTrue(names().contains("node-2.part"));
    }

    @Test
    void whatProcessesLeftOfAFileThatIsCompleteIsDeleted() throws IOException {
        AsideFile own = AsideFile.own(path);
        assertEquals("run.json", AsideFile.nameOf(own.aside().getFileName().toString()));
        for (String left : List.of("run.json.part", "run.json.0123456789ab.part", "other.json.part")) {
            Files.setLastModifiedTime(Files.writeString(folder.resolve(left), "half"), FileTime.fromMillis(0));
        }
        Files.writeString(folder.resolve("run.json.ba9876543210.part"), "by another that goes on");
        own.write(aside -> Files.writeString(aside, "whole"));
        AsideFile.deleteLeft(folder, List.of(path));

        assertEquals(List.of("other.json.part", "run.json", "run.json.ba9876543210.part"), names());
        assertEquals("whole", Files.readString(path));
    }

    @Test
    void textIsWrittenInUtf8() throws IOException {
        AsideFile.of(path).writeText("µ");

        assertEquals(2, Files.size(path));
        assertEquals("µ", Files.readString(path));
    }
}
