package org.ganglion.distributed.protocol;

import java.util.List;
import org.ganglion.distributed.checkpoint.LiveChange;

/**
 * What one node does; sent to all nodes a few times a second.
 *
 * @param door host and port that answer questions about it
 * @param address of its actor system
 * @param threads that compute groups
 * @param memoryBytes that its process may use
 * @param number counts a node's reports
 * @param stop whether it knows that somebody wants the run to end
 * @param checkpointsAsked counts the checkpoints that somebody asked for, as far as it knows
 * @param process id of its process
 * @param holding the last that somebody asked for, as far as it knows
 * @param asked changes of stimuli that somebody asked for and that are not decided, as far as it knows
 */
public record NodeReport(
        String node,
        String door,
        String address,
        int threads,
        long memoryBytes,
        long number,
        boolean stop,
        long checkpointsAsked,
        List<GroupReport> groups,
        long process,
        Holding holding,
        List<LiveChange> asked) {

    public NodeReport {
        groups = List.copyOf(groups);
        asked = List.copyOf(asked);
    }
}
