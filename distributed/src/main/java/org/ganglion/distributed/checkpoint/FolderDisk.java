package org.ganglion.distributed.checkpoint;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.ganglion.io.record.DiskFullException;

/** A folder of a file system: files are written aside, forced to the device, and renamed. */
public record FolderDisk(Path root) implements Disk {
    private static final int BUFFER = 1 << 16;

    @Override
    public List<String> write(String name, Content content) throws IOException {
        put(name, content, (aside, path) -> {
            Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        });
        return List.of();
    }

    @Override
    public boolean create(String name, Content content) throws IOException {
        return put(name, content, (aside, path) -> nameIfFree(aside, path, Files::createLink));
    }

    /** Gives a file a second name, which must be free. */
    interface Linking {
        void link(Path name, Path file) throws IOException;
    }

    /** A file system without links says so in many ways; where something else is wrong, moving fails of it too. */
    static boolean nameIfFree(Path aside, Path path, Linking linking) throws IOException {
        try {
            linking.link(path, aside);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (NoSuchFileException e) {
            throw e;
        } catch (FileSystemException | UnsupportedOperationException e) {
            boolean free = Files.notExists(path);
            if (free) {
                Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
            }
            return free;
        }
    }

    /** Gives a file that is whole its name. */
    private interface Naming {
        boolean name(Path aside, Path path) throws IOException;
    }

    private boolean put(String name, Content content, Naming naming) throws IOException {
        Path path = root.resolve(name);
        Path folder = path.resolveSibling(".");
        Files.createDirectories(folder);
        Path aside = Files.createTempFile(folder, ".aside-", ".part");
        try {
            try (FileOutputStream file = new FileOutputStream(aside.toFile());
                    OutputStream out = new BufferedOutputStream(file, BUFFER)) {
                content.writeTo(out);
                out.flush();
                file.getFD().sync();
            }
            boolean named = naming.name(aside, path);
            force(folder);
            return named;
        } catch (IOException e) {
            throw DiskFullException.told(path, e);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Makes a name in a folder durable; not every system lets a folder be opened. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The file itself is safe; at worst its name is lost with the machine, and the checkpoint before it counts.
            return;
        }
    }

    @Override
    public InputStream read(String name) throws IOException {
        return new BufferedInputStream(Files.newInputStream(root.resolve(name)), BUFFER);
    }

    @Override
    public boolean exists(String name) {
        return Files.exists(root.resolve(name));
    }

    @Override
    public long size(String name) throws IOException {
        try {
            return Files.size(root.resolve(name));
        } catch (NoSuchFileException e) {
            return -1;
        }
    }

    @Override
    public List<String> list(String folder) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(f -> String.valueOf(f.getFileName())).sorted().toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    @Override
    public void rename(String name, String newName) throws IOException {
        Files.move(
                root.resolve(name),
                root.resolve(newName),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void deleteFolder(String folder) throws IOException {
        Path path = root.resolve(folder);
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) { // another node removes it, too
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public String describe(String name) {
        return root.resolve(name).toString();
    }
}
