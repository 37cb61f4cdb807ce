package org.ganglion.distributed.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast groups go, in steps a millisecond of wall time: as fast as the fastest did lately. Each is compared with itself
 * alone: who keeps a run anew, or hears of a group again, would else take all that it missed for one great leap.
 */
final class Pace {
    private static final long STRETCH_MS = 500;

    private Map<Integer, Long> steps = Map.of(); // by group, at the time of the last look
    private long lookedAt;
    private double stepsPerMs = -1;

    void look(List<GroupReport> groups, long nowMs) {
        if (!steps.isEmpty() && nowMs - lookedAt < STRETCH_MS) {
            return;
        }
        long most = -1;
        for (GroupReport group : groups) {
            long before = steps.getOrDefault(group.group(), Long.MAX_VALUE);
            most = Math.max(most, before == Long.MAX_VALUE ? -1 : Math.max(0, group.step() - before));
        }
        if (most >= 0) {
            stepsPerMs = most / (double) (nowMs - lookedAt);
        }
        Map<Integer, Long> now = new HashMap<>();
        groups.forEach(g -> now.merge(g.group(), g.step(), Math::max));
        steps = now;
        lookedAt = nowMs;
    }

    boolean isKnown() {
        return stepsPerMs >= 0;
    }

    /** Steps that a group may make in a time; 0 while nothing is known. */
    long steps(long ms) {
        return (long) (Math.max(0, stepsPerMs) * ms);
    }
}
