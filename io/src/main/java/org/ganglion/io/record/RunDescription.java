package org.ganglion.io.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.ganglion.io.file.FileLocks;

/**
 * What a run in one process computes, as the file {@code network.json} of its folder while it goes on, so that what it
 * recorded can be understood without it. The process holds a lock on the file; the operating system takes it back however
 * the process ends.
 */
public final class RunDescription implements Closeable {
    private final Path folder;
    private final FileChannel file;

    private RunDescription(Path folder, FileChannel file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * Writes the file.
     *
     * @param canonical the configuration in canonical form
     */
    public static RunDescription write(Path folder, String canonical) throws IOException {
        FileChannel file = FileChannel.open(
                folder.resolve(RunFolder.NETWORK_JSON),
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        try {
            var unused = FileLocks.takeIfPossible(file);
            RunDescription description = new RunDescription(folder, file);
            description.rewrite(canonical);
            return description;
        } catch (IOException e) {
            file.close();
            Files.deleteIfExists(folder.resolve(RunFolder.NETWORK_JSON)); // so that the folder can be used again
            throw DiskFullException.told(folder.resolve(RunFolder.NETWORK_JSON), e);
        }
    }

    /**
     * Writes it once more, because what the run computes has been changed on the way. In place, since the lock is on the file.
     *
     * @param canonical the configuration in canonical form
     */
    public synchronized void rewrite(String canonical) throws IOException {
        byte[] bytes = canonical.getBytes(StandardCharsets.UTF_8);
        ByteBuffer text = ByteBuffer.wrap(bytes);
        while (text.hasRemaining()) {
            file.write(text, text.position());
        }
        file.truncate(bytes.length);
    }

    /** Whether a run is under way that records into a folder from one process. */
    public static boolean underWay(Path folder) throws IOException {
        Path path = folder.resolve(RunFolder.NETWORK_JSON);
        if (!Files.isWritable(path)) {
            return false; // it is not there, or nobody records here
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            return !FileLocks.takeIfPossible(file);
        }
    }

    /** Gives the lock back; takes the file away unless spill files are left, which need it. */
    @Override
    public void close() throws IOException {
        file.close();
        if (Files.isDirectory(folder) && SpillFiles.list(folder).isEmpty()) {
            Files.deleteIfExists(folder.resolve(RunFolder.NETWORK_JSON));
        }
    }
}
