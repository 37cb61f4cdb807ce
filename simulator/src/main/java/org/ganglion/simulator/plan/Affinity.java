package org.ganglion.simulator.plan;

import java.util.List;

/** How densely groups are wired with each other, by the synapses expected between them. */
public final class Affinity {
    private final double[][] share; // [group][other]: of all synapses onto or from the group

    private Affinity(double[][] share) {
        this.share = share;
    }

    /** Works out the affinities of all groups of a plan. */
    public static Affinity of(NetworkPlan plan) {
        Layout layout = plan.layout();
        int groups = layout.groups();
        double[][] synapses = new double[groups][groups];
        for (ProjectionPlan projection : plan.projections()) {
            double pairs =
                    (double) layout.populationSize(projection.source()) * layout.populationSize(projection.target());
            double density = projection.wiring().synapses() / pairs;
            for (int s = 0; s < groups; s++) {
                for (int t = 0; t < groups; t++) {
                    double between = density
                            * layout.sliceSize(projection.source(), s)
                            * layout.sliceSize(projection.target(), t);
                    synapses[s][t] += between;
                    synapses[t][s] += between;
                }
            }
        }
        for (int g = 0; g < groups; g++) {
            double all = 0;
            for (int other = 0; other < groups; other++) {
                all += other == g ? 0 : synapses[g][other];
            }
            for (int other = 0; other < groups; other++) {
                synapses[g][other] = other == g || all == 0 ? 0 : synapses[g][other] / all;
            }
        }
        return new Affinity(synapses);
    }

    /** Share of a group's synapses with other groups that are with those of a set, from 0 to 1. */
    public double toSet(int group, List<Integer> others) {
        double sum = 0;
        for (int other : others) {
            sum += share[group][other];
        }
        return sum;
    }
}
