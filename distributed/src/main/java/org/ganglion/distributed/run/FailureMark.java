package org.ganglion.distributed.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.ganglion.distributed.checkpoint.FolderDisk;
import org.ganglion.distributed.checkpoint.Leg;

/** Tells in a run's folder that a leg of it failed, and why: a node that slept over it must not begin it again on its own. */
final class FailureMark {
    private static final String FILE = DoorPlate.FOLDER + "/failed";

    private FailureMark() {}

    static void leave(Path run, Leg leg, String why) throws IOException {
        Properties lines = new Properties();
        lines.setProperty("leg", Long.toString(leg.number()));
        lines.setProperty("why", why);
        new FolderDisk(run).write(FILE, out -> lines.store(out, "This leg of the run failed"));
    }

    /** Why a leg failed; nothing if it did not, or another one did. */
    static Optional<String> of(Path run, Leg leg) throws IOException {
        Path file = run.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties lines = SharedRun.properties(file);
        return Optional.of(lines.getProperty("why", ""))
                .filter(why -> lines.getProperty("leg", "").equals(Long.toString(leg.number())));
    }
}
