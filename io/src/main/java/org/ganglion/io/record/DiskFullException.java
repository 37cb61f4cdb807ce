package org.ganglion.io.record;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A file that cannot grow, since its disk is full or a limit is reached. The message names it, and how much is free. */
public final class DiskFullException extends IOException {
    private static final long serialVersionUID = 1L;

    private static final String REMEDY = "; make room";

    /** A block of most disks, in bytes. */
    private static final long LEAST_FREE = 4096;

    private DiskFullException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * The failure to write a file, told in words if the disk is the reason; any other as it is.
     *
     * @param file that was being written
     */
    public static IOException told(Path file, Exception failure) {
        if (failure instanceof DiskFullException known) {
            return known;
        }
        String message = messages(failure);
        if (message.contains("No space left on device") || isFull(file, failure)) {
            return new DiskFullException(file + ": the disk is full" + free(file) + REMEDY, failure);
        }
        if (message.contains("quota exceeded")) {
            return new DiskFullException(file + ": the disk quota is used up" + REMEDY, failure);
        }
        if (message.contains("File too large")) {
            return new DiskFullException(
                    file + ": has reached the largest size that a file may have (ulimit -f, or that of the disk); raise"
                            + " the limit",
                    failure);
        }
        return failure instanceof IOException other
                ? other
                : new IOException(file + ": " + failure.getMessage(), failure);
    }

    private static String messages(Throwable failure) {
        StringBuilder all = new StringBuilder();
        Optional<Throwable> each = Optional.of(failure);
        while (each.isPresent()) {
            all.append(each.get().getMessage()).append('\n');
            each = Optional.ofNullable(each.get().getCause());
        }
        return all.toString();
    }

    /** Something that writes a file. */
    public interface Writing {
        void write() throws IOException;
    }

    /** Writes, and tells in words if the disk is full. */
    public static void named(Path file, Writing writing) throws IOException {
        try {
            writing.write();
        } catch (IOException e) {
            throw told(file, e);
        }
    }

    /** Whether that is what went wrong, somewhere in the chain of causes. */
    public static boolean isCauseOf(Throwable thrown) {
        Optional<Throwable> cause = Optional.of(thrown);
        while (cause.isPresent()) {
            if (cause.get() instanceof DiskFullException) {
                return true;
            }
            cause = Optional.ofNullable(cause.get().getCause());
        }
        return false;
    }

    /** Whether a message is that of such a failure on another node. */
    public static boolean isToldIn(String message) {
        return message.endsWith(REMEDY);
    }

    /** Where the system tells of it in another language, the disk itself says so. */
    private static boolean isFull(Path file, Exception failure) {
        Path folder = folder(file);
        try {
            if (!(failure instanceof IOException) || !Files.isDirectory(folder)) {
                return false;
            }
            FileStore store = Files.getFileStore(folder);
            return store.getTotalSpace() > 0 && store.getUsableSpace() < LEAST_FREE;
        } catch (IOException e) {
            return false;
        }
    }

    private static Path folder(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    }

    private static String free(Path file) {
        Path folder = folder(file);
        try {
            FileStore store = Files.getFileStore(folder);
            return String.format(
                    Locale.ROOT,
                    " (%s of %s are free on %s)",
                    bytes(store.getUsableSpace()),
                    bytes(store.getTotalSpace()),
                    store);
        } catch (IOException e) {
            return ""; // not known, and not what went wrong
        }
    }

    private static String bytes(long count) {
        if (count < 10_000) {
            return String.format(Locale.ROOT, "%,d bytes", count);
        }
        double mib = count / (double) (1 << 20);
        return mib < 1024
                ? String.format(Locale.ROOT, "%.1f MiB", mib)
                : String.format(Locale.ROOT, "%,.1f GiB", mib / 1024);
    }
}
