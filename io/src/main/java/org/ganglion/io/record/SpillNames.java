package org.ganglion.io.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The names of spill files, for those who copy them. */
public final class SpillNames {
    private SpillNames() {}

    /** Whether a file of a run's folder is a spill file, by its name. */
    public static boolean isName(String name) {
        return SpillFiles.isName(name);
    }

    /** Names of the files in a folder that one start of a group has written. */
    public static List<String> of(Path folder, int group, long incarnation) throws IOException {
        String end = "-" + group + "-" + Long.toHexString(incarnation) + SpillFiles.SUFFIX;
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(end) && isName(name))
                    .sorted()
                    .toList();
        }
    }
}
