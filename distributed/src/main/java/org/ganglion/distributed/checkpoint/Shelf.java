package org.ganglion.distributed.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.ganglion.io.record.RunFolder;

/**
 * What other nodes may do with a node's folder: read, write and remove files of checkpoints and recordings, whose names are
 * checked; everything else is refused. Any thread may use it.
 */
public final class Shelf {
    /** So much of a disk is left free. */
    private static final long SPARE_BYTES = 64L << 20;

    private final Path root;
    private final Map<Path, CRC32C> coming = new HashMap<>(); // files of which some pieces have come

    public Shelf(Path root) {
        this.root = root;
    }

    /** Lengths of all files. */
    public Map<String, Long> files() throws IOException {
        Map<String, Long> found = new TreeMap<>();
        addFiles(root, "", found);
        Path checkpoints = root.resolve(RunFolder.CHECKPOINTS);
        if (Files.isDirectory(checkpoints)) {
            addFiles(checkpoints, RunFolder.CHECKPOINTS + "/", found);
            try (Stream<Path> steps = Files.list(checkpoints)) {
                for (Path step : steps.filter(Files::isDirectory).toList()) {
                    addFiles(step, RunFolder.CHECKPOINTS + "/" + step.getFileName() + "/", found);
                }
            }
        }
        return found;
    }

    private static void addFiles(Path folder, String prefix, Map<String, Long> found) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = prefix + file.getFileName();
                if (CopyNames.isFile(name) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    found.put(name, Files.size(file));
                }
            }
        } catch (NoSuchFileException e) {
            return; // removed meanwhile
        }
    }

    /** Up to so many bytes of a file. */
    public byte[] read(String name, long offset, int most) throws IOException {
        CopyNames.requireFile(name);
        Path path = root.resolve(name);
        if (most < 0 || most > Peer.PIECE || offset < 0) {
            throw new RefusedException(most + " bytes at " + offset + " are no piece of a file");
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(name);
        }
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer piece = ByteBuffer.allocate(Math.clamp(file.size() - offset, 0, most));
            while (piece.hasRemaining() && file.read(piece, offset + piece.position()) >= 0) {}
            byte[] bytes = new byte[piece.position()];
            piece.flip().get(bytes);
            return bytes;
        }
    }

    /**
     * Takes a piece of a file, in order; with the last one the file is there.
     *
     * @param from who sends it
     * @param sum CRC32C of the whole file
     */
    public synchronized void put(String from, String name, long offset, long total, byte[] piece, int sum)
            throws IOException {
        CopyNames.requireWhole(name);
        requirePiece(name, offset, piece);
        if (offset + piece.length > total) {
            throw new RefusedException(name + ": " + (offset + piece.length) + " bytes came of " + total);
        }
        requireRoom(total - offset);
        Path path = root.resolve(name);
        Files.createDirectories(path.resolveSibling("."));
        Path aside = path.resolveSibling(".copy-" + Integer.toHexString(from.hashCode()) + "-" + path.getFileName());
        if (offset == 0) {
            Files.deleteIfExists(aside);
            coming.put(aside, new CRC32C());
        }
        CRC32C crc = coming.get(aside);
        if (crc == null) {
            throw new RefusedException(name + ": a piece at " + offset + " came before its first");
        }
        writeAt(aside, offset, piece);
        crc.update(piece);
        if (offset + piece.length < total) {
            return;
        }
        coming.remove(aside);
        if ((int) crc.getValue() != sum) {
            Files.delete(aside);
            throw new RefusedException(name + ": was changed or torn on its way (its sum differs)");
        }
        Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes a piece for the end of a file; what it has already stays. Returns its length then. */
    public synchronized long append(String name, long offset, byte[] piece) throws IOException {
        CopyNames.requireGrowing(name);
        requirePiece(name, offset, piece);
        Path path = root.resolve(name);
        long size = Files.exists(path) ? Files.size(path) : 0;
        long end = offset + piece.length;
        if (size < offset || size >= end) {
            return size;
        }
        requireRoom(end - size);
        writeAt(path, size, java.util.Arrays.copyOfRange(piece, (int) (size - offset), piece.length));
        return end;
    }

    private static void requirePiece(String name, long offset, byte[] piece) throws RefusedException {
        if (offset < 0 || piece.length > Peer.PIECE) {
            throw new RefusedException(
                    name + ": " + piece.length + " bytes at " + offset + " are no piece; at most " + Peer.PIECE);
        }
    }

    private void requireRoom(long bytes) throws IOException {
        long free = Files.getFileStore(root).getUsableSpace();
        if (bytes > free - SPARE_BYTES) {
            throw new RefusedException(
                    root + ": has " + (free >> 20) + " MiB free, too little for a copy of " + (bytes >> 20) + " MiB");
        }
    }

    private static void writeAt(Path path, long offset, byte[] piece) throws IOException {
        try (FileChannel file =
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            if (file.size() != offset) {
                throw new RefusedException(
                        path.getFileName() + ": has " + file.size() + " bytes; a piece at " + offset + " does not fit");
            }
            ByteBuffer bytes = ByteBuffer.wrap(piece);
            while (bytes.hasRemaining()) {
                file.write(bytes, offset + bytes.position());
            }
            file.force(false);
        }
    }

    /** CRC32C of a file. */
    static int sum(Path path) throws IOException {
        CRC32C crc = new CRC32C();
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            while (file.read(buffer) >= 0) {
                crc.update(buffer.flip());
                buffer.clear();
            }
        }
        return (int) crc.getValue();
    }

    /** Lets a list count no longer; nothing else can be renamed. */
    public void rename(String name, String newName) throws IOException {
        boolean ofOneFolder = name.endsWith("/complete")
                && newName.equals(name.substring(0, name.length() - "complete".length()) + "damaged");
        CopyNames.requireWhole(name);
        if (!ofOneFolder) {
            throw new RefusedException("'" + name + "' does not become '" + newName + "'");
        }
        new FolderDisk(root).rename(name, newName);
    }

    public void deleteFolder(String folder) throws IOException {
        CopyNames.requireFolder(folder);
        new FolderDisk(root).deleteFolder(folder);
    }
}
