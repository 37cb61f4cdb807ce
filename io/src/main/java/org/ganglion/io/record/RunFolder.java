package org.ganglion.io.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ganglion.io.file.AsideFile;
import org.ganglion.io.file.FileLocks;
import org.ganglion.io.sweep.SweepFolder;

/** The folder of one run: exists, can be written to, and holds no other run. */
public final class RunFolder {
    public static final String RUN_JSON = "run.json";
    public static final String RASTER = "raster.png";
    public static final String TRACES = "states.png";

    public static final String REPORT = "report.html";

    public static final String NETWORK_JSON = "network.json";
    public static final String CLUSTER_PROPERTIES = "cluster.properties";
    public static final String SUMMARY = "summary.txt";
    public static final String CHECKPOINTS = "checkpoints";
    public static final String NODES = "nodes";

    private static final Set<String> OUR_FILES = Set.of(
            RunRecording.SPIKES,
            RunRecording.SPIKES_TABLE,
            RunRecording.STATES,
            RunRecording.RATES,
            RunRecording.RATES_TABLE,
            RunRecording.WEIGHTS,
            RUN_JSON,
            RASTER,
            TRACES,
            REPORT,
            NETWORK_JSON,
            CLUSTER_PROPERTIES,
            SUMMARY);
    private static final Set<String> OUR_FOLDERS = Set.of(CHECKPOINTS, NODES);

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
     * @param force whether a run that is there already is removed; only what Ganglion wrote is, by name: its files, and, of
     *     a run on nodes, the folders {@code checkpoints} and {@code nodes} with all that is in them; other files stay
     * @throws OutputFolderException if it cannot be written to, is a file, holds a run and {@code force} is not set, holds a
     *     sweep, or has folders of these names that no run on nodes has made
     */
    public static RunFolder create(Path path, boolean force) throws OutputFolderException {
        checkNoFile(path);
        if (SweepFolder.is(path)) { // many runs, which one is not to replace
            throw new OutputFolderException(path
                    + ": holds a sweep; choose another folder for the run with --output DIR," + " or remove this one");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw notWritable(path, e);
        }
        checkWritable(path);
        try {
            requireNoStrangers(path);
            List<Path> present = runFiles(path);
            if (!present.isEmpty() && !force) {
                String files = String.join(", ", names(present));
                throw new OutputFolderException(path + ": already holds a run (" + files
                        + "); choose another folder with --output DIR, or replace the run with --force" + remedy(path));
            }
            for (Path file : present.stream().filter(RunFolder::isOurFolder).toList()) {
                delete(file); // first, since they are known as ours by a file
            }
            for (Path file : present.stream().filter(RunFolder::isOurFile).toList()) {
                delete(file);
            }
        } catch (OutputFolderException e) {
            throw e;
        } catch (IOException e) {
            throw new OutputFolderException(
                    path + ": a run in it cannot be removed (" + reason(e) + "); choose another folder", e);
        }
        return new RunFolder(path);
    }

    /**
     * Refuses a folder that holds a run, for something that is none.
     *
     * @param what is to be written there
     * @throws OutputFolderException with the names of files of the run
     */
    public static void requireNone(Path path, String what) throws OutputFolderException {
        checkNoFile(path);
        if (!Files.isDirectory(path)) {
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            List<Path> present = files.filter(file -> isOurFile(file) || isOurFolder(file))
                    .sorted()
                    .toList();
            if (!present.isEmpty()) {
                throw new OutputFolderException(path + ": holds a run (" + String.join(", ", names(present))
                        + "); choose another folder for " + what + " with --output DIR, or remove this one");
            }
        } catch (OutputFolderException e) {
            throw e;
        } catch (IOException e) {
            throw new OutputFolderException(path + ": cannot be looked into (" + reason(e) + ")", e);
        }
    }

    /** Refuses folders that are called like ours beside no file of a run on nodes: somebody else may have filled them. */
    private static void requireNoStrangers(Path path) throws IOException {
        if (Files.exists(path.resolve(CLUSTER_PROPERTIES))) {
            return;
        }
        for (Path file : runFiles(path)) {
            if (isOurFolder(file) && !FileLocks.holdsNothingElse(file)) {
                throw new OutputFolderException(file
                        + ": is in the way, and no run on nodes has made it; choose another folder with --output DIR, or"
                        + " move it");
            }
        }
    }

    /** What else can be done where a run has died. */
    private static String remedy(Path path) throws IOException {
        boolean died = !SpillFiles.list(path).isEmpty() && !Files.exists(path.resolve(CLUSTER_PROPERTIES));
        return died ? "; ganglion recover writes what it had recorded" : "";
    }

    /**
     * Opens the folder of a run on nodes; deletes nothing, and does not ask whether it can be written to.
     *
     * @throws OutputFolderException if it does not exist, is a file, or holds no {@code cluster.properties}
     */
    public static RunFolder open(Path path) throws OutputFolderException {
        if (!Files.isRegularFile(path.resolve(CLUSTER_PROPERTIES))) {
            String why = Files.isDirectory(path)
                    ? CLUSTER_PROPERTIES + " is missing"
                    : Files.exists(path) ? "it is a file" : "it does not exist";
            throw new OutputFolderException(
                    path + ": holds no run on nodes, or is not reached from here (" + why
                            + "); one is started with ganglion run --nodes N, and all machines need the same path to it, or ganglion node a folder of its own (--folder DIR)");
        }
        return new RunFolder(path);
    }

    private static void checkNoFile(Path path) throws OutputFolderException {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new OutputFolderException(
                    path + ": is a file, but the results of a run need a folder; choose another with --output DIR");
        }
    }

    private static void checkWritable(Path path) throws OutputFolderException {
        try {
            Files.delete(Files.createTempFile(path, ".ganglion", ".tmp"));
        } catch (IOException e) {
            throw notWritable(path, e);
        }
    }

    private static OutputFolderException notWritable(Path path, IOException e) {
        return new OutputFolderException(
                path + ": cannot be written to (" + reason(e) + "); choose another folder with --output DIR", e);
    }

    /** Deletes a file, or a folder with all that is in it; of a link, the link only. */
    private static void delete(Path path) throws IOException {
        try (Stream<Path> below = Files.walk(path)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e.getCause());
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied: " + denied.getFile();
            case FileAlreadyExistsException file -> file.getFile() + " is a file";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    /** What belongs to a run, by name: our files and folders, and HDF5 files of whatever name. */
    private static List<Path> runFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isOurFile(file)
                            || isOurFolder(file)
                            || (file.toString().endsWith(".h5") && Files.isRegularFile(file)))
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

    private static boolean isOurFile(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file) && (OUR_FILES.contains(AsideFile.nameOf(name)) || SpillFiles.isName(name));
    }

    private static boolean isOurFolder(Path file) {
        return Files.isDirectory(file) && OUR_FOLDERS.contains(String.valueOf(file.getFileName()));
    }
}
