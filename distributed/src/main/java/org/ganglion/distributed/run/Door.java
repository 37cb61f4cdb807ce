package org.ganglion.distributed.run;

import com.google.protobuf.MessageLite;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import org.ganglion.distributed.checkpoint.Peer;
import org.ganglion.distributed.wire.proto.ChangeAnswer;
import org.ganglion.distributed.wire.proto.DiskAnswer;
import org.ganglion.distributed.wire.proto.DiskQuestion;
import org.ganglion.distributed.wire.proto.Hello;
import org.ganglion.distributed.wire.proto.Holding;
import org.ganglion.distributed.wire.proto.Status;
import org.ganglion.distributed.wire.proto.StimulusChange;
import org.ganglion.distributed.wire.proto.Welcome;

/** Where a node answers: requests to join, and how the run is. Protocol Buffers over HTTP; questions are short. */
final class Door implements AutoCloseable {
    private static final int LONGEST_QUESTION = 4096;

    private final HttpServer server;

    /** Who answers at a door. */
    interface Doorkeeper {
        Welcome hello(Hello hello) throws IOException;

        Status status();

        void checkpoint();

        void stop();

        void hold(Holding holding);

        ChangeAnswer change(StimulusChange change);

        DiskAnswer disk(DiskQuestion question);
    }

    /** Opens a door at a port, or at any free one if that is taken and {@code orAny} is set. */
    Door(String host, int port, boolean orAny, Doorkeeper keeper) throws IOException {
        server = open(host, port, orAny);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        answer("/hello", LONGEST_QUESTION, body -> keeper.hello(Hello.parseFrom(body)));
        answer("/status", LONGEST_QUESTION, body -> keeper.status());
        answer("/checkpoint", LONGEST_QUESTION, body -> {
            keeper.checkpoint();
            return keeper.status();
        });
        answer("/stop", LONGEST_QUESTION, body -> {
            keeper.stop();
            return keeper.status();
        });
        answer("/hold", LONGEST_QUESTION, body -> {
            keeper.hold(Holding.parseFrom(body));
            return keeper.status();
        });
        answer("/change", LONGEST_QUESTION, body -> keeper.change(StimulusChange.parseFrom(body)));
        answer("/disk", LONGEST_QUESTION + Peer.PIECE, body -> keeper.disk(DiskQuestion.parseFrom(body)));
        server.start();
    }

    private static HttpServer open(String host, int port, boolean orAny) throws IOException {
        try {
            return HttpServer.create(new InetSocketAddress(host, port), 0);
        } catch (BindException e) {
            if (orAny) {
                return HttpServer.create(new InetSocketAddress(host, 0), 0);
            }
            throw new IOException(host + ":" + port + ": is taken; choose another with --port", e);
        }
    }

    private interface Answer {
        MessageLite to(byte[] question) throws IOException;
    }

    private void answer(String path, int longest, Answer answer) {
        server.createContext(path, exchange -> {
            try (exchange) {
                byte[] body = exchange.getRequestBody().readNBytes(longest + 1);
                if (body.length > longest) {
                    exchange.sendResponseHeaders(413, -1);
                    return;
                }
                reply(exchange, answer.to(body).toByteArray());
            }
        });
    }

    private static void reply(HttpExchange exchange, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
