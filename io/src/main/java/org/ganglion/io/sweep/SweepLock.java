package org.ganglion.io.sweep;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ganglion.io.file.FileLocks;

/**
 * Keeps commands that work in the folder of one sweep out of each other's way. The system lets go of it when the process dies;
 * where files cannot be locked, as on some shared disks, nobody is kept out.
 */
public final class SweepLock implements AutoCloseable {
    private final FileChannel channel;

    private SweepLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Held by any number of commands that make the sweep; nothing while one holds it alone. */
    public static Optional<SweepLock> shared(SweepFolder folder) throws IOException {
        return held(folder, "sweep.lock", FileLocks::share);
    }

    /** Held by a command that takes the sweep away; nothing while another makes it. */
    public static Optional<SweepLock> alone(SweepFolder folder) throws IOException {
        return held(folder, "sweep.lock", FileLocks::take);
    }

    /** Held by who writes the tables of the sweep; waits while another does. */
    public static SweepLock ofTables(SweepFolder folder) throws IOException {
        return held(folder, "tables.lock", file -> file.lock().isValid()).orElseThrow();
    }

    private static Optional<SweepLock> held(SweepFolder folder, String name, FileLocks.Taking taking)
            throws IOException {
        Path file = Files.createDirectories(folder.logs()).resolve(name);
        return FileLocks.hold(file, taking).map(SweepLock::new);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
