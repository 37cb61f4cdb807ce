package org.ganglion.simulator.plan;

/**
 * Which groups read which, and with how much slack, as far as the plan tells: no synapse between two groups, and no signal, has a
 * smaller delay. Known before anything is built, so that groups on different nodes need not tell each other.
 */
public final class PlannedLinks {
    private final int[][] delays; // [reader][sender]

    private PlannedLinks(int[][] delays) {
        this.delays = delays;
    }

    /** Works out the links of all groups of a plan. */
    public static PlannedLinks of(NetworkPlan plan) {
        int groups = plan.layout().groups();
        int[][] delays = new int[groups][groups];
        for (ProjectionPlan projection : plan.projections()) {
            for (int reader = 0; reader < groups; reader++) {
                if (plan.layout().sliceSize(projection.target(), reader) > 0) {
                    if (projection.connects()) {
                        addSenders(plan.layout(), projection.source(), projection.minDelay(), delays[reader]);
                    }
                    for (SignalPlan signal : projection.signal().stream().toList()) {
                        addSenders(plan.layout(), signal.population(), signal.delay(), delays[reader]);
                    }
                }
            }
        }
        for (int g = 0; g < groups; g++) {
            if (plan.experiment().settings().barrier()) {
                java.util.Arrays.fill(delays[g], plan.minDelay());
            }
            delays[g][g] = 0;
        }
        return new PlannedLinks(delays);
    }

    private static void addSenders(Layout layout, int population, int delay, int[] ofReader) {
        for (int sender = 0; sender < ofReader.length; sender++) {
            if (layout.sliceSize(population, sender) > 0) {
                int known = ofReader[sender];
                ofReader[sender] = known == 0 ? delay : Math.min(known, delay);
            }
        }
    }

    /** {@code [sender]}: steps of slack from each group, 0 if it is not read. */
    public int[] delaysIn(int group) {
        return delays[group].clone();
    }

    /** {@code [reader]}: steps of slack of each group as a reader, 0 if it is none. */
    public int[] delaysOut(int group) {
        int[] out = new int[delays.length];
        for (int reader = 0; reader < out.length; reader++) {
            out[reader] = delays[reader][group];
        }
        return out;
    }
}
