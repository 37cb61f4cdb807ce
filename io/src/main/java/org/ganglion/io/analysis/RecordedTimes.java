package org.ganglion.io.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When each of some neurons was recorded: recorders of one population may begin and end at different times.
 *
 * @param window from the first to the last step at which some neuron was recorded
 * @param steps for how many steps each neuron was recorded
 * @param begins steps from which on another number of neurons was recorded, ascending
 * @param numbers how many from each of these steps on
 * @param resumed steps at which neurons were recorded again after a pause, ascending, of each that there are any of
 */
public record RecordedTimes(
        StepWindow window, long[] steps, long[] begins, int[] numbers, Map<Integer, List<Long>> resumed) {

    /** Each neuron all the time. */
    static RecordedTimes whole(int neurons, StepWindow window) {
        long[] steps = new long[neurons];
        Arrays.fill(steps, window.steps());
        return new RecordedTimes(
                window, steps, new long[] {window.first(), window.end()}, new int[] {neurons, 0}, Map.of());
    }

    /** Takes windows of single neurons, those of one neuron by when they begin, and tells the times of all. */
    static final class Builder {
        private final long[] steps;
        private final long[] ends; // [neuron] of its windows so far
        private final Map<Integer, List<Long>> resumed = new HashMap<>();
        private final TreeMap<Long, Integer> changes = new TreeMap<>(); // of the number that is recorded

        Builder(int neurons) {
            this.steps = new long[neurons];
            this.ends = new long[neurons];
        }

        void add(int neuron, StepWindow window) {
            long first = Math.max(window.first(), ends[neuron]);
            if (window.end() > first) {
                if (steps[neuron] > 0 && first > ends[neuron]) {
                    resumed.computeIfAbsent(neuron, n -> new ArrayList<>()).add(first);
                }
                steps[neuron] += window.end() - first;
                ends[neuron] = window.end();
                changes.merge(first, 1, Integer::sum);
                changes.merge(window.end(), -1, Integer::sum);
            }
        }

        /** @param window in which all windows lie */
        RecordedTimes build(StepWindow window) {
            long[] begins = new long[changes.size()];
            int[] numbers = new int[changes.size()];
            int at = 0;
            int number = 0;
            for (Map.Entry<Long, Integer> change : changes.entrySet()) {
                number += change.getValue();
                begins[at] = change.getKey();
                numbers[at++] = number;
            }
            return new RecordedTimes(window, steps, begins, numbers, resumed);
        }
    }

    /** Steps of all neurons together, at which they were recorded, from one step to before another. */
    public long between(long first, long end) {
        long sum = 0;
        for (int i = 0; i < begins.length; i++) {
            long from = Math.max(first, begins[i]);
            long to = i + 1 < begins.length ? Math.min(end, begins[i + 1]) : end;
            sum += numbers[i] * Math.max(0, to - from);
        }
        return sum;
    }

    /** Whether a neuron was recorded all the time from one step to another. */
    boolean unbroken(int neuron, long first, long last) {
        return resumed.getOrDefault(neuron, List.of()).stream().noneMatch(again -> first < again && again <= last);
    }

    /** Whether all neurons were recorded from one step to before another. */
    boolean ofAll(long first, long end) {
        return between(first, end) == steps.length * (end - first);
    }
}
