package org.ganglion.cli.live;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the page of one run: the page itself at {@code /}, what happens as server-sent events at {@code /events}, and one
 * action at each of {@code /pause}, {@code /stop} and so on, which take a POST with the token. Nothing else.
 */
final class LiveServer implements AutoCloseable {
    static final String TOKEN_HEADER = "X-Ganglion-Token";
    private static final int LONGEST_ARGUMENT = 1000;

    private final LiveAddress address;
    private final LiveRun run;
    private final LiveFeed feed;
    private final PageText page;
    private final byte[] token;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** @param token that whoever asks something of the run has to show */
    LiveServer(LiveAddress address, LiveRun run, LiveFeed feed, String token) throws IOException {
        this.address = address;
        this.run = run;
        this.feed = feed;
        this.page = PageText.read();
        this.token = token.getBytes(StandardCharsets.UTF_8);
        this.server = open(address);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    private static HttpServer open(LiveAddress address) throws IOException {
        InetSocketAddress where = new InetSocketAddress(address.host().replaceAll("[\\[\\]]", ""), address.port());
        if (where.isUnresolved()) {
            throw new UnknownHostException("--live: " + address.host() + " is no address of this machine");
        }
        try {
            return HttpServer.create(where, 0);
        } catch (BindException e) {
            throw new IOException(
                    "--live: " + address.host() + ":" + address.port() + " cannot be had (" + e.getMessage()
                            + "); choose another port, or give none to have any that is free",
                    e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            protect(exchange.getResponseHeaders());
            String path = exchange.getRequestURI().getPath();
            Optional<LiveAction> action = LiveAction.of(path.substring(1));
            String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                    .orElse("");
            if (!address.isMeantBy(host)) {
                say(exchange, 421, "this server does not answer for " + host);
            } else if (action.isPresent()) {
                act(exchange, action.get());
            } else if (path.equals("/")) {
                page(exchange);
            } else if (path.equals("/events")) {
                events(exchange);
            } else {
                say(exchange, 404, "there is nothing at " + path);
            }
        }
    }

    /** Nobody else may show the page within theirs, read it, keep it, or make it load anything. */
    private void protect(Headers headers) {
        headers.set("Content-Security-Policy", page.policy());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-store");
    }

    private void page(HttpExchange exchange) throws IOException {
        if (isAllowed(exchange, "GET")) {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            send(exchange, 200, page.html());
        }
    }

    private void events(HttpExchange exchange) throws IOException {
        if (!isAllowed(exchange, "GET")) {
            return;
        }
        Viewer viewer = new Viewer();
        if (!feed.join(viewer)) {
            say(exchange, 503, "too many browsers look at this run; close one of them");
            return;
        }
        try {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
            exchange.sendResponseHeaders(200, 0);
            viewer.serve(exchange.getResponseBody());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            feed.leave(viewer);
        }
    }

    private void act(HttpExchange exchange, LiveAction action) throws IOException {
        if (!isAllowed(exchange, "POST")) {
            return;
        }
        byte[] shown = Optional.ofNullable(exchange.getRequestHeaders().getFirst(TOKEN_HEADER))
                .orElse("")
                .getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(token, shown)) {
            say(exchange, 403, "this needs the token: open the page at the address that the command printed");
            return;
        }
        byte[] argument = exchange.getRequestBody().readNBytes(LONGEST_ARGUMENT + 1);
        if (argument.length > LONGEST_ARGUMENT) {
            say(exchange, 413, "is longer than " + LONGEST_ARGUMENT + " bytes");
            return;
        }
        try {
            run.ask(action, new String(argument, StandardCharsets.UTF_8).strip());
            exchange.sendResponseHeaders(204, -1);
        } catch (LiveRefusal e) {
            say(exchange, 409, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isAllowed(HttpExchange exchange, String method) throws IOException {
        if (exchange.getRequestMethod().equals(method)) {
            return true;
        }
        exchange.getResponseHeaders().set("Allow", method);
        say(exchange, 405, "only " + method + " is answered here");
        return false;
    }

    private static void say(HttpExchange exchange, int code, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        send(exchange, code, (text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int code, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(code, -1);
            return;
        }
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
