package org.ganglion.io.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written aside and gets its name once it is complete, so that nobody finds half of it under that name.
 *
 * @param path where it is to be, in the place of any that is there
 * @param aside where it is written, in the same folder
 */
public record AsideFile(Path path, Path aside) {
    /** What the name of a file ends in while it is written. */
    public static final String ENDING = ".part";

    /** A file that is written as {@code NAME.part}. */
    public static AsideFile of(Path path) {
        return new AsideFile(path, path.resolveSibling(path.getFileName() + ENDING));
    }

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Filling {
        void fill(Path aside) throws IOException;
    }

    /** Writes it and gives it its name. What cannot be completed is deleted, and what was there before stays. */
    public void write(Filling filling) throws IOException {
        Files.deleteIfExists(aside);
        try {
            filling.fill(aside);
            place();
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Writes a text in UTF-8 and gives it its name, as {@link #write} does. */
    public void writeText(String text) throws IOException {
        write(to -> Files.writeString(to, text, StandardCharsets.UTF_8));
    }

    /** Gives the file its name, now that it is complete. */
    public void place() throws IOException {
        Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
