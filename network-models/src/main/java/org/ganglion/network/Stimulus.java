package org.ganglion.network;

import java.util.List;
import org.ganglion.network.neuron.Receptor;

/** Input from outside the network to neurons of one population. Times count from the start of the warm-up. */
public sealed interface Stimulus {

    String name();

    /** Name of the population that is stimulated. */
    String target();

    /** Which of its neurons. */
    Selection neurons();

    /**
     * Poisson spikes, independent for each neuron.
     *
     * @param rateHz spikes per second onto each neuron
     * @param weight in the unit of the target's receptor
     * @param startMs first spikes arrive in the step that begins here
     * @param stopMs no spikes arrive from here on; may be infinite
     * @param receptor where they end, as in {@link Projection#receptor}
     */
    record Poisson(
            String name,
            String target,
            Selection neurons,
            double rateHz,
            double weight,
            double startMs,
            double stopMs,
            String receptor)
            implements Stimulus {

        public Poisson(
                String name,
                String target,
                Selection neurons,
                double rateHz,
                double weight,
                double startMs,
                double stopMs) {
            this(name, target, neurons, rateHz, weight, startMs, stopMs, Receptor.BY_SIGN);
        }
    }

    /**
     * Spikes at given times, the same for each neuron. A spike at time t with delay d acts at t + d, like a spike that a
     * neuron emits at t.
     *
     * @param timesMs in any order, kept to the nearest 0.001 ms; equal times count several times
     * @param delayMs 0 or more
     * @param receptor where they end, as in {@link Projection#receptor}
     */
    record SpikeTrain(
            String name,
            String target,
            Selection neurons,
            List<Double> timesMs,
            double weight,
            double delayMs,
            String receptor)
            implements Stimulus {

        public SpikeTrain(
                String name, String target, Selection neurons, List<Double> timesMs, double weight, double delayMs) {
            this(name, target, neurons, timesMs, weight, delayMs, Receptor.BY_SIGN);
        }

        public SpikeTrain {
            timesMs = timesMs.stream().map(SpikeTrain::onTic).toList();
        }

        private static double onTic(double ms) {
            return Math.abs(ms) < 1e12 ? Math.rint(ms * 1000) / 1000 : ms;
        }
    }

    /**
     * A current that changes in steps: {@code amplitudesPa[i]} flows from {@code timesMs[i]} until the next time.
     *
     * @param timesMs strictly rising
     */
    record Current(String name, String target, Selection neurons, List<Double> timesMs, List<Double> amplitudesPa)
            implements Stimulus {
        public Current {
            timesMs = List.copyOf(timesMs);
            amplitudesPa = List.copyOf(amplitudesPa);
        }

        /** A constant current from {@code startMs} to {@code stopMs}, which may be infinite. */
        public static Current direct(
                String name, String target, Selection neurons, double amplitudePa, double startMs, double stopMs) {
            return Double.isInfinite(stopMs)
                    ? new Current(name, target, neurons, List.of(startMs), List.of(amplitudePa))
                    : new Current(name, target, neurons, List.of(startMs, stopMs), List.of(amplitudePa, 0.0));
        }
    }
}
