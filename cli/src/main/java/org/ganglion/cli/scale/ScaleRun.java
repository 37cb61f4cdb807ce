package org.ganglion.cli.scale;

import java.util.Map;

/**
 * One run on so many processes, and what it cost.
 *
 * @param weak whether the network grew with the number of processes
 * @param repeat from 1
 * @param realTimeFactor wall time over model time, after the warm-up
 * @param memoryBytes peaks of all processes that ran groups, added; 0 where the system does not tell
 * @param messages envelopes that went from process to process, all in all
 * @param bytes of what was in them
 * @param waiting by link, as in {@code node-1 for node-2}: share of looks at which a group of the one waited for one of the
 *     other
 */
public record ScaleRun(
        int nodes,
        boolean weak,
        int repeat,
        long neurons,
        long synapses,
        double buildSeconds,
        double wallSeconds,
        double realTimeFactor,
        long memoryBytes,
        long messages,
        long bytes,
        Map<String, Double> waiting,
        String spikeHash) {

    public ScaleRun {
        waiting = Map.copyOf(waiting);
    }

    /** Share of looks at which a group waited for another process, over all links. */
    public double waitingShare() {
        return waiting.values().stream().mapToDouble(share -> share).sum();
    }
}
