package org.ganglion.cli.run;

import java.util.Locale;
import org.ganglion.cli.model.UserException;
import org.ganglion.simulator.MemoryEstimate;

/** Compares what a network will need with what there is, before anything is built. */
public final class MemoryCheck {
    private MemoryCheck() {}

    /**
     * Refuses a network that will not fit.
     *
     * @param available the most that the Java heap may grow to, in bytes
     * @throws UserException if it does not fit
     */
    public static void require(String file, MemoryEstimate estimate, long available) {
        if (estimate.peakBytes() > available) {
            throw new UserException(file + ": the network is too large for the memory: about "
                    + bytes(estimate.peakBytes()) + " are needed to build its "
                    + String.format(Locale.ROOT, "%,.0f", estimate.synapses()) + " synapses, and at most "
                    + bytes(available) + " can be used here; make it smaller, use a machine with more memory, or raise"
                    + " the limit with GANGLION_JAVA_OPTS=-Xmx...");
        }
    }

    /** A number of bytes for people. */
    public static String bytes(long value) {
        double mib = value / (double) (1 << 20);
        return mib >= 1024
                ? String.format(Locale.ROOT, "%,.1f GiB", mib / 1024)
                : String.format(Locale.ROOT, "%.0f MiB", Math.max(1, Math.ceil(mib)));
    }
}
