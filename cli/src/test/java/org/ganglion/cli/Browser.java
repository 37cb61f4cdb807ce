package org.ganglion.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Chromium without a window, driven over the DevTools protocol: opens one page, evaluates, presses keys, and keeps what the
 * page complains of.
 */
final class Browser {
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on ws://([^/]+)/");
    private static final Pattern SOCKET = Pattern.compile("\"webSocketDebuggerUrl\": \"([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("^\\{\"id\":(\\d+),");
    private static final Pattern VALUE = Pattern.compile("\"value\":\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern DATA = Pattern.compile("\"data\":\"([^\"]+)\"");
    private static final long PATIENCE_S = 60;

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<String>> asked = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    private Browser(Process process, String devTools) throws Exception {
        this.process = process;
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + devTools + "/json/new?about:blank"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        String target =
                client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        this.socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(first(SOCKET, target)), new Listener())
                .get(PATIENCE_S, TimeUnit.SECONDS);
        send("Runtime.enable", "");
        send("Log.enable", "");
        send("Page.enable", "");
    }

    /** Where Chromium is, if it is. */
    static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @param profile an empty folder for what it keeps */
    static Browser start(Path chromium, Path profile) throws Exception {
        Process process = new ProcessBuilder(
                        chromium.toString(),
                        "--headless=new",
                        "--no-sandbox", // which does not work for root
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = process.errorReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher matcher = LISTENING.matcher(line);
            if (matcher.find()) {
                Thread.ofVirtual().start(() -> said.lines().forEach(rest -> {})); // it must not wait for a reader
                return new Browser(process, matcher.group(1));
            }
        }
        throw new IOException("chromium ended before it could be driven");
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                take(text.toString());
                text.setLength(0);
            }
            webSocket.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }

    private void take(String message) {
        Matcher number = NUMBER.matcher(message);
        if (number.find()) {
            Optional.ofNullable(asked.remove(Integer.parseInt(number.group(1))))
                    .ifPresent(future -> future.complete(message));
        } else if (message.contains("\"Runtime.exceptionThrown\"")
                || message.contains("\"Runtime.consoleAPICalled\"")
                || (message.contains("\"Log.entryAdded\"") && message.contains("\"level\":\"error\""))) {
            complaints.add(message);
        }
    }

    /** Sends a command of the protocol and waits for its answer. */
    String send(String method, String parameters) throws Exception {
        int number = numbers.incrementAndGet();
        CompletableFuture<String> answer = new CompletableFuture<>();
        asked.put(number, answer);
        socket.sendText("{\"id\":" + number + ",\"method\":\"" + method + "\",\"params\":{" + parameters + "}}", true)
                .get(PATIENCE_S, TimeUnit.SECONDS);
        String said = answer.get(PATIENCE_S, TimeUnit.SECONDS);
        if (said.contains("\"error\":{")) {
            throw new IOException(method + ": " + said);
        }
        return said;
    }

    void open(String url) throws Exception {
        send("Page.navigate", "\"url\":\"" + url + "\"");
        await("document.readyState === 'complete'");
    }

    /** Value of an expression, as text. */
    String text(String expression) throws Exception {
        String said = send("Runtime.evaluate", "\"expression\":\"String(" + expression.replace("\"", "\\\"") + ")\"");
        return first(VALUE, said).replace("\\n", "\n").replace("\\\"", "\"");
    }

    /** Waits until an expression is true. */
    void await(String expression) throws Exception {
        long begin = System.nanoTime();
        while (!text(expression).equals("true")) {
            if (System.nanoTime() - begin > PATIENCE_S * 1_000_000_000L) {
                throw new AssertionError("never came true: " + expression + "\n" + text("document.body.innerText"));
            }
            Thread.sleep(50);
        }
    }

    /** Presses a key that writes a letter, or one with a name such as Enter or Tab. */
    void press(String key) throws Exception {
        String written =
                key.equals("Enter") ? ",\"text\":\"\\r\"" : key.length() == 1 ? ",\"text\":\"" + key + "\"" : "";
        int code = key.equals("Enter") ? 13 : key.equals("Tab") ? 9 : Character.toUpperCase(key.charAt(0));
        String which = "\"key\":\"" + key + "\",\"windowsVirtualKeyCode\":" + code;
        send("Input.dispatchKeyEvent", "\"type\":\"keyDown\"," + which + written);
        send("Input.dispatchKeyEvent", "\"type\":\"keyUp\"," + which);
    }

    void resize(int width, int height) throws Exception {
        send(
                "Emulation.setDeviceMetricsOverride",
                "\"width\":" + width + ",\"height\":" + height + ",\"deviceScaleFactor\":1,\"mobile\":false");
    }

    /** @param scheme light or dark */
    void prefer(String scheme) throws Exception {
        send(
                "Emulation.setEmulatedMedia",
                "\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\"" + scheme + "\"}]");
    }

    /** The whole page as a picture. */
    void picture(Path png) throws Exception {
        String said = send("Page.captureScreenshot", "\"captureBeyondViewport\":true");
        Files.write(png, Base64.getDecoder().decode(first(DATA, said)));
    }

    /** Errors that the page threw or wrote, and what else it wrote to the console. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    private static String first(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }

    /** Ends it; as for all here, an interruption ends the test. */
    void close() throws Exception {
        send("Browser.close", "");
        if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
