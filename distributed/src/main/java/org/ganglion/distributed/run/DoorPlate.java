package org.ganglion.distributed.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.ganglion.io.record.RunFolder;

/**
 * Where a node can be asked: the file {@code nodes/NAME.properties} of the run's folder.
 *
 * @param door host and port
 * @param process id on its machine
 */
public record DoorPlate(String node, String door, long process) {
    static final String FOLDER = RunFolder.NODES;
    private static final String SUFFIX = ".properties";

    /** Puts it up. */
    void write(Path run) throws IOException {
        Files.createDirectories(run.resolve(FOLDER));
        Properties lines = new Properties();
        lines.setProperty("node", node);
        lines.setProperty("door", door);
        lines.setProperty("process", Long.toString(process));
        SharedRun.write(run.resolve(FOLDER).resolve(node + SUFFIX), lines);
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
                Properties lines = SharedRun.properties(file);
                plates.add(new DoorPlate(
                        lines.getProperty("node"),
                        lines.getProperty("door"),
                        Long.parseLong(lines.getProperty("process", "0"))));
            }
        }
        return plates;
    }

    /** Takes it down. */
    void remove(Path run) throws IOException {
        Files.deleteIfExists(run.resolve(FOLDER).resolve(node + SUFFIX));
    }
}
