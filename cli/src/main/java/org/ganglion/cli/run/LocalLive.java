package org.ganglion.cli.run;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ganglion.cli.live.LiveAction;
import org.ganglion.cli.live.LiveKnob;
import org.ganglion.cli.live.LiveKnobs;
import org.ganglion.cli.live.LiveRefusal;
import org.ganglion.cli.live.LiveRun;
import org.ganglion.cli.live.LiveState;
import org.ganglion.network.Change;
import org.ganglion.network.Experiment;
import org.ganglion.network.spec.InvalidNetworkException;
import org.ganglion.network.spec.Problem;
import org.ganglion.simulator.Progress;
import org.ganglion.simulator.RunState;
import org.ganglion.simulator.Simulation;

/** A run in this process, for its live page. */
final class LocalLive implements LiveRun {
    private volatile Optional<Simulation> running = Optional.empty();
    private volatile LiveState.Phase phase = LiveState.Phase.BUILDING; // where there is no simulation
    private volatile Progress progress;
    private volatile List<LiveState.Group> groups = List.of();
    private volatile Experiment experiment; // with what was changed so far
    private final Consumer<Experiment> onChange;

    /** @param onChange is handed the experiment when a stimulus of it has been changed */
    LocalLive(Experiment experiment, Consumer<Experiment> onChange) {
        this.experiment = experiment;
        this.onChange = onChange;
        this.progress = new Progress(0, experiment.settings().endStep(), 0);
    }

    /** It is built, and runs. */
    void runs(Simulation simulation) {
        running = Optional.of(simulation);
    }

    /** It has run, and its results are being written. */
    void writes() {
        running.ifPresent(this::look);
        phase = LiveState.Phase.WRITING;
        running = Optional.empty();
    }

    private synchronized void look(Simulation simulation) {
        progress = simulation.progress();
        groups = groups(simulation);
        Experiment now = simulation.experiment();
        boolean changed = now.changes().size() > experiment.changes().size();
        experiment = now;
        if (changed) {
            onChange.accept(now);
        }
    }

    @Override
    public LiveState state() {
        Optional<Simulation> simulation = running;
        LiveState.Phase now = simulation.map(s -> phase(s.state().phase())).orElse(phase);
        simulation.ifPresent(this::look); // after the phase: where it says paused, that is where the run stands
        return new LiveState(
                now,
                progress,
                groups,
                List.of(),
                0,
                experiment.changes().stream().map(LiveKnobs::told).toList());
    }

    private static LiveState.Phase phase(RunState.Phase phase) {
        return switch (phase) {
            case RUNNING -> LiveState.Phase.RUNNING;
            case PAUSING -> LiveState.Phase.PAUSING;
            case PAUSED -> LiveState.Phase.PAUSED;
            case STOPPING -> LiveState.Phase.STOPPING;
            case DONE -> LiveState.Phase.WRITING;
        };
    }

    private static List<LiveState.Group> groups(Simulation simulation) {
        long[] reached = simulation.reached();
        return IntStream.range(0, reached.length)
                .mapToObj(g -> new LiveState.Group(g, "", reached[g], 0, -1, 0, ""))
                .toList();
    }

    @Override
    public Set<LiveAction> actions() {
        return EnumSet.of(LiveAction.PAUSE, LiveAction.RESUME, LiveAction.STEP, LiveAction.SET, LiveAction.STOP);
    }

    @Override
    public List<LiveKnob> knobs() {
        return LiveKnobs.of(experiment, progress.step());
    }

    @Override
    public void ask(LiveAction action, String argument) throws LiveRefusal {
        Simulation simulation = running.orElseThrow(() -> new LiveRefusal(
                phase == LiveState.Phase.BUILDING
                        ? "the network is still being built; wait until it runs"
                        : "the run has ended; its results are being written"));
        switch (action) {
            case PAUSE -> simulation.pause();
            case RESUME -> simulation.resume();
            case STEP ->
                simulation.step(LiveState.steps(argument, experiment.settings().dtMs()));
            case SET -> change(simulation, LiveKnobs.change(argument));
            case STOP -> simulation.stop();
            case CHECKPOINT ->
                throw new LiveRefusal("a run in this process has no checkpoints; start it with --nodes 1 to have them");
        }
    }

    private static void change(Simulation simulation, Change change) throws LiveRefusal {
        try {
            simulation.change(change.stimulus(), change.parameter(), change.value());
        } catch (InvalidNetworkException e) {
            throw new LiveRefusal(e.problems().stream().map(Problem::message).collect(Collectors.joining("; ")));
        } catch (IllegalStateException e) {
            throw new LiveRefusal(String.valueOf(e.getMessage()));
        }
    }
}
