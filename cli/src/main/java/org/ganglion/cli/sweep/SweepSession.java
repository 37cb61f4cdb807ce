package org.ganglion.cli.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganglion.cli.cluster.Workers;
import org.ganglion.cli.model.UserException;
import org.ganglion.cli.run.Interruption;
import org.ganglion.cli.run.Screen;
import org.ganglion.io.record.OutputFolderException;
import org.ganglion.io.record.RunFolder;
import org.ganglion.io.sweep.Leases;
import org.ganglion.io.sweep.Owner;
import org.ganglion.io.sweep.SweepFile;
import org.ganglion.io.sweep.SweepFolder;
import org.ganglion.io.sweep.SweepLock;
import org.ganglion.io.sweep.SweepTable;
import org.ganglion.io.sweep.Trial;
import org.ganglion.simulator.SimulationException;

/** Makes a sweep: starts workers, sees to it that they go on, tells how far they are, and writes the table. */
public final class SweepSession {
    private static final long LOOK_MS = 100;
    private static final int MOST_FALSE_STARTS = 3;

    private final SweepFolder folder;
    private final SweepFile sweep;
    private final SweepLock lock; // until it ends
    private final List<Trial> trials;
    private final Screen screen;
    private final Leases leases;
    private final List<Process> workers = new ArrayList<>();
    private final SweepProgress progress;
    private int started;
    private int falseStarts;
    private volatile boolean stopping;

    private SweepSession(SweepFolder folder, SweepFile sweep, SweepLock lock, Screen screen) {
        this.folder = folder;
        this.sweep = sweep;
        this.lock = lock;
        this.trials = sweep.sweep().trials();
        this.screen = screen;
        this.leases = new Leases(folder, Owner.self());
        this.progress = new SweepProgress(folder, trials, leases, screen);
    }

    /**
     * Begins a sweep, or goes on with it where the folder holds the same one.
     *
     * @param force whether what the folder holds of another is removed
     * @throws UserException if the folder holds another sweep, with what differs
     * @throws OutputFolderException if it holds a run
     */
    public static SweepSession in(Path path, SweepFile sweep, boolean force, Screen screen) throws IOException {
        RunFolder.requireNone(path, "the sweep");
        Optional<Path> stranger = SweepFolder.stranger(path);
        if (stranger.isPresent()) {
            throw new UserException(
                    stranger.get() + ": is in the way, and not of a sweep, whose sweep.json would be beside"
                            + " it; choose another folder with --output DIR, or move it");
        }
        SweepFolder folder = new SweepFolder(path.toAbsolutePath().normalize());
        if (SweepFolder.is(path) && !force) {
            Optional<String> difference = SweepFile.read(folder.description()).difference(sweep);
            if (difference.isPresent()) {
                throw new UserException(path + ": holds another sweep: " + difference.get()
                        + "; repeat the call it was begun with to go on, choose another folder with --output DIR, or"
                        + " begin anew with --force");
            }
        } else if (force) {
            remove(folder);
        }
        folder.create();
        SweepLock lock = lock(folder);
        sweep.write(folder.description());
        return new SweepSession(folder, sweep, lock, screen);
    }

    private static void remove(SweepFolder folder) throws IOException {
        if (!Files.isDirectory(folder.path())) {
            return;
        }
        try (SweepLock lock = SweepLock.alone(folder).orElse(null)) {
            if (lock == null || new Leases(folder, Owner.self()).areHeld()) {
                throw new UserException(folder.path() + ": is a sweep that goes on; stop the command that makes it, or"
                        + " choose another folder with --output DIR");
            }
            folder.remove();
        }
    }

    private static SweepLock lock(SweepFolder folder) throws IOException {
        return SweepLock.shared(folder)
                .orElseThrow(() -> new UserException(
                        folder.path() + ": another command begins this sweep anew just now; try again in a moment"));
    }

    /** Goes on with the sweep of a folder. */
    public static SweepSession resume(Path path, Screen screen) throws IOException {
        SweepFolder folder = new SweepFolder(path.toAbsolutePath().normalize());
        SweepFile sweep = SweepFile.read(folder.description());
        folder.create();
        return new SweepSession(folder, sweep, lock(folder), screen);
    }

    /** Threads of each trial. */
    public int threads() {
        return SweepPlan.threads(sweep.settings());
    }

    /**
     * Runs all trials that have not ended.
     *
     * @param processes how many workers
     * @return the exit code: 0, 1 if a trial failed, or 128 and the number of the signal that stopped it
     */
    public int run(int processes) throws IOException, InterruptedException {
        try (lock) {
            return make(processes);
        }
    }

    private int make(int processes) throws IOException, InterruptedException {
        folder.sweepUp(trials, leases, sweep.sweep().retries());
        int open = (int) trials.stream().filter(t -> !folder.ended(t)).count();
        screen.say(trials.size() + " trials" + (open < trials.size() ? ", " + open + " of them to be run" : "")
                + ", in " + folder.path());
        if (open > 0) {
            try (Interruption interruption = Interruption.listen(code -> stopping = true)) {
                work(Math.min(processes, open), processes);
                if (interruption.exitCode() != 0) {
                    workers.forEach(Process::destroyForcibly); // before they take it for a trial that failed
                    screen.warn("stopped; the same call, or ganglion resume " + folder.path()
                            + ", goes on with the trials that are left");
                    new SweepReport(folder, sweep).write();
                    return interruption.exitCode();
                }
            } finally {
                workers.forEach(Process::destroyForcibly);
            }
        }
        SweepReport report = new SweepReport(folder, sweep);
        SweepTable table = report.write();
        folder.finish();
        screen.show("\n" + report.text(table));
        report.failures(table).forEach(screen::warn);
        return table.count(SweepTable.FAILED) > 0 ? 1 : 0;
    }

    private void work(int processes, int shares) throws IOException, InterruptedException {
        for (int i = 0; i < processes; i++) {
            workers.add(start(shares));
        }
        try (SweepProgress shown = progress.show()) {
            while (!stopping && shown.look() < trials.size()) {
                for (int i = 0; i < workers.size(); i++) {
                    if (!workers.get(i).isAlive() && workers.get(i).exitValue() != 0) {
                        died(workers.get(i));
                        workers.set(i, start(shares));
                    }
                }
                Thread.sleep(LOOK_MS);
            }
        }
    }

    private Process start(int shares) throws IOException {
        started++;
        String name = "worker-" + ProcessHandle.current().pid() + "-" + started;
        return Workers.begin(
                folder.logs().resolve(name + ".log"),
                shares,
                List.of("node", "--run", folder.path().toString(), "--attached"));
    }

    /**
     * The trial of a worker that has died has failed, unless the worker was told to end; one that died without a trial may not
     * be able to start.
     */
    private void died(Process worker) throws IOException {
        if (Interruption.isExitCode(worker.exitValue())) {
            return; // its trial is free again
        }
        boolean had = leases.wereTakenBy(worker.pid());
        for (Trial trial : trials) {
            if (!folder.ended(trial)) {
                Optional<Integer> attempt = leases.attemptOf(trial, worker.pid());
                if (attempt.isPresent()) {
                    leases.fail(
                            trial,
                            attempt.get(),
                            "the process of the trial died, with exit code " + worker.exitValue());
                }
            }
        }
        falseStarts = had ? 0 : falseStarts + 1;
        if (falseStarts >= MOST_FALSE_STARTS) {
            throw new SimulationException(
                    "workers die before they take a trial; what they said is in " + folder.logs());
        }
    }
}
