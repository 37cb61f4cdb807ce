package org.ganglion.distributed.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.ganglion.io.file.AsideFile;
import org.ganglion.io.record.RunFolder;

/**
 * Where a node can be asked: the file {@code nodes/NAME.properties} of the run's folder.
 *
 * @param door host and port
 * @param process id on its machine
 * @param folderId of the folder that the node works in, which may be another one that is not shared
 */
public record DoorPlate(String node, String door, long process, String folderId) {
    static final String FOLDER = RunFolder.NODES;
    private static final String SUFFIX = ".properties";

    /** Whether the node works in another folder than the one in which its plate was found. */
    public boolean isElsewhere(Path run) throws IOException {
        return !folderId.isEmpty() && !folderId.equals(NodeFolder.id(run));
    }

    boolean isOf(String itsNode, String itsDoor) {
        return node.equals(itsNode) && door.equals(itsDoor);
    }

    /** Puts it up. */
    void write(Path run) throws IOException {
        Files.createDirectories(run.resolve(FOLDER));
        Properties lines = new Properties();
        lines.setProperty("node", node);
        lines.setProperty("door", door);
        lines.setProperty("process", Long.toString(process));
        lines.setProperty("folder", folderId);
        Path file = run.resolve(FOLDER).resolve(node + SUFFIX);
        String writer = ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
        SharedRun.write(new AsideFile(file, file.resolveSibling(node + "." + writer + AsideFile.ENDING)), lines);
    }

    /** All that are up in a run's folder, by name. */
    public static List<DoorPlate> of(Path run) throws IOException {
        List<DoorPlate> plates = new ArrayList<>();
        if (!Files.isDirectory(run.resolve(FOLDER))) {
            return plates;
        }
        try (Stream<Path> files = Files.list(run.resolve(FOLDER))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList()) {
                read(file).ifPresent(plates::add);
            }
        } catch (UncheckedIOException e) { // in the middle of the list
            throw new IOException(e.getMessage(), e);
        }
        return plates;
    }

    private static Optional<DoorPlate> read(Path file) throws IOException {
        try {
            Properties lines = SharedRun.properties(file);
            return Optional.of(new DoorPlate(
                    lines.getProperty("node"),
                    lines.getProperty("door"),
                    Long.parseLong(lines.getProperty("process", "0")),
                    lines.getProperty("folder", "")));
        } catch (NoSuchFileException e) {
            return Optional.empty(); // just taken down
        }
    }

    /** A name that is one of a file, so that a plate that another node sends is put up nowhere else. */
    boolean hasPlainName() {
        return isPlainName(node);
    }

    /** Whether a node can be called so. */
    public static boolean isPlainName(String name) {
        return name.matches("[\\p{Alnum}._:@+-]{1,200}") && !name.startsWith(".");
    }

    /** Takes it down, unless another node of that name has put up its own there. */
    void remove(Path run) throws IOException {
        Path file = run.resolve(FOLDER).resolve(node + SUFFIX);
        if (read(file).filter(this::equals).isPresent()) {
            Files.deleteIfExists(file);
        }
    }
}
