package org.ganglion.simulator.plan;

import java.util.List;
import org.ganglion.network.Population;

/**
 * A population with what its parameters imply.
 *
 * @param index position among the populations of the network
 * @param relay whether a neuron can emit several spikes at once
 * @param currents whether stimuli inject current into it
 */
public record PopulationPlan(
        Population population, int index, List<ReceptorPlan> receptors, boolean relay, boolean currents) {

    public PopulationPlan {
        receptors = List.copyOf(receptors);
    }
}
