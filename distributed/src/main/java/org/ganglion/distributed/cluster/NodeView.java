package org.ganglion.distributed.cluster;

import java.util.List;
import org.ganglion.distributed.protocol.NodeReport;
import org.ganglion.distributed.protocol.Word;

/**
 * What a node knows of the run, for those who ask.
 *
 * @param members nodes of the cluster that it belongs to; 0 while it belongs to none
 * @param oldest address of the cluster's oldest node, which names the cluster
 * @param address of this node's actor system
 */
public record NodeView(List<NodeReport> nodes, Word word, int members, String oldest, String address) {

    public NodeView {
        nodes = List.copyOf(nodes);
    }

    /** Of a node that belongs to no cluster. */
    public static NodeView alone(long end) {
        return new NodeView(List.of(), Word.none(end), 0, "", "");
    }
}
