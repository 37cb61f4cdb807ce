package org.ganglion.distributed.cluster;

/** The latest view of a node, written by one thread and read by any. */
public final class Latest {
    private record Seen(NodeView view, long at) {}

    private volatile Seen seen;

    public Latest(NodeView first) {
        this.seen = new Seen(first, System.nanoTime());
    }

    public NodeView get() {
        return seen.view();
    }

    /** Whether the view is so old that the node has been asleep since, and may be out of its cluster. */
    public boolean isOlderThan(long ms) {
        return System.nanoTime() - seen.at() > ms * 1_000_000;
    }

    public void set(NodeView latest) {
        seen = new Seen(latest, System.nanoTime());
    }
}
