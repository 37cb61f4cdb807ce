package org.ganglion.cli.live;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One browser that looks. What it is told waits in a queue of bounded size; one that does not keep up is dropped, and comes
 * again by itself with the whole picture.
 */
final class Viewer {
    private static final int MOST_WAITING = 64;
    private static final long SILENCE_S = 5;
    private static final String END = "";

    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean dropped;

    /** Tells it an event; never waits. */
    void tell(String event) {
        if (!waiting.offer(event)) {
            dropped = true;
        }
    }

    /** Nothing comes after this. */
    void end() {
        tell(END);
    }

    /** Whether it did not keep up. */
    boolean dropped() {
        return dropped;
    }

    /** Writes what it is told until the end, or until it has gone. */
    void serve(OutputStream out) throws IOException, InterruptedException {
        while (!dropped) {
            String event = waiting.poll(SILENCE_S, TimeUnit.SECONDS);
            if (END.equals(event)) {
                return;
            }
            // a line with a colon is a comment: it keeps the connection, and finds out whether there still is one
            out.write((event == null ? ":\n\n" : event).getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
