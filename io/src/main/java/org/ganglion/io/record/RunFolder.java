package org.ganglion.io.record;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of one run: exists, can be written to, and holds no other run. */
public final class RunFolder {
    public static final String RUN_JSON = "run.json";
    public static final String RASTER = "raster.png";
    public static final String TRACES = "states.png";

    private static final Set<String> OURS = Set.of(RunRecording.SPIKES, RunRecording.STATES, RUN_JSON, RASTER, TRACES);
    private static final Pattern SPILL =
            Pattern.compile("(spikes-\\d+|states-\\d+-\\d+)" + Pattern.quote(RunRecording.SPILL_SUFFIX));
    private static final String ASIDE = ".part";

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    public Path runJson() {
        return path.resolve(RUN_JSON);
    }

    /**
     * Creates a folder for a run, with the folders above it.
     *
     * @param force whether a run that is there already is removed; only files that Ganglion wrote are, others stay
     * @throws OutputFolderException if it cannot be written to, is a file, or holds a run and {@code force} is not set
     */
    public static RunFolder create(Path path, boolean force) throws OutputFolderException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new OutputFolderException(
                    path + ": is a file, but the results of a run need a folder; choose another with --output DIR");
        }
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, ".ganglion", ".tmp"));
        } catch (IOException e) {
            throw new OutputFolderException(
                    path + ": cannot be written to (" + reason(e) + "); choose another folder with --output DIR", e);
        }
        try {
            List<Path> present = runFiles(path);
            if (!present.isEmpty() && !force) {
                String files = String.join(", ", names(present));
                throw new OutputFolderException(path + ": already holds a run (" + files
                        + "); choose another folder with --output DIR, or replace the run with --force");
            }
            for (Path file : present) {
                if (isOurs(file)) {
                    Files.delete(file);
                }
            }
        } catch (OutputFolderException e) {
            throw e;
        } catch (IOException e) {
            throw new OutputFolderException(
                    path + ": a run in it cannot be removed (" + reason(e) + "); choose another folder", e);
        }
        return new RunFolder(path);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied: " + denied.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " is a file";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    /** Files that belong to a run, by name: ours, and HDF5 files of whatever name. */
    private static List<Path> runFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isOurs(file) || file.toString().endsWith(".h5"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        }
    }

    private static List<String> names(List<Path> files) {
        List<String> names = files.stream()
                .limit(4)
                .map(file -> String.valueOf(file.getFileName()))
                .toList();
        return files.size() > 4
                ? Stream.concat(names.stream(), Stream.of("...")).toList()
                : names;
    }

    private static boolean isOurs(Path file) {
        String name = String.valueOf(file.getFileName());
        String base = name.endsWith(ASIDE) ? name.substring(0, name.length() - ASIDE.length()) : name;
        return OURS.contains(base) || SPILL.matcher(name).matches();
    }
}
