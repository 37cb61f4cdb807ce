package org.ganglion.io.sweep;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who runs which trial: files in a folder that all workers share.
 *
 * <p>{@code 0007-2} is the second attempt at trial 7. Creating it fails if it is there, so an attempt has one owner; it
 * names the process. The owner touches it every few seconds. It is taken for lost when its process, if that is on this
 * machine, is gone, or when it was not touched for a while by the clock of who looks. Then whoever comes next creates
 * {@code 0007-3}. {@code 0007-2.failed} tells why an attempt came to nothing.
 *
 * <p>Has one owner, but for {@link #touch}.
 */
public final class Leases {
    /** How often an owner touches its lease. */
    public static final long TOUCH_MS = 2_000;

    /** A lease of another machine that was not touched for so long is lost. */
    static final long PATIENCE_NS = 30_000_000_000L;

    private static final String FAILED = ".failed";

    private record Seen(FileTime touched, long sinceNs) {}

    private final Path folder;
    private final Owner self;
    private final Map<Path, Seen> seen = new HashMap<>();

    /** @param self who takes trials here */
    public Leases(SweepFolder sweep, Owner self) {
        this.folder = sweep.leases();
        this.self = self;
    }

    /** The number of the latest attempt at a trial; 0 if there was none. */
    public int latest(Trial trial) throws IOException {
        return numbers(trial).stream().mapToInt(i -> i).max().orElse(0);
    }

    private List<Integer> numbers(Trial trial) throws IOException {
        String prefix = trial.folder() + "-";
        int next = 1;
        while (Files.exists(folder.resolve(prefix + next))) {
            next++;
        }
        return Stream.iterate(1, i -> i + 1).limit(next - 1L).toList();
    }

    /**
     * Takes a trial.
     *
     * @return the number of the attempt; nothing if another has the trial
     */
    public Optional<Integer> take(Trial trial) throws IOException {
        int latest = latest(trial);
        if (latest > 0 && isHeld(trial)) {
            return Optional.empty();
        }
        Path file = file(trial, latest + 1);
        try {
            Files.writeString(file, self.text(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            return Optional.of(latest + 1);
        } catch (FileAlreadyExistsException | NoSuchFileException e) {
            return Optional.empty(); // another was faster, or the sweep has just ended
        }
    }

    /** Whether somebody is at work on a trial. */
    public boolean isHeld(Trial trial) throws IOException {
        int latest = latest(trial);
        if (latest == 0 || Files.exists(failed(trial, latest))) {
            return false;
        }
        Path file = file(trial, latest);
        try {
            Optional<Boolean> alive = owner(file).flatMap(o -> o.isAlive(self));
            return alive.isPresent() ? alive.get() : touchedLately(file);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Whether a process that has taken trials is still there, or one on another machine was until just now. */
    public boolean areHeld() throws IOException {
        for (Path file : all()) {
            long untouchedMs =
                    System.currentTimeMillis() - Files.getLastModifiedTime(file).toMillis();
            if (owner(file).flatMap(o -> o.isAlive(self)).orElse(untouchedMs < PATIENCE_NS / 1_000_000)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a process of this machine has taken a trial, whatever came of it. */
    public boolean wereTakenBy(long process) throws IOException {
        for (Path file : all()) {
            if (owner(file).filter(o -> isHere(o, process)).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Leases of all attempts at all trials. */
    private List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> !f.toString().endsWith(FAILED)).toList();
        }
    }

    private static Optional<Owner> owner(Path file) throws IOException {
        return Owner.of(Files.readString(file, StandardCharsets.UTF_8));
    }

    private boolean isHere(Owner owner, long process) {
        return owner.machine().equals(self.machine()) && owner.process() == process;
    }

    private boolean touchedLately(Path file) throws IOException {
        FileTime touched = Files.getLastModifiedTime(file);
        Seen before = seen.get(file);
        if (before == null || !before.touched().equals(touched)) {
            seen.put(file, new Seen(touched, System.nanoTime()));
            return true;
        }
        return System.nanoTime() - before.sinceNs() < PATIENCE_NS;
    }

    /** Shows that the owner of an attempt is still at it. */
    public void touch(Trial trial, int attempt) throws IOException {
        Path file = file(trial, attempt);
        if (Files.exists(file)) {
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
        }
    }

    /** Tells that an attempt came to nothing, and why; the trial is free again. */
    public void fail(Trial trial, int attempt, String why) throws IOException {
        Files.writeString(failed(trial, attempt), why, StandardCharsets.UTF_8);
    }

    /** Takes away the leases of all attempts at a trial at which nobody is, the latest first. */
    void forget(Trial trial) throws IOException {
        for (int attempt : numbers(trial).reversed()) {
            Files.deleteIfExists(file(trial, attempt));
            Files.deleteIfExists(failed(trial, attempt));
        }
    }

    /** Why attempts at a trial failed, by their numbers. */
    public Map<Integer, String> failures(Trial trial) throws IOException {
        Map<Integer, String> failures = new TreeMap<>();
        for (int attempt : numbers(trial)) {
            if (Files.exists(failed(trial, attempt))) {
                failures.put(attempt, Files.readString(failed(trial, attempt), StandardCharsets.UTF_8));
            }
        }
        return failures;
    }

    /** The attempt that a process has not brought to an end; nothing if it has none. */
    public Optional<Integer> attemptOf(Trial trial, long process) throws IOException {
        int latest = latest(trial);
        if (latest == 0 || Files.exists(failed(trial, latest))) {
            return Optional.empty();
        }
        return owner(file(trial, latest))
                .filter(owner -> isHere(owner, process))
                .map(_ -> latest);
    }

    private Path file(Trial trial, int attempt) {
        return folder.resolve(trial.folder() + "-" + attempt);
    }

    private Path failed(Trial trial, int attempt) {
        return folder.resolve(trial.folder() + "-" + attempt + FAILED);
    }
}
