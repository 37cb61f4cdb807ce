package org.ganglion.network.synapse;

import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** Traces to which each spike adds 1 and which decay in between, as pair rules have them, and their time constants. */
final class Traces {
    private Traces() {}

    /** From just after the last spike to just after this one. */
    static double after(double afterLast, double decayed) {
        return afterLast * decayed + 1;
    }

    /** From just before the last spike to just before this one; there is none before if {@code last} is -1. */
    static double before(double[] traces, int last, double decayed) {
        return last < 0 ? 0 : (traces[last] + 1) * decayed;
    }

    static ParameterSpec tau(String name, double standardMs, String sentence) {
        return ParameterSpec.real(name, Unit.MILLISECOND, standardMs, Range.POSITIVE, "time constant of " + sentence);
    }

    static ParameterSpec notNegative(String name, double standard, String sentence) {
        return ParameterSpec.real(name, Unit.NONE, standard, Range.NOT_NEGATIVE, sentence);
    }
}
