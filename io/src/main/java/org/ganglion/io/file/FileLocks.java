package org.ganglion.io.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/** Locks on files, by which processes keep out of each other's way; the system takes them back when a process ends. */
public final class FileLocks {
    /** What the names of files end in that are there to be locked. */
    private static final String ENDING = ".lock";

    private FileLocks() {}

    /** Whether a folder has no file in it, nor in the folders below, but such as are there to be locked. */
    public static boolean holdsNothingElse(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            return below.allMatch(
                    path -> Files.isDirectory(path) || path.toString().endsWith(ENDING));
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e.getCause());
        }
    }

    /** Takes a lock, or tells that it is not to be had. */
    @FunctionalInterface
    public interface Taking {
        boolean take(FileChannel file) throws IOException;
    }

    /**
     * Opens a file, made if it is not there, and takes its lock, which is held until the file is closed. Where files cannot be
     * locked, as on some shared disks, nobody is kept out.
     *
     * @return nothing if the lock is not to be had
     */
    public static Optional<FileChannel> hold(Path path, Taking taking) throws IOException {
        FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (isTaken(file, taking)) {
            return Optional.of(file);
        }
        file.close();
        return Optional.empty();
    }

    private static boolean isTaken(FileChannel file, Taking taking) {
        try {
            return taking.take(file);
        } catch (IOException e) {
            return true;
        }
    }

    /**
     * Whether the lock was free, and is held now until the file is closed; also where files cannot be locked, so that nobody is
     * kept out.
     */
    public static boolean takeIfPossible(FileChannel file) {
        return isTaken(file, FileLocks::take);
    }

    /** Whether the lock was free, and is held now until the file is closed. */
    public static boolean take(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this very process
        }
    }

    /** Whether nobody holds the lock alone; it is held now together with others until the file is closed. */
    public static boolean share(FileChannel file) throws IOException {
        try {
            return file.tryLock(0, Long.MAX_VALUE, true) != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
