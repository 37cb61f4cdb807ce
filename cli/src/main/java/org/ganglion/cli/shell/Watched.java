package org.ganglion.cli.shell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Population;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.ganglion.network.spec.VariableSpec;

/** What is recorded in a shell, in place of the recorders of the file: all spikes, and the voltage of some neurons. */
final class Watched {
    /** Of each population, so many are watched without being asked for. */
    private static final int FIRST = 5;

    private static final String POTENTIAL = "V_m";

    private final Map<String, TreeSet<Integer>> more = new HashMap<>(); // by population

    void add(Population population, int neuron) {
        if (variable(population).isEmpty()) {
            throw new ShellException(
                    population.name() + ": neurons of " + population.model().name() + " have no state");
        }
        more.computeIfAbsent(population.name(), name -> new TreeSet<>()).add(neuron);
    }

    boolean holds(Population population, int neuron) {
        return neurons(population).contains(neuron);
    }

    String text(Population population) {
        return neurons(population).stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    private Set<Integer> neurons(Population population) {
        TreeSet<Integer> all = new TreeSet<>(more.getOrDefault(population.name(), new TreeSet<>()));
        if (variable(population).isPresent()) {
            IntStream.range(0, Math.min(FIRST, population.size())).forEach(all::add);
        }
        return all;
    }

    /** The variable that is recorded: the potential of the membrane where there is one. */
    static Optional<String> variable(Population population) {
        List<String> names = population.model().description().variables().stream()
                .map(VariableSpec::name)
                .toList();
        return names.contains(POTENTIAL)
                ? Optional.of(POTENTIAL)
                : names.stream().findFirst();
    }

    /** The experiment with these recorders. */
    Experiment record(Experiment experiment) {
        List<Recorder> recorders = spikes(experiment.network());
        for (Population population : experiment.network().populations()) {
            List<Integer> neurons = List.copyOf(neurons(population));
            variable(population)
                    .ifPresent(variable -> recorders.add(new Recorder.State(
                            "voltage-" + population.name(),
                            population.name(),
                            new Selection.Listed(neurons),
                            List.of(variable),
                            experiment.settings().dtMs())));
        }
        return with(experiment, recorders);
    }

    /** The experiment with a recorder of all spikes and no other. */
    static Experiment spikesOf(Experiment experiment) {
        return with(experiment, spikes(experiment.network()));
    }

    private static List<Recorder> spikes(Network network) {
        List<Recorder> recorders = new ArrayList<>();
        network.populations()
                .forEach(p -> recorders.add(new Recorder.Spikes("spikes-" + p.name(), p.name(), Selection.ALL)));
        return recorders;
    }

    private static Experiment with(Experiment experiment, List<Recorder> recorders) {
        Network network = experiment.network();
        return new Experiment(
                new Network(
                        network.name(),
                        network.populations(),
                        network.projections(),
                        network.stimuli(),
                        recorders,
                        network.circuit()),
                experiment.settings(),
                experiment.changes());
    }
}
