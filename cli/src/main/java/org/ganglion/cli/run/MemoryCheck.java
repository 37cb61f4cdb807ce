package org.ganglion.cli.run;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ganglion.cli.model.UserException;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.network.Experiment;
import org.ganglion.network.Pairs;
import org.ganglion.network.Projection;
import org.ganglion.simulator.MemoryEstimate;

/** Compares what a network will need with what there is, before anything is built. */
public final class MemoryCheck {
    private MemoryCheck() {}

    /**
     * Refuses a network that will not fit.
     *
     * @param file the model; the message points at the projection with the most synapses
     * @param available the most that the Java heap may grow to, in bytes
     * @throws UserException if it does not fit
     */
    public static void require(Path file, Experiment experiment, MemoryEstimate estimate, long available) {
        if (estimate.peakBytes() > available) {
            String largest = largestProjection(experiment);
            String place = largest.isEmpty() || file.toString().endsWith(".java")
                    ? file.toString()
                    : ConfigReader.placeOfProjection(file, largest) + ": projections." + largest;
            throw new UserException(place + ": the network is too large for the memory: about "
                    + bytes(estimate.peakBytes()) + " are needed to build its "
                    + String.format(Locale.ROOT, "%,.0f", estimate.synapses()) + " synapses, and at most "
                    + bytes(available) + " can be used here; make it smaller, use a machine with more memory, or raise"
                    + " the limit with GANGLION_JAVA_OPTS=-Xmx...");
        }
    }

    private static String largestProjection(Experiment experiment) {
        Pairs pairs = Pairs.of(experiment);
        List<Projection> projections = experiment.network().projections();
        return IntStream.range(0, projections.size())
                .boxed()
                .max(Comparator.comparingDouble(pairs::expectedSynapses))
                .map(i -> projections.get(i).name())
                .orElse("");
    }

    /** A number of bytes for people. */
    public static String bytes(long value) {
        double mib = value / (double) (1 << 20);
        return mib >= 1024
                ? String.format(Locale.ROOT, "%,.1f GiB", mib / 1024)
                : String.format(Locale.ROOT, "%.0f MiB", Math.max(1, Math.ceil(mib)));
    }
}
