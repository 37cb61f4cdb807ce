package org.ganglion.network;

import java.util.List;
import java.util.Optional;
import org.ganglion.network.spec.Suggestion;

/**
 * What is simulated. Order matters only for identities: random draws are keyed by position in these lists.
 *
 * @param circuit the files that it was read from, where it is not described piece by piece
 */
public record Network(
        String name,
        List<Population> populations,
        List<Projection> projections,
        List<Stimulus> stimuli,
        List<Recorder> recorders,
        Optional<Circuit> circuit) {

    public Network {
        populations = List.copyOf(populations);
        projections = List.copyOf(projections);
        stimuli = List.copyOf(stimuli);
        recorders = List.copyOf(recorders);
    }

    /** A network that is described piece by piece. */
    public Network(
            String name,
            List<Population> populations,
            List<Projection> projections,
            List<Stimulus> stimuli,
            List<Recorder> recorders) {
        this(name, populations, projections, stimuli, recorders, Optional.empty());
    }

    /** Position of a population in {@link #populations}, or -1. */
    public int populationIndex(String populationName) {
        for (int i = 0; i < populations.size(); i++) {
            if (populations.get(i).name().equals(populationName)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * A population by name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Population population(String populationName) {
        int index = populationIndex(populationName);
        if (index < 0) {
            throw new IllegalArgumentException("no population is called " + populationName);
        }
        return populations.get(index);
    }

    /**
     * Position of a projection in {@link #projections}.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public int projectionIndex(String projectionName) {
        List<String> names = projections.stream().map(Projection::name).toList();
        int index = names.indexOf(projectionName);
        if (index < 0) {
            throw new IllegalArgumentException(Suggestion.unknown("projection", projectionName, names));
        }
        return index;
    }

    /** What it has from the network that its circuit was written from; nothing where there is none. */
    public Inherited inherited() {
        return circuit.map(Circuit::inherited).orElse(Inherited.NOTHING);
    }

    /** The number by which a stimulus draws what each neuron has for itself. */
    public int stimulusKey(int stimulus) {
        Inherited.Numbers given =
                inherited().stimuli().get(stimuli.get(stimulus).name());
        return given == null ? stimulus : given.own();
    }

    /** The number by which the synapses of a projection draw what they do. */
    public int projectionKey(int projection) {
        return inherited()
                .projections()
                .getOrDefault(projections.get(projection).name(), projection);
    }

    public long neurons() {
        return populations.stream().mapToLong(Population::size).sum();
    }
}
