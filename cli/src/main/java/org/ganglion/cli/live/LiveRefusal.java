package org.ganglion.cli.live;

/** What was asked of a run cannot be done. */
public final class LiveRefusal extends Exception {
    private static final long serialVersionUID = 1;

    /** @param message says why, and what to do */
    public LiveRefusal(String message) {
        super(message);
    }
}
