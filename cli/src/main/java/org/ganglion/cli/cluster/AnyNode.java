package org.ganglion.cli.cluster;

import java.io.IOException;
import java.nio.file.Path;
import org.ganglion.distributed.run.DoorPlate;

/** Asks something of a run on nodes: the first that answers hears it, the others hear of it from there. */
public final class AnyNode {
    private AnyNode() {}

    /** What is asked at a door. */
    public interface Request {
        void to(String door) throws IOException, InterruptedException;
    }

    /**
     * Asks one node after the other.
     *
     * @return whether any answered
     * @throws IOException if the folder does not tell where they are
     */
    public static boolean hears(Path run, Request request) throws IOException, InterruptedException {
        for (DoorPlate plate : DoorPlate.of(run)) {
            if (hears(plate.door(), request)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hears(String door, Request request) throws InterruptedException {
        try {
            request.to(door);
            return true;
        } catch (IOException e) {
            return false; // this node is gone; another one will do
        }
    }
}
