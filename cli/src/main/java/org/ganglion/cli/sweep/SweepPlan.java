package org.ganglion.cli.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ganglion.cli.model.ModelFile;
import org.ganglion.cli.model.UserException;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigException;
import org.ganglion.io.config.ConfigWriter;
import org.ganglion.io.config.Overrides;
import org.ganglion.io.config.SweepArguments;
import org.ganglion.io.sweep.Sweep;
import org.ganglion.io.sweep.SweepFile;
import org.ganglion.io.sweep.Trial;
import org.ganglion.network.Population;
import org.ganglion.network.spec.InvalidNetworkException;

/** From a model with a sweep to the description that its workers follow. */
public final class SweepPlan {
    /** Of sweeps with more trials, so many are read before anything runs; the others when their turn comes. */
    private static final int READ_AHEAD = 500;

    private static final int MOST_TOLD = 10;

    /** Sets a number of threads; an expression of parameters does not match, and counts as a single thread. */
    private static final Pattern THREADS = Pattern.compile("\\s*simulation\\.threads\\s*=\\s*(auto|[1-9]\\d{0,3})\\s*");

    private SweepPlan() {}

    /**
     * The description, once the trials have been read and found to be models.
     *
     * @param settings as after {@code --set}
     * @param arguments what the command line says of the sweep
     * @throws UserException with what is wrong with trials
     */
    public static SweepFile of(
            Path model, List<String> settings, SweepArguments arguments, Config config, Sweep sweep, String version) {
        String hash = check(model, settings, arguments, sweep);
        List<String> populations = config.experiment().network().populations().stream()
                .map(Population::name)
                .toList();
        return new SweepFile(model.toAbsolutePath().normalize(), settings, sweep, populations, hash, version);
    }

    /**
     * Reads trials, to find that they are models and can be measured.
     *
     * @param settings as after {@code --set}
     * @param arguments what the command line says of the sweep
     * @return the hash of the network of the first
     * @throws UserException with what is wrong with trials
     */
    public static String check(Path model, List<String> settings, SweepArguments arguments, Sweep sweep) {
        List<Trial> trials = sweep.trials();
        List<String> mistakes = new ArrayList<>();
        String hash = "";
        for (Trial trial : trials.subList(0, Math.min(READ_AHEAD, trials.size()))) {
            try {
                Config read = measured(model, settings, arguments, trial, sweep);
                hash = hash.isEmpty() ? ConfigWriter.networkHash(read.experiment()) : hash;
            } catch (ConfigException | UserException | InvalidNetworkException e) {
                mistakes.add(model + ": " + trial + ":\n" + e.getMessage());
            }
        }
        if (!mistakes.isEmpty()) {
            List<String> some = new ArrayList<>(mistakes.subList(0, Math.min(MOST_TOLD, mistakes.size())));
            if (mistakes.size() > MOST_TOLD) {
                some.add("... and " + (mistakes.size() - MOST_TOLD) + " more trials");
            }
            throw new UserException(some);
        }
        return hash;
    }

    /**
     * Threads of a trial: one, whatever the model says, unless it is set.
     *
     * @param settings of the sweep, as after {@code --set}
     */
    static int threads(List<String> settings) {
        String threads = "1";
        for (String setting : settings) {
            Matcher told = THREADS.matcher(setting);
            threads = told.matches() ? told.group(1) : threads;
        }
        return threads.equals("auto") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(threads);
    }

    /** The model of one trial, as {@code ganglion run} would read it with the same settings. */
    static Config read(Path model, List<String> settings, SweepArguments arguments, Trial trial) {
        return ModelFile.read(model, new Overrides(settings, arguments.once(), trial.assignments()));
    }

    /** The model of one trial, found to be such that all measures can be taken of it. */
    static Config measured(Path model, List<String> settings, SweepArguments arguments, Trial trial, Sweep sweep) {
        Config config = read(model, settings, arguments, trial);
        List<String> objections = sweep.objections(config.experiment().settings());
        if (!objections.isEmpty()) {
            throw new UserException(objections);
        }
        return config;
    }
}
