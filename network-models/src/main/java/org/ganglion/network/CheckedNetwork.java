package org.ganglion.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.VariableSpec;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.SynapticValue;

/**
 * What the checks of projections, stimuli and recorders share.
 *
 * @param sized names of populations that have neurons; nothing is concluded from the others
 * @param placed names of those whose positions are sound, or that have none
 * @param sound names of those whose parameters are sound too, so that the model can be asked about them
 * @param endMs end of the run; where the settings are broken it may be anything
 */
record CheckedNetwork(
        Network network,
        Set<String> sized,
        Set<String> sound,
        Set<String> placed,
        Pairs pairs,
        Grid grid,
        double endMs,
        Report report) {

    /** The same, with what is found reported elsewhere. */
    CheckedNetwork reportingTo(Report other) {
        return new CheckedNetwork(network, sized, sound, placed, pairs, grid, endMs, other);
    }

    /** The populations of a projection, where both have neurons, and places for them if any were asked for. */
    Optional<Pair> pair(int projection) {
        Projection of = network.projections().get(projection);
        boolean known = List.of(of.source(), of.target()).stream()
                .allMatch(name -> network.populationIndex(name) >= 0 && sized.contains(name) && placed.contains(name));
        return known ? Optional.of(pairs.of(projection)) : Optional.empty();
    }

    /** Draws about like the weights of a projection whose populations are known. */
    Distribution resembling(int projection, SynapticValue value) {
        return pair(projection).isPresent() ? pairs.resembling(projection, value) : Distribution.constant(0);
    }

    /** The population of that name if it has neurons; says so where there is none of that name at all. */
    Optional<Population> population(String path, String name) {
        int index = network.populationIndex(name);
        if (index < 0) {
            report.add(path, NetworkCheck.unknownPopulation(name, network));
            return Optional.empty();
        }
        return sized(name);
    }

    /** The population of that name if it exists and has neurons. */
    Optional<Population> sized(String name) {
        int index = network.populationIndex(name);
        return index >= 0 && sized.contains(name)
                ? Optional.of(network.populations().get(index))
                : Optional.empty();
    }

    /** Where a population takes spikes; empty where that cannot be said. */
    Optional<List<Receptor>> receptors(Optional<Population> population) {
        return population.filter(p -> sound.contains(p.name())).map(p -> p.model()
                .receptors(p.allParameters()));
    }

    /** Of these the receptor of a name, or all with {@link Receptor#BY_SIGN}; says so where there is none of that name. */
    Optional<List<Receptor>> receptors(String path, Optional<Population> population, String name) {
        Optional<List<Receptor>> all = receptors(population);
        if (name.equals(Receptor.BY_SIGN) || all.isEmpty()) {
            return all;
        }
        List<String> names = all.get().stream().map(Receptor::name).toList();
        if (names.contains(name)) {
            return Optional.of(List.of(all.get().get(names.indexOf(name))));
        }
        String of = "receptor of " + population.orElseThrow().name();
        report.add(path, Suggestion.unknown(of, name, names));
        return Optional.empty();
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
