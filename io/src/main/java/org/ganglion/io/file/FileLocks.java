package org.ganglion.io.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;

/** Locks on files, by which processes keep out of each other's way; the system takes them back when a process ends. */
public final class FileLocks {
    private FileLocks() {}

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
