package org.ganglion.distributed.cluster;

/**
 * How a node's part in a run ended.
 *
 * @param why in words, where it failed; else empty
 */
public record Ending(Kind kind, String why) {
    /** The ways. */
    public enum Kind {
        /** The run is done. */
        FINISHED,
        /** The run cannot go on. */
        FAILED,
        /** The node left; the run goes on without it, or can be resumed. */
        LEFT
    }
}
