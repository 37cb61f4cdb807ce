package org.ganglion.cli.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ganglion.distributed.wire.proto.NodeReport;
import org.ganglion.distributed.wire.proto.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which node's word about a run is shown. */
class AnyNodeTest {
    private static Status status(String node, String keeper, int nodes) {
        Status.Builder status = Status.newBuilder().setNode(node).setKeeper(keeper);
        for (int i = 0; i < nodes; i++) {
            status.addNodes(NodeReport.getDefaultInstance());
        }
        return status.build();
    }

    @ParameterizedTest
    @CsvSource({
        "node-1, node-2-5f, 3, node-2, node-2-5f, 2, true",
        "node-2, node-2-5f, 2, node-1, node-2-5f, 3, false",
        "node-2, node-2-5f, 3, a, node-2-5f, 3, true",
        "a, node-2-5f, 3, node-2, node-2-5f, 3, false",
        "a, a-1-5f, 3, b, a-1-5f, 3, false",
        "a-1, a-1-5f, 3, a, a-1-5f, 3, true",
        "a, '', 3, b, '', 3, false"
    })
    void whoSeesMoreNodesAndThenTheKeeper(
            String node, String keeper, int nodes, String other, String otherKeeper, int otherNodes, boolean more) {
        assertEquals(more, AnyNode.knowsMore(status(node, keeper, nodes), status(other, otherKeeper, otherNodes)));
    }
}
