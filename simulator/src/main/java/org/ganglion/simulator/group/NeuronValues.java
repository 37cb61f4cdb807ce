package org.ganglion.simulator.group;

import org.ganglion.simulator.plan.NetworkPlan;

/** Parameters and initial values of the neurons of one population as they are simulated, in the order of neurons. */
public final class NeuronValues {
    private final SliceColumns columns;

    private NeuronValues(SliceColumns columns) {
        this.columns = columns;
    }

    /**
     * Those of a population.
     *
     * @param plan for one group
     * @param population its number in the network
     */
    public static NeuronValues of(NetworkPlan plan, int population) {
        long seed = plan.experiment().settings().seed();
        return new NeuronValues(
                new SliceColumns(plan.layout(), plan.populations().get(population), 0, seed));
    }

    /** A parameter of each neuron. */
    public double[] parameter(String name) {
        double[] values = new double[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[columns.index(i)] = columns.parameter(name, i);
        }
        return values;
    }

    /** What a state variable begins with, in each neuron. */
    public double[] initial(String variable) {
        double[] values = new double[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[columns.index(i)] = columns.initial(variable, i);
        }
        return values;
    }
}
