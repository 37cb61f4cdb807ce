package org.ganglion.io.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ganglion.io.file.FileLocks;

/**
 * Where a sweep lies: {@code sweep.json}, a folder {@code trials/0007} for each trial that has ended, and while it goes on
 * {@code leases} and {@code attempts}.
 *
 * <p>A trial is run in a folder of the attempt, {@code attempts/0007-1}, which becomes the trial's in one step. So
 * {@code trials/0007} is whole or not there, however many workers took the trial for lost and began it again.
 */
public record SweepFolder(Path path) {
    private static final String DESCRIPTION = "sweep.json";
    private static final String TRIALS = "trials";
    private static final String LEASES = "leases";
    private static final String ATTEMPTS = "attempts";
    private static final String LOGS = "workers";
    private static final List<String> TABLES = List.of("sweep.csv", "sweep.h5", "sweep.png");

    /** Whether a folder holds a sweep. */
    public static boolean is(Path path) {
        return Files.isRegularFile(path.resolve(DESCRIPTION));
    }

    public Path description() {
        return path.resolve(DESCRIPTION);
    }

    public Path csv() {
        return path.resolve(TABLES.get(0));
    }

    public Path hdf5() {
        return path.resolve(TABLES.get(1));
    }

    public Path picture() {
        return path.resolve(TABLES.get(2));
    }

    Path leases() {
        return path.resolve(LEASES);
    }

    /** What workers say goes into files here. */
    public Path logs() {
        return path.resolve(LOGS);
    }

    /** Makes the folders. */
    public void create() throws IOException {
        for (String folder : List.of(TRIALS, LEASES, ATTEMPTS, LOGS)) {
            Files.createDirectories(path.resolve(folder));
        }
    }

    /** Where a trial is once it has ended. */
    public Path trial(Trial trial) {
        return path.resolve(TRIALS).resolve(trial.folder());
    }

    /** Whether a trial has ended, well or not. */
    public boolean ended(Trial trial) {
        return Files.exists(trial(trial).resolve(TrialResult.FILE));
    }

    /** Where an attempt at a trial works. */
    public Path attempt(Trial trial, int attempt) {
        return path.resolve(ATTEMPTS).resolve(trial.folder() + "-" + attempt);
    }

    /**
     * Makes an attempt, whose result is in its folder, the trial.
     *
     * @return false if another attempt was first
     */
    public boolean accept(Trial trial, int attempt) throws IOException {
        Path from = attempt(trial, attempt);
        try {
            Files.move(from, trial(trial), StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileSystemException e) {
            if (e instanceof NoSuchFileException || !(e instanceof FileAlreadyExistsException || ended(trial))) {
                throw e;
            }
            delete(from);
            return false;
        }
    }

    /**
     * Takes away what attempts left that came to nothing. A trial that had been given up and whose folder is gone begins anew.
     *
     * @param retries how often a trial that failed is tried again
     */
    public void sweepUp(List<Trial> trials, Leases leases, int retries) throws IOException {
        for (Trial trial : trials) {
            int latest = leases.latest(trial);
            for (int attempt = 1; attempt <= latest; attempt++) {
                if (ended(trial) || attempt < latest || !leases.isHeld(trial)) {
                    delete(attempt(trial, attempt));
                }
            }
            if (!ended(trial) && !leases.isHeld(trial) && leases.failures(trial).size() > retries) {
                leases.forget(trial);
            }
        }
    }

    /** A folder that is called as one of a sweep but holds files, where no sweep is; nothing if there is none. */
    public static Optional<Path> stranger(Path path) throws IOException {
        if (is(path)) {
            return Optional.empty();
        }
        for (String name : List.of(TRIALS, LEASES, ATTEMPTS, LOGS)) {
            Path folder = path.resolve(name);
            if (Files.isDirectory(folder) && !FileLocks.holdsNothingElse(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** Takes away what is needed only while the sweep goes on. */
    public void finish() throws IOException {
        delete(path.resolve(LEASES));
        delete(path.resolve(ATTEMPTS));
    }

    /** Takes away the whole sweep, but no other files. */
    public void remove() throws IOException {
        for (String part : List.of(LEASES, ATTEMPTS, TRIALS, LOGS, DESCRIPTION)) {
            delete(path.resolve(part));
        }
        for (String table : TABLES) {
            delete(path.resolve(table));
        }
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> below = Files.walk(path)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e.getCause());
        }
    }
}
