package org.ganglion.cli.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ganglion.distributed.run.DoorPlate;
import org.ganglion.distributed.run.RunResults;
import org.ganglion.distributed.run.Visit;
import org.ganglion.distributed.wire.WireVersion;
import org.ganglion.distributed.wire.proto.Hello;
import org.ganglion.distributed.wire.proto.Status;

/** Where the results are of a run that ended without a node in the folder from which it is watched. */
final class Elsewhere {
    private Elsewhere() {}

    /** In words; nothing if the results are in the folder. */
    static Optional<String> of(Path run, Status finished) throws IOException, InterruptedException {
        String keeper = finished.getWord().getKeeper();
        for (DoorPlate plate : DoorPlate.of(run)) {
            if (keeper.startsWith(plate.node() + "-") && plate.isElsewhere(run)) {
                return Files.exists(run.resolve(RunResults.SUMMARY)) ? Optional.empty() : Optional.of(text(run, plate));
            }
        }
        return Optional.empty();
    }

    private static String text(Path run, DoorPlate plate) throws InterruptedException {
        String folder;
        try {
            folder = Visit.hello(
                            plate.door(),
                            Hello.newBuilder()
                                    .setWireVersion(WireVersion.CURRENT)
                                    .build())
                    .getFolder();
        } catch (IOException e) {
            folder = "the folder"; // it has just gone; its name says enough
        }
        return "the run is done; its results are in " + folder + " of node " + plate.node() + " at " + plate.door()
                + ", because no node of " + run + " was left\n";
    }
}
