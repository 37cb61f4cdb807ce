package org.ganglion.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a network that was read from a circuit has from the one that the circuit was written from, so that it runs to the
 * same bits: the numbers by which random draws are keyed, which are positions in lists of that network, and the units in
 * which receptors sum, which follow from all that may reach them.
 *
 * @param stimuli by name of the stimulus; those that are not there are keyed by their position
 * @param projections by name of the projection, likewise
 * @param units by population: of each of its receptors in the order of its model, powers of two
 */
public record Inherited(
        Map<String, Numbers> stimuli, Map<String, Integer> projections, Map<String, List<Double>> units) {

    /** Nothing. */
    public static final Inherited NOTHING = new Inherited(Map.of(), Map.of(), Map.of());

    public Inherited {
        stimuli = Map.copyOf(stimuli);
        projections = Map.copyOf(projections);
        Map<String, List<Double>> copies = new LinkedHashMap<>();
        units.forEach((population, list) -> copies.put(population, List.copyOf(list)));
        units = Collections.unmodifiableMap(copies);
    }

    /**
     * By what a stimulus draws.
     *
     * @param own for what each neuron has for itself
     * @param common for what all neurons have in common, also with those of other stimuli
     */
    public record Numbers(int own, int common) {
        public Numbers {
            if (own < 0 || common < 0) {
                throw new IllegalArgumentException(
                        "numbers of a stimulus are 0 or more, not " + own + " and " + common);
            }
        }
    }

    /** The unit of a receptor, by its position; 0 where none is given. */
    public double unit(String population, int receptor) {
        List<Double> all = units.getOrDefault(population, List.of());
        return receptor < all.size() ? all.get(receptor) : 0;
    }
}
