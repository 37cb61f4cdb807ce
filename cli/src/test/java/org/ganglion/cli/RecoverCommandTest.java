package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process that is killed so that it can do nothing about it. */
@Timeout(120)
final class RecoverCommandTest {
    @TempDir
    private Path folder;

    private Process start(Path model, Path into) throws IOException {
        return Call.process(
                        "run",
                        "--live",
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

    /** As the live page asks for it. */
    private void change(String argument) throws Exception {
        Matcher url = Pattern.compile("live page: (\\S+/)#(\\S+)").matcher(text("err"));
        assertTrue(url.find(), text("err"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url.group(1) + "set"))
                .header("X-Ganglion-Token", url.group(2))
                .POST(HttpRequest.BodyPublishers.ofString(argument))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertEquals(
                    204,
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
    }

    @Test
    void whatAKilledRunHadRecordedIsThatOfARunThatEndedThere() throws Exception {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Path into = folder.resolve("results");
        Process process = start(model, into);
        try {
            Path spill = into.resolve("spikes-0-0-0.spill");
            while (process.isAlive() && !(Files.exists(spill) && Files.size(spill) > 20_000)) {
                Thread.sleep(50);
            }
            assertTrue(process.isAlive(), () -> text("err"));
            Call early = Call.of("recover", into);
            assertEquals(2, early.exitCode());
            assertTrue(early.err().contains("this run goes on"), early.err());
            change("stimuli.background.rate=21000");
            while (process.isAlive()
                    && !Files.readString(into.resolve("network.json")).contains("\"changes\"")) {
                Thread.sleep(50);
            }
            long before = Files.size(spill);
            while (process.isAlive() && Files.size(spill) < before + 20_000) {
                Thread.sleep(50);
            }
        } finally {
            process.destroyForcibly();
        }
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
        Call again = Call.of("run", model, "--output", into);
        assertTrue(again.err().contains("ganglion recover"), again.err());

        Call recovered = Call.of("recover", into);
        assertEquals(0, recovered.exitCode(), recovered.err());
        Matcher said =
                Pattern.compile(": complete up to (\\S+) ms of 10000000 ms\n").matcher(recovered.out());
        assertTrue(said.find(), recovered.out());
        assertTrue(Double.parseDouble(said.group(1)) > 10, recovered.out());
        try (var left = Files.list(into)) {
            assertFalse(left.anyMatch(f -> f.toString().endsWith(".spill")), "spill files");
        }

        String json = Files.readString(into.resolve("run.json"));
        assertTrue(json.contains("\"partial\" : true"), json);
        assertTrue(json.contains("\"recovered\" : true"), json);
        assertTrue(json.contains("\"end_step\" : " + Math.round(Double.parseDouble(said.group(1)) * 10) + "\n"), json);
        Call report = Call.of("report", into);
        assertEquals(0, report.exitCode(), report.err());
        Call plot = Call.of("plot", into, "--figure", "raster");
        assertEquals(0, plot.exitCode(), plot.err());
        Path whole = folder.resolve("whole");
        assertTrue(recovered.out().contains("stimuli.background.rate is 21000 from "), recovered.out());
        Path described = into.resolve("network.json");
        Call undisturbed = Call.of(
                "run", described, "-q", "--output", whole, "--set", "simulation.duration=" + said.group(1) + " ms");
        assertEquals(0, undisturbed.exitCode(), undisturbed.err());
        for (String file : List.of("spikes.h5", "states.h5")) {
            assertEquals(-1, Files.mismatch(whole.resolve(file), into.resolve(file)), file);
        }
        assertEquals(2, Call.of("recover", into).exitCode(), "nothing is left to recover");
    }

    private String text(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void thereIsNothingToRecoverOfARunThatEnded() throws Exception {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        Path into = folder.resolve("results");
        assertEquals(0, Call.of("run", model, "-q", "--output", into).exitCode());
        Call call = Call.of("recover", into);
        assertEquals(2, call.exitCode());
        assertTrue(call.err().contains("its results are there"), call.err());
        Files.createFile(into.resolve("spikes-0-0-0.spill")); // as if it had been killed while it took them away
        String json = Files.readString(into.resolve("run.json"));
        assertEquals(2, Call.of("recover", into).exitCode());
        assertEquals(json, Files.readString(into.resolve("run.json")));
        assertEquals(2, Call.of("recover", folder.resolve("nowhere")).exitCode());
    }
}
