package org.ganglion.distributed.cluster;

/** The latest view of a node, written by one thread and read by any. */
public final class Latest {
    private volatile NodeView view;

    public Latest(NodeView first) {
        this.view = first;
    }

    public NodeView get() {
        return view;
    }

    public void set(NodeView latest) {
        view = latest;
    }
}
