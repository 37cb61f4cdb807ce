package org.ganglion.cli.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganglion.cli.model.UserException;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.SweepArguments;
import org.ganglion.io.sweep.Design;
import org.ganglion.io.sweep.Sweep;
import org.ganglion.io.sweep.Trial;
import picocli.CommandLine.Option;

/** Options of {@code ganglion run} that make a sweep of it. */
public final class SweepOptions {
    private static final String NONE = "none";

    @Option(
            names = "--sweep",
            arity = "1..*",
            paramLabel = "NAME=VALUES",
            description = "Runs the model once for every combination of values: g=3:6:0.5 (first:last:step, both"
                    + " included), eta=1,2,4, seeds=5. 'none' runs a file with a sweep just once.")
    List<String> axes = new ArrayList<>();

    @Option(names = "--trials", paramLabel = "N", description = "With --random or --latin: how many are drawn.")
    Optional<Integer> trials = Optional.empty();

    @Option(names = "--random", description = "Draws values from the ranges of --sweep, as in g=3:6 tau=1ms:100ms:log.")
    boolean random;

    @Option(names = "--latin", description = "Draws them as a Latin hypercube: each of N parts of a range once.")
    boolean latin;

    @Option(
            names = "--measure",
            paramLabel = "NAME=EXPR",
            description = "A column of the sweep's table, as in 'contrast=rate.E / rate.I' or, of a part of the run,"
                    + " 'late=rate.E from 500 ms to 1 s'. May be repeated.")
    List<String> measures = new ArrayList<>();

    @Option(names = "--trial", paramLabel = "N", description = "Runs trial N of the sweep alone, as an ordinary run.")
    Optional<Integer> trial = Optional.empty();

    /** What they say. */
    public SweepArguments arguments() {
        if (random && latin) {
            throw new UserException("--random and --latin: only one of them can choose the values");
        }
        boolean none = axes.contains(NONE);
        if (none && axes.size() > 1) {
            throw new UserException("--sweep none: leave out the other values, or none");
        }
        Optional<Design> design =
                random ? Optional.of(Design.RANDOM) : latin ? Optional.of(Design.LATIN_HYPERCUBE) : Optional.empty();
        return new SweepArguments(none ? List.of() : axes, design, trials, measures, !none);
    }

    /**
     * The trial that is to be run alone; where none is asked for, what was read.
     *
     * @param read the model with its sweep
     * @param settings as after {@code --set}
     */
    public Config alone(Config read, Path model, List<String> settings) {
        if (trial.isEmpty()) {
            return read;
        }
        List<Trial> all = read.sweep().map(Sweep::trials).orElse(List.of());
        int number = trial.get();
        if (number < 1 || number > all.size()) {
            throw new UserException("--trial: there is no trial " + number
                    + (all.isEmpty() ? ", because there is no sweep" : "; they are numbered from 1 to " + all.size()));
        }
        return SweepPlan.read(model, settings, arguments(), all.get(number - 1));
    }
}
