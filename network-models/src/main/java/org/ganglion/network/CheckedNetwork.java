package org.ganglion.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.spec.VariableSpec;

/**
 * What the checks of projections, stimuli and recorders share.
 *
 * @param sized names of populations that have neurons; nothing is concluded from the others
 * @param sound names of those whose parameters are sound too, so that the model can be asked about them
 */
record CheckedNetwork(Network network, Set<String> sized, Set<String> sound, Grid grid, Report report) {

    /** The population of that name if it has neurons; says so where there is none of that name at all. */
    Optional<Population> population(String path, String name) {
        int index = network.populationIndex(name);
        if (index < 0) {
            report.add(path, NetworkCheck.unknownPopulation(name, network));
            return Optional.empty();
        }
        return sized.contains(name) ? Optional.of(network.populations().get(index)) : Optional.empty();
    }

    /** Where a population takes spikes; empty where that cannot be said. */
    Optional<List<Receptor>> receptors(Optional<Population> population) {
        return population
                .filter(p -> sound.contains(p.name()))
                .map(p -> p.model().receptors(p.allParameters()));
    }

    /** State variables that a population has. */
    List<String> recordable(Population population) {
        return sound.contains(population.name())
                ? population.model().recordable(population.allParameters())
                : population.model().description().variables().stream()
                        .map(VariableSpec::name)
                        .toList();
    }

    /** Checks which neurons of a population are meant. */
    void selection(String path, Selection neurons, Population population) {
        int last = population.size() - 1;
        String allowed = population.name() + " has the neurons 0 to " + last;
        switch (neurons) {
            case Selection.All() -> {}
            case Selection.Slice(int first, int end) -> {
                if (first >= end) {
                    report.add(path, "no neuron is chosen (" + first + ".." + (end - 1) + "); " + allowed);
                } else if (first < 0 || end > population.size()) {
                    report.add(path, "neurons " + first + ".." + (end - 1) + " are not all there; " + allowed);
                }
            }
            case Selection.Listed listed -> {
                if (listed.neurons().isEmpty()) {
                    report.add(path, "no neuron is chosen; " + allowed);
                }
                listed.neurons().stream()
                        .filter(n -> n < 0 || n > last)
                        .findFirst()
                        .ifPresent(n -> report.add(path, "there is no neuron " + n + "; " + allowed));
            }
        }
    }
}
