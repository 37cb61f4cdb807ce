package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The shell at a terminal, which {@code script} of util-linux stands for. */
@Timeout(180)
final class ShellTerminalTest {
    private static final Path SCRIPT = Path.of("/usr/bin/script");
    private static final String PROMPT = "jshell> ";
    private static final int PATIENCE_S = 150;
    private static final int END = 4; // Ctrl-D

    @TempDir
    private Path folder;

    private final StringBuilder shown = new StringBuilder();

    @Test
    void aNetworkIsRunLookedAtAndRunOn() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(SCRIPT) && isUtilLinux(), "script of util-linux is not installed");
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Path whole = folder.resolve("whole");
        Call run = Call.of("run", model, "-q", "-o", whole, "--set", "simulation.duration=90 ms");
        assertEquals(0, run.exitCode(), run.err());
        Process shell = start(model);
        CompletableFuture.delayedExecutor(PATIENCE_S, TimeUnit.SECONDS)
                .execute(shell::destroyForcibly); // ends what waits for its output
        try {
            InputStream out = shell.getInputStream();
            OutputStream in = shell.getOutputStream();
            await(out, PROMPT);
            type(in, "run(60)");
            await(out, "(0 to 60 ms)");
            await(out, PROMPT);
            type(in, "spikes().between(0, 60).size() == spikes().size()");
            await(out, "==> true");
            await(out, PROMPT);
            type(in, "run(30)");
            await(out, "(60 to 90 ms)");
            await(out, PROMPT);
            type(in, "session().summary().spikeHashText()");
            await(out, "==> \"" + Call.runJson(whole, "spike_hash") + "\"");
            await(out, PROMPT);
            in.write(END);
            in.flush();
            out.transferTo(OutputStream.nullOutputStream());
            assertTrue(shell.waitFor(60, TimeUnit.SECONDS), "it ends");
            assertEquals(0, shell.exitValue());
        } finally {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
        assertFalse(shown.toString().contains("Error"), shown.toString());
    }

    /** That of other systems takes other arguments. */
    private static boolean isUtilLinux() throws IOException, InterruptedException {
        Process version = new ProcessBuilder(SCRIPT.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        String said = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return version.waitFor() == 0 && said.contains("util-linux");
    }

    private Process start(Path model) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = List.of(
                java,
                "--add-modules=jdk.incubator.vector",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Djava.util.prefs.userRoot=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "org.ganglion.cli.Start",
                "shell",
                model.toString());
        Path script = Files.writeString(
                folder.resolve("shell.sh"), "stty cols 120 rows 40\nexec '" + String.join("' '", command) + "'\n");
        ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString(), "-qec", "sh '" + script + "'", "/dev/null")
                .redirectErrorStream(true);
        builder.environment().put("TERM", "dumb"); // no colours, no moves of the cursor
        return builder.start();
    }

    private static void type(OutputStream in, String line) throws IOException {
        in.write((line + "\r").getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    /** Reads on until a text comes, and takes all before it as seen. */
    private void await(InputStream out, String text) throws IOException {
        StringBuilder unread = new StringBuilder();
        while (unread.indexOf(text) < 0) {
            int next = out.read();
            if (next < 0) {
                throw new AssertionError("expected " + text + " after " + shown);
            }
            shown.append((char) next);
            unread.append((char) next);
        }
    }
}
