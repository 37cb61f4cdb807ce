package org.ganglion.cli.sweep;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.cli.model.UserException;
import org.ganglion.io.config.ConfigException;
import org.ganglion.io.sweep.Leases;
import org.ganglion.io.sweep.Owner;
import org.ganglion.io.sweep.SweepFile;
import org.ganglion.io.sweep.SweepFolder;
import org.ganglion.io.sweep.Trial;
import org.ganglion.io.sweep.TrialResult;
import org.ganglion.network.spec.InvalidNetworkException;

/**
 * Takes one trial after the other until all have ended.
 *
 * <p>Workers meet in the folder alone ({@link Leases}); any number of them may come and go, on any machine that has it.
 */
public final class SweepWorker {
    private static final long WAIT_MS = 200;

    private final SweepFolder folder;
    private final SweepFile sweep;
    private final Leases leases;
    private final TrialRun runs;
    private final PrintWriter log;
    private final List<Trial> trials;
    private final BitSet ended = new BitSet();

    /** @param version of Ganglion, for {@code run.json} */
    public SweepWorker(SweepFolder folder, String version, PrintWriter log) throws IOException {
        this.folder = folder;
        this.sweep = SweepFile.read(folder.description());
        this.leases = new Leases(folder, Owner.self());
        this.runs = new TrialRun(sweep, version, log);
        this.log = log;
        this.trials = sweep.sweep().trials();
    }

    /** Ends this process as soon as whoever started it is gone: its end of the pipe to standard input is closed then. */
    public static void endWithStarter() {
        Thread.ofPlatform().daemon().name("starter").start(() -> {
            try {
                System.in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                Runtime.getRuntime().halt(1);
            }
        });
    }

    /**
     * Works until no trial is left, also none at which another is at work, or until this process is told to end: the trial
     * that it has then is free again.
     *
     * @return the exit code: 0, or 128 and the number of the signal
     */
    public int work() throws IOException, InterruptedException {
        try {
            while (ended.cardinality() < trials.size()) {
                if (!round()) {
                    Thread.sleep(WAIT_MS);
                }
            }
            return 0;
        } catch (StoppedException e) {
            return e.exitCode();
        }
    }

    /** Takes all trials that can be taken; tells whether there was one. */
    private boolean round() throws IOException, InterruptedException, StoppedException {
        boolean some = false;
        for (int i = ended.nextClearBit(0); i < trials.size(); i = ended.nextClearBit(i + 1)) {
            Trial trial = trials.get(i);
            if (folder.ended(trial)) {
                ended.set(i);
                continue;
            }
            Optional<Integer> attempt = leases.take(trial);
            if (attempt.isPresent()) {
                some = true;
                if (folder.ended(trial)) { // by who held it before
                    leases.fail(trial, attempt.get(), "had ended");
                } else {
                    attempt(trial, attempt.get());
                }
            }
        }
        return some;
    }

    private void attempt(Trial trial, int attempt) throws IOException, InterruptedException, StoppedException {
        Map<Integer, String> failures = leases.failures(trial);
        if (failures.size() > sweep.sweep().retries()) {
            giveUp(trial, attempt, List.copyOf(failures.values()).getLast(), failures.size());
            return;
        }
        log.println(trial + ": attempt " + attempt);
        log.flush();
        Thread toucher = touch(trial, attempt);
        try {
            runs.run(trial, folder.attempt(trial, attempt), failures.size() + 1);
            folder.accept(trial, attempt);
        } catch (ConfigException | UserException | InvalidNetworkException e) {
            giveUp(
                    trial,
                    attempt,
                    String.valueOf(e.getMessage()),
                    failures.size() + 1); // a second time changes nothing
        } catch (IOException | RuntimeException e) {
            failed(trial, attempt, e);
        } catch (OutOfMemoryError e) {
            failed(trial, attempt, e);
            throw e; // what is left of this process is not to be trusted
        } finally {
            toucher.interrupt();
        }
    }

    private void failed(Trial trial, int attempt, Throwable e) throws IOException {
        log.println(trial + ": failed");
        e.printStackTrace(log);
        log.flush();
        leases.fail(trial, attempt, e.getMessage() == null ? e.toString() : e.getMessage());
    }

    private void giveUp(Trial trial, int attempt, String why, int attempts) throws IOException {
        log.println(trial + ": given up: " + why);
        log.flush();
        TrialResult.failed(why, attempts).write(folder.attempt(trial, attempt));
        folder.accept(trial, attempt);
    }

    private Thread touch(Trial trial, int attempt) {
        return Thread.ofPlatform().daemon().name("lease").start(() -> {
            try {
                while (true) {
                    Thread.sleep(Leases.TOUCH_MS);
                    leases.touch(trial, attempt);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
