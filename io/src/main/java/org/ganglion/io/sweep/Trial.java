package org.ganglion.io.sweep;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One run of a sweep.
 *
 * @param number from 1
 * @param parameters what differs from trial to trial, by name or path
 * @param values of the parameters, as they are written in a model file
 * @param seed of all random numbers; empty where it is the model's own
 */
public record Trial(int number, List<String> parameters, List<String> values, OptionalLong seed) {
    /** What a seed is set by. */
    public static final String SEED = "simulation.seed";

    public Trial {
        if (number < 1 || parameters.size() != values.size()) {
            throw new IllegalArgumentException(number + ": " + parameters + " " + values);
        }
        parameters = List.copyOf(parameters);
        values = List.copyOf(values);
    }

    /** Settings as after {@code --set} that make the model this trial. */
    public List<String> assignments() {
        List<String> all = IntStream.range(0, parameters.size())
                .mapToObj(i -> parameters.get(i) + "=" + values.get(i))
                .collect(Collectors.toList());
        seed.ifPresent(s -> all.add(SEED + "=" + s));
        return List.copyOf(all);
    }

    /** Name of its folder. */
    public String folder() {
        return String.format(Locale.ROOT, "%04d", number);
    }

    /** The trial in words, as in {@code trial 7 (g=4.5, simulation.seed=2)}. */
    @Override
    public String toString() {
        return "trial " + number + (assignments().isEmpty() ? "" : " (" + String.join(", ", assignments()) + ")");
    }
}
