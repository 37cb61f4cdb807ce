package org.ganglion.benchmarks.asynchrony;

/**
 * What keeps groups from going on, besides computing.
 *
 * @param latencyMs for which each batch is on its way to another group; 0 for none
 * @param holdMs for which a group that is held back stands still, on average; 0 for none
 */
record Disturbance(double latencyMs, double holdMs) {
    static final Disturbance NONE = new Disturbance(0, 0);

    Disturbance {
        if (!(latencyMs >= 0 && holdMs >= 0)) {
            throw new IllegalArgumentException("latency " + latencyMs + " ms, hold " + holdMs + " ms: not below 0 ms");
        }
    }
}
