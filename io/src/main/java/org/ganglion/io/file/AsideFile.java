package org.ganglion.io.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that is written aside and gets its name once it is complete, so that nobody finds half of it under that name.
 *
 * @param path where it is to be, in the place of any that is there
 * @param aside where it is written, in the same folder
 */
public record AsideFile(Path path, Path aside) {
    /** What the name of a file ends in while it is written. */
    public static final String ENDING = ".part";

    private static final long ABANDONED_MS = 60_000;
    private static final String WRITER = String.format(".%012x", new SecureRandom().nextLong() >>> 16);

    /** A file that is written as {@code NAME.part}. */
    public static AsideFile of(Path path) {
        return new AsideFile(path, path.resolveSibling(path.getFileName() + ENDING));
    }

    /** A file that other processes may be writing too, each as {@code NAME.WRITER.part}. */
    public static AsideFile own(Path path) {
        return new AsideFile(path, path.resolveSibling(path.getFileName() + WRITER + ENDING));
    }

    /** The name that a file has once it is complete; of one that is not written aside its own name. */
    public static String nameOf(String aside) {
        return aside.replaceFirst("(\\.[0-9a-f]{12})?\\.part$", "");
    }

    /** Deletes what processes that are gone have left aside of files that are complete now: what nobody writes to any more. */
    public static void deleteLeft(Path folder, List<Path> complete) throws IOException {
        List<String> names = complete.stream()
                .map(path -> String.valueOf(path.getFileName()))
                .toList();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(ENDING) && names.contains(nameOf(name)) && isAbandoned(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isAbandoned(Path file) throws IOException {
        try {
            return System.currentTimeMillis() - Files.getLastModifiedTime(file).toMillis() > ABANDONED_MS;
        } catch (NoSuchFileException e) {
            return false; // it has just got its name
        }
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
