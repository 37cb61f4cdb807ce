package org.ganglion.cli.run;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ganglion.cli.live.LiveAction;
import org.ganglion.cli.live.LiveRefusal;
import org.ganglion.cli.live.LiveRun;
import org.ganglion.cli.live.LiveState;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.Progress;
import org.ganglion.simulator.Simulation;

/** A run in this process, for its live page. */
final class LocalLive implements LiveRun {
    private volatile Optional<Simulation> running = Optional.empty();
    private volatile LiveState.Phase phase = LiveState.Phase.BUILDING;
    private volatile Progress progress;

    LocalLive(RunSettings settings) {
        this.progress = new Progress(0, settings.endStep(), 0);
    }

    /** It is built, and runs. */
    void runs(Simulation simulation) {
        running = Optional.of(simulation);
        phase = LiveState.Phase.RUNNING;
    }

    /** It has run, and its results are being written. */
    void writes() {
        running.ifPresent(s -> progress = s.progress());
        running = Optional.empty();
        phase = LiveState.Phase.WRITING;
    }

    @Override
    public LiveState state() {
        running.ifPresent(s -> progress = s.progress());
        List<LiveState.Group> groups = running.map(LocalLive::groups).orElse(List.of());
        return new LiveState(phase, progress, groups, List.of(), 0, List.of());
    }

    private static List<LiveState.Group> groups(Simulation simulation) {
        long[] reached = simulation.reached();
        return IntStream.range(0, reached.length)
                .mapToObj(g -> new LiveState.Group(g, "", reached[g], 0, -1, 0, ""))
                .toList();
    }

    @Override
    public Set<LiveAction> actions() {
        return EnumSet.of(LiveAction.STOP);
    }

    @Override
    public void ask(LiveAction action, String argument) throws LiveRefusal {
        Simulation simulation = running.orElseThrow(() -> new LiveRefusal(
                phase == LiveState.Phase.BUILDING
                        ? "the network is still being built; wait until it runs"
                        : "the run has ended; its results are being written"));
        switch (action) {
            case STOP -> {
                phase = LiveState.Phase.STOPPING;
                simulation.stop();
            }
            default -> throw new LiveRefusal("a run in this process cannot be asked to " + action);
        }
    }
}
