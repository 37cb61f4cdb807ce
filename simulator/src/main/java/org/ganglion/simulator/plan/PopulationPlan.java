package org.ganglion.simulator.plan;

import java.util.List;
import org.ganglion.network.Population;

/**
 * A population with what its parameters imply.
 *
 * @param index position among the populations of the network
 * @param atOnce how many spikes a neuron may emit in a step; relays may emit {@link #RELAYED}
 * @param currents whether stimuli inject current into it
 */
public record PopulationPlan(
        Population population, int index, List<ReceptorPlan> receptors, int atOnce, boolean currents) {

    /** More than this stops the run. */
    public static final int RELAYED = Short.MAX_VALUE;

    public PopulationPlan {
        receptors = List.copyOf(receptors);
    }
}
