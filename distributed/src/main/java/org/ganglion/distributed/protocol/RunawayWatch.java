package org.ganglion.distributed.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.Runaway;
import org.ganglion.simulator.link.WindowReport;
import org.ganglion.simulator.link.WindowWatch;

/**
 * Closes one window of time after the other, as groups tell of them, and finds the population that fires too fast. It comes
 * to the same as in one process, only later: groups may have gone on meanwhile.
 */
final class RunawayWatch {
    private final WindowWatch watch;
    private final long window;
    private final int populations;
    private final int groups;
    private final Map<Integer, Long> from = new HashMap<>(); // group: up to where it has nothing to tell
    private final Map<Integer, TreeMap<Long, List<Long>>> told = new HashMap<>(); // group, end of window: spikes
    private Optional<Runaway> runaway;
    private long closed;

    RunawayWatch(Experiment experiment, int groups, Word before) {
        this.watch = new WindowWatch(experiment, groups);
        this.window = WindowWatch.window(experiment.settings());
        this.populations = experiment.network().populations().size();
        this.groups = groups;
        this.closed = before.closed();
        this.runaway = before.runaway();
    }

    /** Takes what a group that runs tells. One that began again tells the same as before. */
    void hear(GroupReport group) {
        if (group.state() != GroupReport.State.RUNNING) {
            return;
        }
        from.put(group.group(), group.windows().from());
        TreeMap<Long, List<Long>> counts = told.computeIfAbsent(group.group(), g -> new TreeMap<>());
        for (Windows.Counts window : group.windows().told()) {
            if (window.end() > closed) {
                counts.putIfAbsent(window.end(), window.spikes());
            }
        }
    }

    /** What groups told without knowing of a change counts no longer. */
    void forget() {
        told.clear();
        from.clear();
    }

    /** Closes windows. */
    void look(List<Word.Silenced> silenced) {
        if (runaway.isEmpty()) {
            skip(silenced);
        }
        while (runaway.isEmpty() && isTold(closed + window, silenced)) {
            closed += window;
            for (int g = 0; g < groups; g++) {
                watch.take(new WindowReport(closed, spikes(g, closed), Optional.empty()));
            }
            told.values().forEach(counts -> counts.headMap(closed, true).clear());
            runaway = watch.runaway();
        }
    }

    /** Windows of which nobody has anything to tell, as before a run was resumed, may be many: only the last one is closed. */
    private void skip(List<Word.Silenced> silenced) {
        long nothing = Long.MAX_VALUE;
        for (int g = 0; g < groups; g++) {
            int group = g;
            if (silenced.stream().noneMatch(s -> s.group() == group)) {
                nothing = Math.min(nothing, from.getOrDefault(g, -1L));
            }
        }
        for (TreeMap<Long, List<Long>> counts : told.values()) {
            nothing = counts.isEmpty() ? nothing : Math.min(nothing, counts.firstKey() - window);
        }
        if (nothing < Long.MAX_VALUE) {
            closed = Math.max(closed, nothing / window * window - window);
        }
    }

    private boolean isTold(long end, List<Word.Silenced> silenced) {
        for (int g = 0; g < groups; g++) {
            int group = g;
            boolean there = end <= from.getOrDefault(g, -1L)
                    || told.getOrDefault(g, new TreeMap<>()).containsKey(end);
            if (!there && silenced.stream().noneMatch(s -> s.group() == group)) {
                return false;
            }
        }
        return true;
    }

    private long[] spikes(int group, long end) {
        List<Long> spikes = told.getOrDefault(group, new TreeMap<>()).getOrDefault(end, List.of());
        return spikes.isEmpty()
                ? new long[populations]
                : spikes.stream().mapToLong(Long::longValue).toArray();
    }

    /** The step up to which windows are closed. */
    long closed() {
        return closed;
    }

    /** Whether there is a window before a step that is not closed. */
    boolean isBehind(long step) {
        return runaway.isEmpty() && closed < step / window * window;
    }

    Optional<Runaway> runaway() {
        return runaway;
    }
}
