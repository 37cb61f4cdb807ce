package org.ganglion.cli.live;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.ganglion.simulator.Progress;

/** A run that does nothing and keeps what it was asked. */
final class FakeLiveRun implements LiveRun {
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile LiveState state = at(LiveState.Phase.RUNNING, 250, 1000);

    static LiveState at(LiveState.Phase phase, long step, long end) {
        List<LiveState.Group> groups = List.of(
                new LiveState.Group(0, "", step, 0, 1, 20, ""), new LiveState.Group(1, "", step + 5, 0, -1, 0, ""));
        return new LiveState(phase, new Progress(step, end, 42), groups, List.of(), 0, List.of());
    }

    @Override
    public LiveState state() {
        return state;
    }

    @Override
    public Set<LiveAction> actions() {
        return EnumSet.allOf(LiveAction.class);
    }

    @Override
    public List<LiveKnob> knobs() {
        return List.of(new LiveKnob("stimuli.background.rate", "E", "Hz", 9000));
    }

    @Override
    public void ask(LiveAction action, String argument) throws LiveRefusal {
        if (action == LiveAction.CHECKPOINT) {
            throw new LiveRefusal("there is no disk");
        }
        asked.add(action + " " + argument);
    }
}
