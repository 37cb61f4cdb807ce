package org.ganglion.simulator;

import org.ganglion.network.spec.Unit;

/**
 * A population that fired at a rate which no real one holds, so that its run was ended.
 *
 * @param rateHz of the population in some time
 * @param boundHz that it was allowed
 * @param fromMs begin of this time
 * @param toMs end of this time
 * @param endStep at which the run ends therefore, the same for any number of groups and threads
 */
public record Runaway(String population, double rateHz, double boundHz, double fromMs, double toMs, long endStep) {

    /** What happened and what can be done, as one sentence. */
    public String text() {
        return String.format(
                java.util.Locale.ROOT,
                "populations.%s: %.0f Hz between %s and %s is above simulation.max-rate (%s), so the run was ended; check"
                        + " the weights and the balance of excitation and inhibition, or set simulation.max-rate higher or"
                        + " to none",
                population,
                rateHz,
                Unit.MILLISECOND.format(fromMs),
                Unit.MILLISECOND.format(toMs),
                Unit.HERTZ.format(boundHz));
    }
}
