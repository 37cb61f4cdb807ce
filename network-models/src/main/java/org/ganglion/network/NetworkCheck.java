package org.ganglion.network;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ganglion.network.spec.InvalidNetworkException;
import org.ganglion.network.spec.Problem;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;

/**
 * All that can be said against an experiment before it is built. The only place that knows: files, programs and the
 * simulator ask here.
 *
 * <p>What is broken is reported once. Nothing is concluded from a broken part: a projection to a population of no
 * neurons, say, is not held against it.
 */
public final class NetworkCheck {

    /** The grid on which spike times in files lie; a step is a whole number of these. */
    private static final double TIC_MS = 0.001;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_+-]*");
    private static final Pattern PAIR_NAME = Pattern.compile(NAME + "(/" + NAME + ")?");

    private final Report report = new Report();

    private NetworkCheck() {}

    /** Every problem, in the order of the description; none if it can be run. */
    public static List<Problem> check(Experiment experiment) {
        NetworkCheck check = new NetworkCheck();
        check.network(experiment);
        check.settings(experiment.settings());
        return check.report.problems();
    }

    /** What can be said against one more change of an experiment that has passed. */
    public static List<Problem> check(Experiment sound, Change change) {
        Network network = sound.network();
        RunSettings settings = sound.settings();
        Set<String> all = new HashSet<>();
        network.populations().forEach(p -> all.add(p.name()));
        Report report = new Report();
        ChangeCheck.check(
                new CheckedNetwork(
                        network,
                        all,
                        all,
                        all,
                        Pairs.of(network, settings.seed(), Set.of()),
                        new Grid(settings.dtMs()),
                        settings.warmUpMs() + settings.durationMs(),
                        report),
                sound.with(change));
        return report.problems();
    }

    /**
     * Passes if there is no problem.
     *
     * @throws InvalidNetworkException with every problem, if there is any
     */
    public static void require(Experiment experiment) {
        List<Problem> problems = check(experiment);
        if (!problems.isEmpty()) {
            throw new InvalidNetworkException(problems);
        }
    }

    private void network(Experiment experiment) {
        Network network = experiment.network();
        if (network.populations().isEmpty()) {
            report.add("populations", "there is none; describe at least one population");
        }
        names(
                "populations",
                NAME,
                network.populations().stream().map(Population::name).toList());
        names(
                "projections",
                PAIR_NAME,
                network.projections().stream().map(Projection::name).toList());
        names(
                "stimuli",
                PAIR_NAME,
                network.stimuli().stream().map(Stimulus::name).toList());
        names(
                "recorders",
                PAIR_NAME,
                network.recorders().stream().map(Recorder::name).toList());
        Set<String> sized = new HashSet<>();
        Set<String> sound = new HashSet<>();
        Set<String> placed = new HashSet<>();
        for (Population population : network.populations()) {
            if (PopulationCheck.size(report, population)) {
                sized.add(population.name());
            }
            if (PopulationCheck.parameters(report, population) && sized.contains(population.name())) {
                sound.add(population.name());
            }
            PopulationCheck.initial(report, population);
            if (sized.contains(population.name()) && PopulationCheck.positions(report, population)) {
                placed.add(population.name());
            }
        }
        Pairs pairs = Pairs.of(network, experiment.settings().seed(), placed);
        RunSettings settings = experiment.settings();
        Grid grid = new Grid(settings.dtMs());
        double endMs = settings.warmUpMs() + settings.durationMs();
        CheckedNetwork checked = new CheckedNetwork(network, sized, sound, placed, pairs, grid, endMs, report);
        for (int i = 0; i < network.projections().size(); i++) {
            ProjectionCheck.check(checked, i);
        }
        network.stimuli().forEach(s -> StimulusCheck.check(checked, s));
        ChangeCheck.check(checked, experiment);
        network.recorders().forEach(r -> RecorderCheck.check(checked, r));
    }

    private void names(String section, Pattern form, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!form.matcher(name).matches()) {
                report.add(
                        section + "." + name,
                        "\"" + name + "\" cannot be a name; use letters, digits, _, + and -, not starting with + or -");
            } else if (!seen.add(name)) {
                report.add(section + "." + name, "the name is used twice; rename one of them");
            }
        }
    }

    private void settings(RunSettings settings) {
        Grid grid = new Grid(settings.dtMs());
        boolean tooFine = settings.dtMs() < TIC_MS / 2 || !new Grid(TIC_MS).holds(settings.dtMs());
        if (time("dt", settings.dtMs(), Range.POSITIVE) && tooFine) {
            report.add(
                    "simulation.dt",
                    grid.step() + " is not a multiple of " + Unit.MILLISECOND.format(TIC_MS)
                            + ", the resolution of spike times; write 0.1 ms, for example");
        }
        if (time("duration", settings.durationMs(), Range.POSITIVE)) {
            onGrid("duration", settings.durationMs(), grid);
        }
        if (time("warm-up", settings.warmUpMs(), Range.NOT_NEGATIVE)) {
            onGrid("warm-up", settings.warmUpMs(), grid);
        }
        together(settings, grid);
        if (!(settings.maxRateHz() > 0)) {
            report.add(
                    "simulation.max-rate",
                    Unit.HERTZ.format(settings.maxRateHz())
                            + " ends every run; give a rate that no population should reach, or none");
        }
        count("groups", settings.groups());
        count("threads", settings.threads());
        if (settings.threads() > RunSettings.MOST_THREADS) {
            report.add(
                    "simulation.threads",
                    settings.threads() + " are more than the " + RunSettings.MOST_THREADS
                            + " that a process can have; write one a processor, or auto");
        }
    }

    /** Where each time alone is possible, looks at both. */
    private void together(RunSettings settings, Grid grid) {
        long longer = Math.max(settings.warmUpSteps(), settings.durationSteps());
        if (grid.usable() && longer <= RunSettings.MOST_STEPS && settings.endStep() > RunSettings.MOST_STEPS) {
            report.add(
                    "simulation.duration",
                    Unit.MILLISECOND.format(settings.durationMs()) + " and the warm-up of "
                            + Unit.MILLISECOND.format(settings.warmUpMs()) + " are together more than "
                            + RunSettings.MOST_STEPS + " steps of " + grid.step()
                            + "; shorten one of them or raise simulation.dt");
        }
    }

    private boolean time(String key, double ms, Range allowed) {
        String path = "simulation." + key;
        return ValueCheck.finite(report, path, ms, Unit.MILLISECOND)
                && ValueCheck.inRange(report, path, ms, Unit.MILLISECOND, allowed);
    }

    private void onGrid(String key, double ms, Grid grid) {
        if (grid.usable() && ms / grid.dtMs() > RunSettings.MOST_STEPS) {
            report.add(
                    "simulation." + key,
                    Unit.MILLISECOND.format(ms) + " is more than " + RunSettings.MOST_STEPS + " steps of " + grid.step()
                            + "; shorten it or raise simulation.dt");
            return;
        }
        Optional<String> complaint = grid.complaint(ms);
        complaint.ifPresent(message -> report.add("simulation." + key, message));
    }

    private void count(String key, int value) {
        if (value < 0) {
            report.add("simulation." + key, value + " is negative; give a positive number, or auto");
        }
    }

    /** What a name of a population that does not exist is told. */
    static String unknownPopulation(String name, Network network) {
        return Suggestion.unknown(
                "population",
                name,
                network.populations().stream().map(Population::name).toList());
    }
}
