package org.ganglion.cli.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.RunSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who may ask what of the server behind the page. */
@Timeout(60)
class LiveServerTest {
    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final FakeLiveRun run = new FakeLiveRun();
    private LivePage page;
    private String root;
    private String token;

    @BeforeEach
    void open() throws IOException {
        Network network = new Network("empty", List.of(), List.of(), List.of(), List.of());
        LiveSubject subject = new LiveSubject(run, new Experiment(network, RunSettings.DEFAULT), folder, 0);
        page = LivePage.open(LiveAddress.LOOPBACK, subject);
        root = page.url().replaceFirst("#.*", "");
        token = page.url().replaceFirst(".*#", "");
    }

    @AfterEach
    void close() throws IOException {
        page.close();
        client.close();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path));
    }

    private HttpResponse<String> post(String path, String shown, String body) throws Exception {
        HttpRequest request = request(path)
                .header("X-Ganglion-Token", shown)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void isReachedFromThisMachineAloneAndTellsItsTokenToNobody() throws Exception {
        assertTrue(root.startsWith("http://127.0.0.1:"), root);
        assertTrue(token.length() >= 22, "at least 128 bits: " + token);
        HttpResponse<String> answer = get("");
        assertEquals(200, answer.statusCode());
        assertFalse(answer.body().contains(token));
        assertTrue(answer.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .contains("default-src 'none'"));
    }

    @Test
    void whatChangesTheRunNeedsTheToken() throws Exception {
        for (LiveAction action : LiveAction.values()) {
            assertEquals(403, post(action.word(), "", "").statusCode(), action.word());
            assertEquals(403, post(action.word(), token + "x", "").statusCode(), action.word());
            assertEquals(403, post(action.word(), token.substring(1), "").statusCode(), action.word());
        }
        HttpRequest without =
                request("stop").POST(HttpRequest.BodyPublishers.noBody()).build();
        assertEquals(
                403, client.send(without, HttpResponse.BodyHandlers.ofString()).statusCode());
        assertEquals(List.of(), run.asked);

        assertEquals(204, post("pause", token, "").statusCode());
        assertEquals(204, post("step", token, "10").statusCode());
        assertEquals(204, post("set", token, "stimuli.background.rate=9 kHz").statusCode());
        assertEquals(List.of("PAUSE ", "STEP 10", "SET stimuli.background.rate=9 kHz"), run.asked);
    }

    @Test
    void aRefusalComesWithItsReason() throws Exception {
        HttpResponse<String> answer = post("checkpoint", token, "");
        assertEquals(409, answer.statusCode());
        assertEquals("there is no disk\n", answer.body());
    }

    @Test
    void anActionIsAPostAndThePageIsNot() throws Exception {
        HttpResponse<String> asked = get("stop");
        assertEquals(405, asked.statusCode());
        assertEquals("POST", asked.headers().firstValue("Allow").orElseThrow());
        assertEquals(405, post("", token, "").statusCode());
        assertEquals(405, post("events", token, "").statusCode());
        assertEquals(List.of(), run.asked);
    }

    @Test
    void thereIsNothingElse() throws Exception {
        for (String path : List.of("index.html", "live.html", "set/x", "..%2f..%2fetc/passwd", "run.json")) {
            assertEquals(404, get(path).statusCode(), path);
        }
    }

    @Test
    void whatIsTooLongIsNotRead() throws Exception {
        assertEquals(413, post("set", token, "x".repeat(1001)).statusCode());
        assertEquals(List.of(), run.asked);
    }

    /** A page of another site whose name has been made to point here. */
    @Test
    void aForeignHostNameIsTurnedAway() throws Exception {
        assertTrue(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
                .contains(" 421 "));
        String asked =
                "POST /stop HTTP/1.1\r\nHost: evil.example:" + URI.create(root).getPort() + "\r\nX-Ganglion-Token: "
                        + token + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        assertTrue(raw(asked).contains(" 421 "));
        assertEquals(List.of(), run.asked);
        assertTrue(raw(asked.replace("evil.example", "localhost")).contains(" 204 "));
    }

    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), URI.create(root).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void eventsSayHowTheRunIsAndHowItEnded() throws Exception {
        try (BufferedReader events = events()) {
            assertTrue(event(events, "hello").contains("\"name\":\"empty\""));
            run.state = FakeLiveRun.at(LiveState.Phase.PAUSED, 500, 1000);
            String state = event(events, "state");
            while (!state.contains("\"phase\":\"paused\"")) {
                state = event(events, "state");
            }
            assertTrue(state.contains("\"ms\":50,\"endMs\":100,\"spikes\":42"), state);
            assertTrue(state.contains("\"waitsFor\":1"), state);
            assertTrue(state.contains("\"name\":\"stimuli.background.rate\""), state);
            page.end(true, "it is done");
            assertTrue(event(events, "end").contains("it is done"));
            assertEquals("", String.join("", events.lines().toList()), "nothing comes after the end");
        }
    }

    private BufferedReader events() throws Exception {
        HttpResponse<InputStream> response =
                client.send(request("events").GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, response.statusCode());
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    /** Reads on to the data of the next event of that name. */
    private static String event(BufferedReader events, String name) throws IOException {
        while (!("event: " + name).equals(events.readLine())) {}
        return events.readLine();
    }

    @Test
    void soManyBrowsersAreServedAndNoMore() throws Exception {
        List<BufferedReader> open = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            open.add(events());
        }
        assertEquals(503, get("events").statusCode());
        for (BufferedReader events : open) {
            events.close();
        }
    }

    @Test
    void aBrowserThatDoesNotReadIsDroppedAndTheOthersAreNot() {
        Viewer slow = new Viewer();
        for (int i = 0; i < 64; i++) {
            slow.tell("event");
            assertFalse(slow.dropped());
        }
        slow.tell("one too many");
        assertTrue(slow.dropped());
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        int port = URI.create(root).getPort();
        Network network = new Network("empty", List.of(), List.of(), List.of(), List.of());
        LiveSubject subject = new LiveSubject(run, new Experiment(network, RunSettings.DEFAULT), folder, 0);
        IOException e =
                assertThrows(IOException.class, () -> LivePage.open(new LiveAddress("127.0.0.1", port), subject));
        assertTrue(e.getMessage().startsWith("--live: 127.0.0.1:" + port + " cannot be had"), e.getMessage());
    }
}
