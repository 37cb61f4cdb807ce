package org.ganglion.cli.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ganglion.cli.model.UserException;
import org.ganglion.io.file.FileLocks;
import org.ganglion.io.record.RunFolder;

/**
 * Held by the command that starts a run's nodes, from before they are started until it ends, so that two commands cannot
 * take up one run at once while no node answers yet. The system lets go of it when the process dies.
 */
public final class StartLock implements AutoCloseable {
    /** A command whose nodes are gone notices it after so long, and ends. */
    private static final long PATIENCE_MS = 20_000;

    private static final long LOOK_MS = 100;

    private final FileChannel channel;

    private StartLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes it. A command whose run has ended is given a while to end, too.
     *
     * @param run its folder, which is there
     * @throws UserException if another command holds it
     */
    public static StartLock take(Path run) throws IOException, InterruptedException {
        return take(run, Files.exists(run.resolve(RunFolder.SUMMARY)) ? PATIENCE_MS : 0);
    }

    /** Takes that of a run whose nodes are all gone. The command that started them is given a while to notice. */
    public static StartLock takeOfDead(Path run) throws IOException, InterruptedException {
        return take(run, PATIENCE_MS);
    }

    private static StartLock take(Path run, long patienceMs) throws IOException, InterruptedException {
        Path file = Files.createDirectories(run.resolve(RunFolder.NODES)).resolve("start.lock");
        long until = System.nanoTime() + patienceMs * 1_000_000;
        Optional<FileChannel> held = FileLocks.hold(file, FileLocks::take);
        while (held.isEmpty() && System.nanoTime() < until) {
            Thread.sleep(LOOK_MS);
            held = FileLocks.hold(file, FileLocks::take);
        }
        return held.map(StartLock::new)
                .orElseThrow(() -> new UserException(run + ": another command has started this run's nodes, and has not"
                        + " ended yet; ganglion watch shows the run"));
    }

    /** Checks that no command holds that of a folder, which need not be there. */
    public static void requireFree(Path run) throws IOException, InterruptedException {
        if (Files.isDirectory(run.resolve(RunFolder.NODES))) {
            take(run).close();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
