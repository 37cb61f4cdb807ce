package org.ganglion.distributed.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.ganglion.distributed.checkpoint.FolderDisk;

/** Tells in a run's folder that a leg of it failed, and why: a node that slept over it must not begin it again on its own. */
final class FailureMark {
    private static final String FILE = DoorPlate.FOLDER + "/failed";

    private FailureMark() {}

    /** Leaves a mark, unless the run's folder has been removed meanwhile. */
    static void leave(Path folder, SharedRun run, String why) throws IOException {
        if (Files.isDirectory(folder.resolve(DoorPlate.FOLDER))) {
            Properties lines = new Properties();
            lines.setProperty("of", of(run));
            lines.setProperty("why", why);
            new FolderDisk(folder).write(FILE, out -> lines.store(out, "This leg of the run failed"));
        }
    }

    /** Why this leg of the run failed; nothing if it did not, or another one did. */
    static Optional<String> in(Path folder, SharedRun run) throws IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties lines = SharedRun.properties(file);
        return Optional.of(lines.getProperty("why", ""))
                .filter(why -> lines.getProperty("of", "").equals(of(run)));
    }

    private static String of(SharedRun run) {
        return run.identity().run() + " " + run.leg().number();
    }
}
