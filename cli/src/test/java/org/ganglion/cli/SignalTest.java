package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real process that is stopped by a signal. */
@Timeout(120)
final class SignalTest {
    private static final int SIGINT = 2;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void whatWasRecordedIsKeptAndMarkedAsPartial(String signal, int exitCode) throws Exception {
        Assumptions.assumeTrue(Files.isReadable(Path.of("/proc/self/status")), "signals are sent as on Linux");
        Assumptions.assumeFalse(signal.equals("INT") && interruptIsIgnored(), "started in the background");
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Path into = folder.resolve("results");
        Process process = start(model, into);
        try {
            waitForSpikes(process, into);
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(exitCode, process.exitValue(), () -> errors());
        assertEquals("true", Call.runJson(into, "partial"));
        long steps = Long.parseLong(Call.runJson(into, "end_step"));
        assertTrue(steps > 0 && steps < 1e8, "stopped at step " + steps);
        try (HdfFile file = new HdfFile(into.resolve("spikes.h5"))) {
            long[] shape = new long[] {
                file.getDatasetByPath("/spikes/E/timestamps").getSize(),
                file.getDatasetByPath("/spikes/I/timestamps").getSize()
            };
            assertEquals(Long.parseLong(Call.runJson(into, "spikes")), shape[0] + shape[1]);
        }
        assertFalse(errors().contains("\tat "), errors());
    }

    private Process start(Path model, Path into) throws IOException {
        // Ten thousand seconds of model time take far longer than the test waits.
        return Call.process(
                        "run",
                        model.toString(),
                        "--output",
                        into.toString(),
                        "--set",
                        "simulation.duration=10000 s",
                        "--set",
                        "simulation.groups=2")
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private String errors() {
        try {
            return Files.readString(folder.resolve("err"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Spill files grow once the run is on its way. */
    private void waitForSpikes(Process process, Path into) throws Exception {
        Path spill = into.resolve("spikes-0-0-0.spill");
        while (process.isAlive() && !(Files.exists(spill) && Files.size(spill) > 1000)) {
            Thread.sleep(50);
        }
        assertTrue(process.isAlive(), () -> errors());
    }

    /** Whether processes started from here ignore Ctrl-C, as those do that a shell put into the background. */
    private static boolean interruptIsIgnored() throws IOException {
        Matcher ignored = Pattern.compile("(?m)^SigIgn:\\s+(\\p{XDigit}+)$")
                .matcher(Files.readString(Path.of("/proc/self/status")));
        return ignored.find() && (Long.parseUnsignedLong(ignored.group(1), 16) >> (SIGINT - 1) & 1) == 1;
    }
}
