package org.ganglion.distributed.cluster;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.ganglion.distributed.checkpoint.Generation;
import org.ganglion.distributed.protocol.KeeperRules;
import org.ganglion.distributed.protocol.NodeReport;
import org.ganglion.distributed.protocol.Word;

/**
 * What the actors of a node are given by its process.
 *
 * @param run id of the run
 * @param door host and port where the node answers
 * @param threads that compute groups
 * @param memoryBytes that the process may use
 * @param groupBytes that a group is expected to need
 * @param expectedNodes that groups are placed on at the start
 * @param builders threads that build groups and write results
 * @param disk thread that writes checkpoints
 * @param view what those who ask are told
 * @param ended completed when the node's part in the run has ended
 */
public record NodeContext(
        String name,
        String run,
        String door,
        int threads,
        long memoryBytes,
        long groupBytes,
        int expectedNodes,
        KeeperRules rules,
        Workshop workshop,
        Executor builders,
        Executor disk,
        Results results,
        NodeLog log,
        Latest view,
        CompletableFuture<Ending> ended) {

    /** What this node has for groups. */
    Shares.Offer offer() {
        return offer(threads, memoryBytes);
    }

    /** What a node has for groups, by its threads and memory; 0 for memory that is not known. */
    Shares.Offer offer(int itsThreads, long itsMemoryBytes) {
        double room = itsMemoryBytes <= 0 ? Integer.MAX_VALUE : itsMemoryBytes / (double) Math.max(1, groupBytes);
        return new Shares.Offer(Math.max(1, itsThreads), room);
    }

    /** Writes what comes of a run. */
    public interface Results {
        /**
         * Writes all of it; may be called again if it was not done.
         *
         * @param end checkpoint at the end of the run
         */
        void write(Generation end, List<NodeReport> nodes, Word word, RunTime time) throws IOException;
    }
}
