package org.ganglion.simulator.link;

import org.ganglion.simulator.SimulationException;

/**
 * A neuron whose state is not finite, after which nothing that it does means anything.
 *
 * @param population its position in the network
 * @param neuron its index in the population
 * @param step the next one when it was found
 */
public record StateFault(int population, String name, int neuron, String variable, float value, long step)
        implements Comparable<StateFault> {

    /** Faults of one step in the order of neurons. */
    @Override
    public int compareTo(StateFault other) {
        return population != other.population
                ? Integer.compare(population, other.population)
                : Integer.compare(neuron, other.neuron);
    }

    /** What is told of it. */
    public SimulationException exception() {
        return new SimulationException(name + ": " + variable + " of neuron " + neuron + " is "
                + (Float.isNaN(value) ? "not a number" : "infinite") + " before step " + step
                + "; lower simulation.dt, or look for weights, parameters and stimuli that let it grow without bound");
    }
}
