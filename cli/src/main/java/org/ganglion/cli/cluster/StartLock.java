package org.ganglion.cli.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ganglion.cli.model.UserException;
import org.ganglion.io.file.FileLocks;
import org.ganglion.io.record.RunFolder;

/**
 * Held by the command that starts a run's nodes, from before they are started until it ends, so that two commands cannot
 * take up one run at once while no node answers yet. The system lets go of it when the process dies.
 */
public final class StartLock implements AutoCloseable {
    private final FileChannel channel;

    private StartLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes it.
     *
     * @param run its folder, which is there
     * @throws UserException if another command holds it
     */
    public static StartLock take(Path run) throws IOException {
        Path file = Files.createDirectories(run.resolve(RunFolder.NODES)).resolve("start.lock");
        return FileLocks.hold(file, FileLocks::take)
                .map(StartLock::new)
                .orElseThrow(() -> new UserException(run + ": another command has started this run's nodes, and has not"
                        + " ended yet; ganglion watch shows the run"));
    }

    /** Checks that no command holds that of a folder, which need not be there. */
    public static void requireFree(Path run) throws IOException {
        if (Files.isDirectory(run.resolve(RunFolder.NODES))) {
            take(run).close();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
