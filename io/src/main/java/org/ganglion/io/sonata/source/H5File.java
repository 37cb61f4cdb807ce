package org.ganglion.io.sonata.source;

import io.jhdf.HdfFile;
import io.jhdf.exceptions.HdfException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;
import org.ganglion.io.yaml.Position;

/** An HDF5 file that is read; whatever is wrong with it is said with its name and the path in it. */
public final class H5File implements Closeable {
    private final Path path;
    private final CountedChannel channel;
    private final HdfFile file;

    private H5File(Path path, CountedChannel channel) {
        this.path = path;
        this.channel = channel;
        this.file = new HdfFile(channel, path.toUri()); // with a name, which links and texts need
    }

    /**
     * Opens a file.
     *
     * @throws SonataException if there is none, or it is no HDF5 file
     */
    public static H5File open(Path path) {
        Position at = Position.of(path.toString());
        if (!Files.exists(path)) {
            throw new SonataException(at, "", "there is no such file; check the name and the folder");
        }
        if (Files.isDirectory(path) || !Files.isReadable(path)) {
            throw new SonataException(at, "", "cannot be read; name an HDF5 file that may be read");
        }
        try {
            CountedChannel channel = new CountedChannel(FileChannel.open(path, StandardOpenOption.READ));
            boolean opened = false;
            try {
                H5File file = guarded(at, "", () -> new H5File(path, channel));
                opened = true;
                return file;
            } finally {
                if (!opened) {
                    channel.close();
                }
            }
        } catch (IOException e) {
            throw new SonataException(at, "", "cannot be read: " + e.getMessage());
        }
    }

    public Path path() {
        return path;
    }

    public H5Group root() {
        return new H5Group(this, file);
    }

    /** Bytes of the file. */
    long size() {
        return file.size();
    }

    SonataException wrong(String where, String what) {
        return new SonataException(Position.of(path.toString()), where, what);
    }

    /** Reads a part; a damaged file can make the library fail in any way, which is said in ours. */
    <T> T guarded(String where, Supplier<T> part) {
        channel.restart();
        return guarded(Position.of(path.toString()), where, part);
    }

    private static <T> T guarded(Position at, String where, Supplier<T> part) {
        try {
            return part.get();
        } catch (SonataException e) {
            throw e;
        } catch (HdfException | StackOverflowError | OutOfMemoryError e) {
            throw new SonataException(at, where, damaged(e));
        } catch (RuntimeException e) {
            throw new SonataException(at, where, damaged(e));
        }
    }

    private static String damaged(Throwable thrown) {
        Throwable e = thrown;
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            e = cause instanceof IllegalStateException
                    ? cause
                    : e; // what our channel says of it, inside of what the library says
        }
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return "cannot be read as HDF5 (" + reason.lines().findFirst().orElse("")
                + "); it is damaged, cut off, or no HDF5 file";
    }

    @Override
    public void close() {
        try {
            file.close();
            channel.close();
        } catch (IOException e) {
            throw wrong("", damaged(e));
        } catch (RuntimeException e) {
            throw wrong("", damaged(e));
        }
    }
}
