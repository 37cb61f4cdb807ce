package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command and every file of the tutorial, typed as it stands in a fresh folder, prints what the chapter shows. */
@Timeout(300)
final class TutorialTest {
    private static final Path TUTORIAL =
            Path.of("..", "docs", "tutorial").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-first-neuron.md",
                "2-two-populations.md",
                "3-recording-and-looking.md",
                "4-learning-and-own-models.md",
                "5-nodes.md"
            })
    void whatAChapterShowsIsWhatComes(String chapter) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules=jdk.incubator.vector",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.ganglion.cli.TutorialChapter",
                        TUTORIAL.resolve(chapter).toString()))
                .directory(Files.createDirectory(folder.resolve("typed")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            assertTrue(process.waitFor(280, TimeUnit.SECONDS), "it ends");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), Files.readString(said));
    }

    @Test
    void everyChapterIsListed() throws IOException {
        try (Stream<Path> files = Files.list(TUTORIAL)) {
            String contents = Files.readString(TUTORIAL.resolve("README.md"));
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                assertTrue(name.equals("README.md") || contents.contains("(" + name + ")"), name);
            }
        }
    }
}
