package org.ganglion.io.sonata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.network.Inherited;

/**
 * Hands out the numbers by which stimuli draw. Those that inputs were given stay; the others get numbers behind all of these,
 * so that no two inputs draw the same by accident.
 */
final class Streams {
    private final Map<String, Inherited.Numbers> numbers = new LinkedHashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private int next;

    private record Waiting(List<String> stimuli, Optional<Integer> common) {}

    /**
     * Takes the stimuli of one input.
     *
     * @param own number of the first of them; the others follow it
     * @param common for what they have in common; that of the first if there is none
     */
    void add(List<String> stimuli, Optional<Integer> own, Optional<Integer> common) {
        if (own.isPresent()) {
            give(stimuli, own.get(), common);
        } else {
            waiting.add(new Waiting(stimuli, common));
        }
    }

    private void give(List<String> stimuli, int first, Optional<Integer> common) {
        for (int i = 0; i < stimuli.size(); i++) {
            numbers.put(stimuli.get(i), new Inherited.Numbers(first + i, common.orElse(first)));
        }
        next = Math.max(next, Math.max(first + stimuli.size(), common.orElse(0) + 1));
    }

    /** Gives numbers to those that have none. */
    void fill() {
        waiting.forEach(input -> give(input.stimuli(), next, input.common()));
        waiting.clear();
    }

    Map<String, Inherited.Numbers> numbers() {
        return numbers;
    }
}
