package org.ganglion.simulator.plan;

import org.ganglion.network.random.Distribution;

/**
 * What rounding delays to whole steps did.
 *
 * @param synapses synapses whose delay is drawn from values off the grid of steps
 * @param largestMs by how much a delay changed at most
 */
public record DelayRounding(long synapses, double largestMs) {
    private static final int PROBES = 2000;

    /** Looks at the delays of all projections. */
    public static DelayRounding of(NetworkPlan plan) {
        double dtMs = plan.experiment().settings().dtMs();
        long synapses = 0;
        double largest = 0;
        for (ProjectionPlan projection : plan.projections()) {
            double change = largestChange(projection.projection().delayMs(), dtMs);
            if (change > 1e-9 * dtMs) {
                synapses += projection.wiring().synapses();
                largest = Math.max(largest, change);
            }
        }
        return new DelayRounding(synapses, largest);
    }

    private static double largestChange(Distribution delayMs, double dtMs) {
        if (delayMs.isConstant()) {
            return 0;
        }
        double largest = 0;
        for (int i = 0; i < PROBES; i++) {
            double delay = delayMs.quantile((i + 0.5) / PROBES);
            largest = Math.max(largest, Math.abs(delay - dtMs * Math.floor(delay / dtMs + 0.5)));
        }
        return Math.min(largest, dtMs / 2);
    }
}
