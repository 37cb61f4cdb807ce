package org.ganglion.cli.live;

import java.util.List;
import org.ganglion.simulator.Progress;

/**
 * How a run is at a moment.
 *
 * @param groups that are known of, in order
 * @param nodes that take part; empty where the run is in one process
 * @param savedStep step of the last checkpoint, 0 if there is none
 * @param notes what happened on the way: losses, recoveries, changes; latest last
 */
public record LiveState(
        Phase phase, Progress progress, List<Group> groups, List<Node> nodes, long savedStep, List<String> notes) {
    public LiveState {
        groups = List.copyOf(groups);
        nodes = List.copyOf(nodes);
        notes = List.copyOf(notes);
    }

    /**
     * Reads by how much a paused run is to go on.
     *
     * @param ms model time in ms
     * @throws LiveRefusal if it is no time of at least a step
     */
    public static long steps(String ms, double dtMs) throws LiveRefusal {
        double steps;
        try {
            steps = Double.parseDouble(ms) / dtMs;
        } catch (NumberFormatException e) {
            throw new LiveRefusal("'" + ms + "' is no number of ms to step by");
        }
        if (!(Math.rint(steps) >= 1 && steps < Integer.MAX_VALUE)) {
            throw new LiveRefusal(ms + " ms cannot be stepped by; give at least the step of the run, " + dtMs + " ms");
        }
        return Math.round(steps);
    }

    /** Where a run is in its life. */
    public enum Phase {
        BUILDING,
        RUNNING,
        PAUSING,
        PAUSED,
        STOPPING,
        WRITING
    }

    /**
     * One group of neurons.
     *
     * @param node that it is on; empty where the run is in one process
     * @param step the next that it computes
     * @param began step at which it was started or started again
     * @param waitsFor the group that holds it back, -1 for none
     * @param waitingMs since when
     * @param doing what is not plain running, in words; else empty
     */
    public record Group(int number, String node, long step, long began, int waitsFor, long waitingMs, String doing) {}

    /** A process that takes part. */
    public record Node(String name, String door, long process, int threads) {}
}
