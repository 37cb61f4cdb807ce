package org.ganglion.distributed.cluster;

import java.io.PrintStream;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;

/** What a node has to say: to its log, and the latest of it to who asks for its status. Any thread may use it. */
public final class NodeLog {
    private static final int KEPT = 50;

    private final String node;
    private final PrintStream out;
    private final ArrayDeque<String> latest = new ArrayDeque<>();

    public NodeLog(String node, PrintStream out) {
        this.node = node;
        this.out = out;
    }

    /** Says a line, with the time and the node's name. */
    public synchronized void say(String line) {
        String text = LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS) + " " + node + ": " + line;
        out.println(text);
        out.flush();
        latest.add(text);
        if (latest.size() > KEPT) {
            latest.remove();
        }
    }

    /** What was said last, oldest first. */
    public synchronized List<String> latest() {
        return List.copyOf(latest);
    }
}
