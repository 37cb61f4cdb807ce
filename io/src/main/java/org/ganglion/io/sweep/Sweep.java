package org.ganglion.io.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.ganglion.network.RunSettings;

/**
 * Which trials are to be made of a model, and what is to be told of each.
 *
 * @param design how the values came about
 * @param parameters what is varied, by name or by path, as after {@code --set}
 * @param rows values of the parameters, {@code [combination][parameter]}, as written in a model file
 * @param seeds each combination is run with each; none means once, with the model's own
 * @param measures beside those that are always told
 * @param retries how often a trial that fails is tried again
 */
public record Sweep(
        Design design,
        List<String> parameters,
        List<List<String>> rows,
        List<Long> seeds,
        List<Measure> measures,
        int retries) {
    /** More trials than this are taken for a slip. */
    public static final int MOST_TRIALS = 100_000;

    public static final int STANDARD_RETRIES = 1;

    public Sweep {
        parameters = List.copyOf(parameters);
        rows = rows.stream().map(List::copyOf).toList();
        seeds = List.copyOf(seeds);
        measures = List.copyOf(measures);
        for (List<String> row : rows) {
            if (row.size() != parameters.size()) {
                throw new IllegalArgumentException(row + " is no row of " + parameters);
            }
        }
    }

    /** The parts of a run that measures look at, each once; without the whole, which is looked at anyway. */
    public List<TimeWindow> windows() {
        return measures.stream()
                .map(Measure::window)
                .filter(window -> !window.isWhole())
                .distinct()
                .toList();
    }

    /**
     * What keeps a run with these settings from being measured.
     *
     * @return a line for each measure whose window the run does not have
     */
    public List<String> objections(RunSettings settings) {
        return measures.stream()
                .flatMap(measure -> measure.window().objection(settings).stream()
                        .map(why -> "sweep.measures." + measure.name() + ": " + why))
                .toList();
    }

    /** How many trials there are. */
    public long size() {
        return (long) rows.size() * Math.max(1, seeds.size());
    }

    /** All trials, numbered from 1; those that differ in their seed alone follow each other. */
    public List<Trial> trials() {
        List<Trial> trials = new ArrayList<>();
        for (List<String> row : rows) {
            if (seeds.isEmpty()) {
                trials.add(new Trial(trials.size() + 1, parameters, row, OptionalLong.empty()));
            }
            for (long seed : seeds) {
                trials.add(new Trial(trials.size() + 1, parameters, row, OptionalLong.of(seed)));
            }
        }
        return trials;
    }
}
