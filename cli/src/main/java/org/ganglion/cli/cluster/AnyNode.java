package org.ganglion.cli.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.ganglion.distributed.run.DoorPlate;
import org.ganglion.distributed.run.SharedRun;
import org.ganglion.distributed.run.Visit;
import org.ganglion.distributed.wire.proto.Status;

/**
 * Asks something of a run on nodes. What its folder says of their doors may be old, and a port another run's by now: only
 * who says that it is of this run is asked.
 */
public final class AnyNode {
    private static final int GOING = 20;
    private static final long LOOK_MS = 500;

    private AnyNode() {}

    /** What is asked at a door. */
    public interface Request {
        void to(String door) throws IOException, InterruptedException;
    }

    /**
     * Asks one node after the other: the first that answers hears it, the others hear of it from there.
     *
     * @return whether any answered
     * @throws IOException if the folder does not tell where they are
     */
    public static boolean hears(Path run, Request request) throws IOException, InterruptedException {
        String id = id(run);
        for (DoorPlate plate : DoorPlate.of(run)) {
            if (hears(id, plate.door(), request)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Asks all nodes.
     *
     * @return whether any answered
     * @throws IOException if the folder does not tell where they are
     */
    static boolean allHear(Path run, Request request) throws IOException, InterruptedException {
        String id = id(run);
        boolean heard = false;
        for (DoorPlate plate : DoorPlate.of(run)) {
            heard |= hears(id, plate.door(), request);
        }
        return heard;
    }

    private static boolean hears(String id, String door, Request request) throws InterruptedException {
        try {
            if (!Visit.run(door).equals(id)) {
                return false;
            }
            request.to(door);
            return true;
        } catch (IOException e) {
            return false; // this node is gone; another one will do
        }
    }

    /** What the node says that sees the most of them, the keeper before others; nothing if none answers. */
    public static Optional<Status> status(Path run) throws IOException, InterruptedException {
        String id = id(run);
        Optional<Status> best = Optional.empty();
        for (DoorPlate plate : DoorPlate.of(run)) {
            Optional<Status> status =
                    status(plate.door()).filter(s -> s.getRun().equals(id));
            boolean better = status.isPresent() && (best.isEmpty() || knowsMore(status.get(), best.get()));
            best = better ? status : best;
        }
        return best;
    }

    /** Of nodes that see as many of them, the keeper notes stalls and losses. */
    static boolean knowsMore(Status status, Status than) {
        return status.getNodesCount() > than.getNodesCount()
                || (status.getNodesCount() == than.getNodesCount() && keeps(status) && !keeps(than));
    }

    /** The keeper is called after its node. */
    private static boolean keeps(Status status) {
        String keeper = status.getKeeper();
        return keeper.lastIndexOf('-') == status.getNode().length() && keeper.startsWith(status.getNode());
    }

    private static Optional<Status> status(String door) throws InterruptedException {
        try {
            return Optional.of(Visit.status(door));
        } catch (IOException e) {
            return Optional.empty(); // this one is gone
        }
    }

    /** Whether a run goes on. Nodes that have just finished are given a moment to go. */
    public static boolean isAtWork(Path run) throws IOException, InterruptedException {
        Optional<Status> status = status(run);
        for (int i = 0; i < GOING && status.filter(Status::getFinished).isPresent(); i++) {
            Thread.sleep(LOOK_MS);
            status = status(run);
        }
        return status.isPresent();
    }

    /** Of a folder that holds no run on nodes, or what no run writes, it is empty, which no run's is. */
    private static String id(Path run) {
        try {
            return SharedRun.read(run).identity().run();
        } catch (IOException e) {
            return "";
        }
    }
}
