package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The live page of a run on a node of its own process, as a browser asks for it: what is asked is done there. */
@Timeout(180)
class NodesLiveTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private Path into() {
        return folder.resolve("results");
    }

    /** Starts a run for longer than any test waits. */
    private Process start() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", Call.TINY);
        return Call.process(
                        "run",
                        model.toString(),
                        "--nodes",
                        "1",
                        "--port",
                        "0",
                        "--checkpoint",
                        "none",
                        "--output",
                        into().toString(),
                        "--set",
                        "simulation.duration=10000 s",
                        "--set",
                        "simulation.groups=2")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    /** Opens the page as {@code ganglion watch --live RUN} does. */
    private CompletableFuture<Integer> watch() {
        return CompletableFuture.supplyAsync(() -> Main.execute(
                new PrintWriter(new StringWriter()), new PrintWriter(err, true), "watch", "--live", into().toString()));
    }

    private String url(CompletableFuture<Integer> watching) throws InterruptedException {
        Pattern line = Pattern.compile("live page: (http://127\\.0\\.0\\.1:\\d+/#[\\w-]{24})");
        Matcher matcher = line.matcher(err.toString());
        while (!matcher.find()) {
            assertFalse(watching.isDone(), err::toString);
            Thread.sleep(20);
            matcher = line.matcher(err.toString());
        }
        return matcher.group(1);
    }

    private static HttpResponse<String> ask(String url, String what, String argument) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url.replaceFirst("#.*", what)))
                .header("X-Ganglion-Token", url.replaceFirst(".*#", ""))
                .POST(HttpRequest.BodyPublishers.ofString(argument))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static void askAndExpectThatItIsDone(String url, String what, String argument) throws Exception {
        HttpResponse<String> response = ask(url, what, argument);
        assertEquals(204, response.statusCode(), response::body);
    }

    /** Follows the page's events until a state is as it should be, and returns it. */
    private static String awaitState(String url, Predicate<String> predicate) throws Exception {
        HttpRequest events = HttpRequest.newBuilder(URI.create(url.replaceFirst("#.*", "events")))
                .build();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                CLIENT.send(events, HttpResponse.BodyHandlers.ofInputStream()).body(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !(line.startsWith("data: {\"phase\"") && predicate.test(line))) {
                line = lines.readLine();
            }
            return line == null ? "the events ended" : line;
        }
    }

    private static double number(String state, String key) {
        Matcher matcher = Pattern.compile("\"" + key + "\":([\\d.E+-]+)").matcher(state);
        assertTrue(matcher.find(), state);
        return Double.parseDouble(matcher.group(1));
    }

    @Test
    void theNodesDoWhatIsAskedOnThePageAndTheRunCanBeRepeated() throws Exception {
        Process run = start();
        try {
            while (run.isAlive() && !Files.exists(into().resolve("cluster.properties"))) {
                Thread.sleep(50);
            }
            CompletableFuture<Integer> watching = watch();
            String url = url(watching);
            awaitState(url, s -> s.contains("\"phase\":\"running\"") && number(s, "ms") > 0);
            assertNotReplaced();
            assertNotStoppedInPlaceOfAnother();
            askAndExpectThatItIsDone(url, "pause", "");
            double at = number(awaitState(url, s -> s.contains("\"phase\":\"paused\"")), "ms");
            askAndExpectThatItIsDone(url, "set", "stimuli.background.rate=21000");
            awaitState(url, s -> s.contains("stimuli.background.rate is 21000 from " + at + " ms on"));
            assertEquals(409, ask(url, "set", "stimuli.background.rate=-1").statusCode());
            askAndExpectThatItIsDone(url, "step", "5");
            awaitState(url, s -> s.contains("\"phase\":\"paused\"") && number(s, "ms") == at + 5);
            askAndExpectThatItIsDone(url, "resume", "");
            awaitState(url, s -> number(s, "ms") > at + 5);
            double saved = number(awaitState(url, s -> true), "savedMs");
            askAndExpectThatItIsDone(url, "checkpoint", "");
            awaitState(url, s -> number(s, "savedMs") > saved);
            askAndExpectThatItIsDone(url, "stop", "");
            assertEquals(0, watching.get(60, TimeUnit.SECONDS), err::toString);
        } finally {
            if (!Files.exists(into().resolve("run.json"))) {
                run.descendants().forEach(ProcessHandle::destroyForcibly);
            }
        }
        assertTrue(run.waitFor(60, TimeUnit.SECONDS), "the command ends");
        assertTrue(Files.readString(into().resolve("run.json")).contains("\"changes\""), "the change is told");
        assertSameInOneProcess();
    }

    private void assertNotReplaced() {
        Call call = Call.of("run", folder.resolve("tiny.yaml"), "--force", "--output", into());
        assertEquals(2, call.exitCode(), call.err());
        assertTrue(call.err().contains("goes on; ganglion watch shows it"), call.err());
    }

    /** A run that died where this one's node now answers. */
    private void assertNotStoppedInPlaceOfAnother() throws IOException {
        Path dead =
                Files.createDirectories(folder.resolve("dead").resolve("nodes")).getParent();
        Files.copy(into().resolve("nodes/node-0-1.properties"), dead.resolve("nodes/node-0-1.properties"));
        String shared = Files.readString(into().resolve("cluster.properties"));
        Files.writeString(dead.resolve("cluster.properties"), shared.replaceFirst("(?m)^run=.*", "run=another"));
        for (String command : List.of("stop", "status")) {
            Call call = Call.of(command, dead);
            assertEquals(2, call.exitCode(), call.err());
            assertTrue(call.err().contains("no node of this run answers"), call.err());
        }
    }

    private void assertSameInOneProcess() throws IOException {
        Path again = folder.resolve("again");
        double dtMs = 0.1;
        double ms = Math.round(Long.parseLong(Call.runJson(into(), "end_step")) * dtMs * 10) / 10.0;
        Call call = Call.of(
                "run",
                into().resolve("run.json"),
                "-q",
                "--output",
                again,
                "--set",
                "simulation.duration=" + ms + " ms");
        assertEquals(0, call.exitCode(), call.err());
        for (String key : List.of("spike_hash", "state_hash", "spikes", "synaptic_events")) {
            assertEquals(Call.runJson(again, key), Call.runJson(into(), key), key);
        }
    }
}
