package org.ganglion.simulator.plan;

import org.ganglion.network.random.Distribution;

/**
 * What rounding delays to whole steps did.
 *
 * @param synapses synapses whose delay is off the grid of steps, or drawn from values that are
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
            switch (projection.delaysMs()) {
                case PlannedValue.Drawn(Distribution delayMs) -> {
                    double change = largestChange(delayMs, dtMs);
                    if (change > 1e-9 * dtMs) {
                        synapses += projection.wiring().synapses();
                        largest = Math.max(largest, change);
                    }
                }
                case PlannedValue.Given given -> {
                    if (given.measured().rounded() > 0) {
                        synapses += given.measured().rounded();
                        largest = Math.max(largest, given.measured().largestRounding());
                    }
                }
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
