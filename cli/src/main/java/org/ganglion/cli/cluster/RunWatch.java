package org.ganglion.cli.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.ganglion.cli.run.Interruption;
import org.ganglion.cli.run.ProgressMeter;
import org.ganglion.cli.run.RunSession;
import org.ganglion.cli.run.Screen;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.run.RunResults;
import org.ganglion.distributed.run.SharedRun;
import org.ganglion.distributed.run.Visit;
import org.ganglion.distributed.wire.proto.Status;
import org.ganglion.io.record.DiskFullException;
import org.ganglion.io.record.RunFolder;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.Progress;
import org.ganglion.simulator.SimulationException;

/** Watches a run that goes on elsewhere: whoever watches can go, and come back. */
public final class RunWatch {
    private static final long LOOK_MS = 250;

    /** When no node has answered for so long, and none is known to be alive, none is left. */
    private static final long PATIENCE_MS = 15_000;

    /** When there are processes of nodes, they may only be slow to answer on a busy machine. */
    private static final long LONG_PATIENCE_MS = 90_000;

    private final Path run;
    private final Leg leg;
    private final Screen screen;
    private final RunSettings settings;
    private final Consumer<Status> onlooker;
    private final BooleanSupplier alive;
    private final long patienceMs;
    private final Set<String> told = new HashSet<>();
    private volatile Progress progress;
    private volatile boolean paused;
    private volatile boolean leaving;
    private volatile boolean stopping;
    private boolean stopHeard;

    /**
     * @param leg of the run that goes on when the watching begins
     * @param settings of the run
     * @param onlooker is handed what nodes say
     * @param alive whether a node is known to be alive, though it may not answer: one that starts on a busy machine takes
     *     a while to
     */
    public RunWatch(
            Path run, Leg leg, RunSettings settings, Screen screen, Consumer<Status> onlooker, BooleanSupplier alive) {
        this(run, leg, settings, screen, onlooker, alive, PATIENCE_MS);
    }

    /** @param patienceMs how long no node may answer where none is known to be alive */
    RunWatch(
            Path run,
            Leg leg,
            RunSettings settings,
            Screen screen,
            Consumer<Status> onlooker,
            BooleanSupplier alive,
            long patienceMs) {
        this.run = run;
        this.leg = leg;
        this.onlooker = onlooker;
        this.alive = alive;
        this.patienceMs = patienceMs;
        this.settings = settings;
        this.screen = screen;
        this.progress = LegProgress.atBeginning(leg, settings);
    }

    /**
     * Watches until the run has ended.
     *
     * @param own whether this command has started the nodes: Ctrl-C then stops the run, else only the watching; and when
     *     another command takes the run up again, its nodes are not this one's
     * @return the exit code
     */
    public int untilEnd(boolean own) throws IOException, InterruptedException {
        try (Interruption interruption = Interruption.listen(code -> interrupted(own))) {
            String summary = waitForSummary(own);
            if (!summary.isEmpty()) {
                screen.show("\n" + summary);
            }
            return interruption.exitCode() == 0 && hasRunAway() ? RunSession.RUNAWAY : interruption.exitCode();
        }
    }

    /** Whether the run was ended because a population fired too fast. */
    private boolean hasRunAway() throws IOException {
        Path json = run.resolve(RunFolder.RUN_JSON);
        return Files.exists(json) && Files.readString(json).contains("\"ended_by\"");
    }

    /** What the run came to; empty if the watching ended before. */
    private String waitForSummary(boolean own) throws IOException, InterruptedException {
        ProgressMeter meter = ProgressMeter.start(screen, settings, this::progress, () -> paused);
        meter.countFrom(leg.firstStep());
        try {
            long heard = System.nanoTime();
            boolean answered = false;
            while (!leaving) {
                if (stopping && !stopHeard) {
                    stop();
                }
                if (Files.exists(run.resolve(RunResults.SUMMARY))) {
                    return Files.readString(run.resolve(RunResults.SUMMARY));
                }
                if (own) {
                    requireNotTakenUp();
                }
                Optional<Status> status = AnyNode.status(run);
                if (status.isPresent()) {
                    answered = true;
                    long before = progress.step();
                    look(status.get());
                    if (before == leg.firstStep() && progress.step() > before) {
                        meter.countFrom(progress.step());
                    }
                    Optional<String> elsewhere =
                            status.get().getFinished() ? Elsewhere.of(run, status.get()) : Optional.empty();
                    if (elsewhere.isPresent()) {
                        return elsewhere.get();
                    }
                }
                boolean living = alive.getAsBoolean();
                if (stopping && !answered && !living) {
                    return ""; // it ended them before they had begun
                }
                if (status.isPresent() || (living && !answered)) {
                    heard = System.nanoTime();
                } else if (System.nanoTime() - heard > (living ? LONG_PATIENCE_MS : patienceMs) * 1_000_000) {
                    throw new SimulationException("no node answers any more; what they said is in "
                            + run.resolve(RunFolder.NODES) + "; ganglion resume " + run
                            + " continues from the last checkpoint, or from the beginning if there is none");
                }
                Thread.sleep(LOOK_MS);
            }
            return "";
        } finally {
            meter.close();
        }
    }

    private void requireNotTakenUp() throws IOException {
        if (Files.exists(run.resolve(SharedRun.CLUSTER))
                && SharedRun.read(run).leg().number() > leg.number()) {
            throw new SimulationException("another command has taken this run up again, and its nodes go on with it;"
                    + " ganglion watch " + run + " shows them");
        }
    }

    private Progress progress() {
        return progress;
    }

    private void interrupted(boolean own) {
        if (!own) {
            leaving = true;
            return;
        }
        screen.warn("\nstopping; what was recorded is being written (once more not to wait for it)");
        stopping = true;
    }

    /** Tells the nodes to stop until they have heard it; while they start, none does. */
    private void stop() throws InterruptedException {
        try {
            stopHeard = AnyNode.allHear(run, Visit::stop);
        } catch (IOException e) {
            screen.warn("the nodes could not be told: " + e.getMessage());
        }
    }

    private void look(Status status) {
        onlooker.accept(status);
        Progress said = LegProgress.of(leg, status);
        progress = new Progress(
                Math.max(said.step(), progress.step()), said.endStep(), Math.max(said.spikes(), progress.spikes()));
        long hold = status.getWord().getHold();
        paused = hold > 0 && said.step() >= hold;
        for (String note : status.getNotesList()) {
            if (told.add(note) && isForTheUser(note)) {
                screen.say(note);
            }
        }
        if (!status.getWord().getFailure().isEmpty()) {
            String failure = status.getWord().getFailure();
            throw new SimulationException(
                    DiskFullException.isToldIn(failure)
                            ? failure + ", and continue from the last checkpoint with: ganglion resume " + run
                            : failure);
        }
    }

    private static boolean isForTheUser(String note) {
        return note.contains("no progress")
                || note.contains("lost")
                || note.contains("damaged")
                || note.contains("begins anew")
                || note.contains("failed");
    }
}
