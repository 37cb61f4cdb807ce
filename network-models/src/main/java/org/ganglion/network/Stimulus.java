package org.ganglion.network;

import java.util.ArrayList;
import java.util.List;
import org.ganglion.network.neuron.Receptor;

/** Input from outside the network to neurons of one population. Times count from the start of the warm-up. */
public sealed interface Stimulus {

    String name();

    /** Name of the population that is stimulated. */
    String target();

    /** Which of its neurons. */
    Selection neurons();

    /** Spikes. */
    sealed interface OfSpikes extends Stimulus {
        /** In the unit of the target's receptor. */
        double weight();

        /** Where they end, as in {@link Projection#receptor}. */
        default String receptor() {
            return Receptor.BY_SIGN;
        }
    }

    /** Currents. */
    sealed interface OfCurrent extends Stimulus {}

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
            implements OfSpikes {

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
     * Poisson spikes whose rate changes with time.
     *
     * @param rate of spikes onto each neuron
     * @param individual whether each neuron gets spikes of its own; else all get the same
     * @param startMs first spikes arrive in the step that begins here
     * @param stopMs no spikes arrive from here on; may be infinite
     */
    record ModulatedPoisson(
            String name,
            String target,
            Selection neurons,
            Rate rate,
            boolean individual,
            double weight,
            double startMs,
            double stopMs)
            implements OfSpikes {}

    /**
     * Spikes of gamma processes: renewal processes whose intervals have a gamma distribution, in time that runs in proportion
     * to the rate. A process begins as if it had a spike at the start.
     *
     * @param order shape of the distribution, at least 1; 1 is a Poisson process, larger ones are more regular
     * @param individual whether each neuron gets spikes of its own; else all get the same
     */
    record Gamma(
            String name,
            String target,
            Selection neurons,
            Rate rate,
            double order,
            boolean individual,
            double weight,
            double startMs,
            double stopMs)
            implements OfSpikes {}

    /**
     * Correlated Poisson spikes: each neuron gets each spike of one mother process with the same probability, independent of
     * the other neurons. A neuron's rate is then {@code p * rate}, and the correlation of any two neurons is p. Stimuli
     * with the same name up to a slash have the same mother process.
     *
     * <p>A. Kuhn, A. Aertsen and S. Rotter (2003), doi:10.1162/089976603321043702: multiple interaction process.
     *
     * @param rateHz of the mother process
     */
    record Mip(
            String name,
            String target,
            Selection neurons,
            double rateHz,
            double copyProbability,
            double weight,
            double startMs,
            double stopMs)
            implements OfSpikes {}

    /**
     * Packets of spikes, normally distributed around given times.
     *
     * @param pulseTimesMs centers of the packets
     * @param activity spikes of each packet onto each neuron
     * @param sdevMs standard deviation of their times
     * @param individual whether each neuron gets spikes of its own; else all get the same
     * @param startMs earlier spikes are left out
     */
    record PulsePacket(
            String name,
            String target,
            Selection neurons,
            List<Double> pulseTimesMs,
            int activity,
            double sdevMs,
            boolean individual,
            double weight,
            double startMs,
            double stopMs)
            implements OfSpikes {
        public PulsePacket {
            pulseTimesMs = List.copyOf(pulseTimesMs);
        }
    }

    /**
     * Spikes at given times, the same for each neuron. A spike at time t with delay d acts at t + d, like a spike that a
     * neuron emits at t.
     *
     * @param timesMs in any order, kept to the nearest 0.001 ms; equal times count several times
     * @param delayMs 0 or more
     * @param startMs spikes up to this time are left out, unless it is 0
     * @param stopMs spikes after this time are left out; may be infinite
     * @param receptor where they end, as in {@link Projection#receptor}
     */
    record SpikeTrain(
            String name,
            String target,
            Selection neurons,
            List<Double> timesMs,
            double weight,
            double delayMs,
            double startMs,
            double stopMs,
            String receptor)
            implements OfSpikes {

        /** All of its spikes. */
        public SpikeTrain(
                String name, String target, Selection neurons, List<Double> timesMs, double weight, double delayMs) {
            this(name, target, neurons, timesMs, weight, delayMs, 0, Double.POSITIVE_INFINITY, Receptor.BY_SIGN);
        }

        public SpikeTrain {
            timesMs = timesMs.stream().map(SpikeTrain::onTic).toList();
        }

        private static double onTic(double ms) {
            return Math.abs(ms) < 1e12 ? Math.rint(ms * 1000) / 1000 : ms;
        }

        /** Times of the spikes that are not left out. */
        public List<Double> emittedMs() {
            return timesMs.stream()
                    .filter(ms -> SpikeTimes.isWithin(Math.round(ms * SpikeTimes.TICS_PER_MS), startMs, stopMs))
                    .toList();
        }
    }

    /**
     * Spikes from a file, which act as those of a {@link SpikeTrain}.
     *
     * @param times by neuron of the target; neurons that are not chosen get none
     * @param startMs spikes up to this time are left out, unless it is 0
     * @param stopMs spikes after this time are left out; may be infinite
     */
    record RecordedTrains(
            String name,
            String target,
            Selection neurons,
            SpikeTimes times,
            double weight,
            double delayMs,
            double startMs,
            double stopMs)
            implements OfSpikes {

        /** All spikes of the file. */
        public RecordedTrains(
                String name, String target, Selection neurons, SpikeTimes times, double weight, double delayMs) {
            this(name, target, neurons, times, weight, delayMs, 0, Double.POSITIVE_INFINITY);
        }

        /** The spikes that are not left out. */
        public SpikeTimes emitted() {
            return times.within(startMs, stopMs);
        }
    }

    /**
     * A current that changes in steps: {@code amplitudesPa[i]} flows from {@code timesMs[i]} until the next time.
     *
     * @param timesMs strictly rising
     * @param startMs no current flows before it
     * @param stopMs no current flows from here on; may be infinite
     */
    record Current(
            String name,
            String target,
            Selection neurons,
            List<Double> timesMs,
            List<Double> amplitudesPa,
            double startMs,
            double stopMs)
            implements OfCurrent {
        public Current {
            timesMs = List.copyOf(timesMs);
            amplitudesPa = List.copyOf(amplitudesPa);
        }

        /** A current that flows whenever its amplitude is not 0. */
        public Current(String name, String target, Selection neurons, List<Double> timesMs, List<Double> amplitudesPa) {
            this(name, target, neurons, timesMs, amplitudesPa, 0, Double.POSITIVE_INFINITY);
        }

        /** The same current with its start and stop among the times of change. */
        public Current inSteps() {
            if (startMs == 0 && Double.isInfinite(stopMs)) {
                return this;
            }
            List<Double> times = new ArrayList<>();
            List<Double> amplitudes = new ArrayList<>();
            double atStart = 0;
            for (int i = 0; i < timesMs.size(); i++) {
                if (timesMs.get(i) <= startMs) {
                    atStart = amplitudesPa.get(i);
                } else if (timesMs.get(i) < stopMs) {
                    times.add(timesMs.get(i));
                    amplitudes.add(amplitudesPa.get(i));
                }
            }
            times.addFirst(startMs);
            amplitudes.addFirst(atStart);
            if (Double.isFinite(stopMs)) {
                times.add(stopMs);
                amplitudes.add(0.0);
            }
            return new Current(name, target, neurons, times, amplitudes);
        }

        /** A constant current from {@code startMs} to {@code stopMs}, which may be infinite. */
        public static Current direct(
                String name, String target, Selection neurons, double amplitudePa, double startMs, double stopMs) {
            return Double.isInfinite(stopMs)
                    ? new Current(name, target, neurons, List.of(startMs), List.of(amplitudePa))
                    : new Current(name, target, neurons, List.of(startMs, stopMs), List.of(amplitudePa, 0.0));
        }
    }

    /**
     * An alternating current: {@code offset + amplitude * sin(2 pi frequency t + phase)} in the step that begins at t.
     *
     * @param startMs the first step with the current begins here; the phase is that at time 0 all the same
     * @param stopMs may be infinite
     */
    record Alternating(
            String name,
            String target,
            Selection neurons,
            double amplitudePa,
            double offsetPa,
            double frequencyHz,
            double phaseDegrees,
            double startMs,
            double stopMs)
            implements OfCurrent {}

    /**
     * A noisy current, drawn anew for each neuron after each interval from a normal distribution of the given mean and the
     * variance {@code std^2 + modulation^2 * sin(2 pi frequency t + phase)}, t being the beginning of the interval.
     *
     * @param intervalMs a multiple of the step; the first interval begins at the start
     * @param modulationPa at most {@code stdPa}
     */
    record Noise(
            String name,
            String target,
            Selection neurons,
            double meanPa,
            double stdPa,
            double intervalMs,
            double modulationPa,
            double frequencyHz,
            double phaseDegrees,
            double startMs,
            double stopMs)
            implements OfCurrent {}
}
