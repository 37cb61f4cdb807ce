package org.ganglion.simulator.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.network.Experiment;
import org.ganglion.network.Inherited;
import org.ganglion.network.Network;
import org.ganglion.network.Rate;
import org.ganglion.network.RunSettings;
import org.ganglion.network.SpikeTimes;
import org.ganglion.network.Stimulus;
import org.ganglion.network.random.CountTable;
import org.ganglion.network.random.PoissonTable;

/** How many spikes of a stimulus can reach one neuron in one step, and which stimuli belong together. */
public final class StimulusBound {

    /** A formula of a Poisson rate is evaluated in so many steps at most to find its peak. */
    private static final long MOST_LOOKS = 200_000;

    /** No spike of a packet is further from its center than so many standard deviations. */
    private static final double PACKET_REACH = 8.3;

    private StimulusBound() {}

    /**
     * The number by which a stimulus draws what its neurons have in common: that of the first stimulus of the network with the
     * same name up to a slash. What is written as one entry and reaches several populations has its common random numbers
     * in common.
     */
    public static int family(Network network, int number) {
        Inherited.Numbers given =
                network.inherited().stimuli().get(network.stimuli().get(number).name());
        if (given != null) {
            return given.common();
        }
        String name = base(network.stimuli().get(number));
        int first = 0;
        while (!base(network.stimuli().get(first)).equals(name)) {
            first++;
        }
        return first;
    }

    private static String base(Stimulus stimulus) {
        return stimulus.name().replaceFirst("/.*", "");
    }

    /** Spikes of a stimulus, by its number, onto one neuron in one step at most, whatever the changes make of it. */
    public static double atOnce(Experiment experiment, int stimulus) {
        return experiment.versions(stimulus).stream()
                .mapToDouble(version -> atOnce(version, experiment.settings()))
                .max()
                .orElse(0);
    }

    /** Spikes onto one neuron in one step at most; {@link Multiplicity#LIMIT} where there is no smaller bound. */
    public static double atOnce(Stimulus stimulus, RunSettings settings) {
        double dtMs = settings.dtMs();
        double most =
                switch (stimulus) {
                    case Stimulus.Poisson p ->
                        PoissonTable.of(p.rateHz() * dtMs * 1e-3).draws() * (PoissonTable.COLUMNS - 1.0);
                    case Stimulus.ModulatedPoisson p -> poisson(peak(p.rate(), settings, MOST_LOOKS), dtMs);
                    // The hazard of a gamma process is at most its order, so a Poisson process has as many spikes.
                    case Stimulus.Gamma g -> 1 + poisson(g.order() * peak(g.rate(), settings, 0), dtMs);
                    case Stimulus.Mip m -> poisson(m.rateHz(), dtMs);
                    case Stimulus.PulsePacket p -> (double) p.activity() * overlapping(p, dtMs);
                    case Stimulus.SpikeTrain train -> train(train.emittedMs(), dtMs);
                    case Stimulus.RecordedTrains trains -> trains(trains.emitted(), dtMs);
                    case Stimulus.OfCurrent _ -> 0;
                };
        return Math.min(Multiplicity.LIMIT, most);
    }

    private static double poisson(double rateHz, double dtMs) {
        double mean = rateHz * dtMs * 1e-3;
        return mean < Multiplicity.LIMIT ? CountTable.largestPoisson(mean) : Multiplicity.LIMIT;
    }

    /** The largest rate in any step of a run; infinite for a formula that would have to be looked at more often. */
    private static double peak(Rate rate, RunSettings settings, long mostLooks) {
        return switch (rate) {
            case Rate.Constant(double rateHz) -> rateHz;
            case Rate.Steps steps ->
                steps.ratesHz().stream().mapToDouble(Double::doubleValue).max().orElse(0);
            case Rate.Sinusoid sinusoid -> sinusoid.meanHz() + Math.abs(sinusoid.amplitudeHz());
            case Rate.Course course -> {
                double peak = settings.endStep() > mostLooks ? Double.POSITIVE_INFINITY : 0;
                for (long step = 0; step < settings.endStep() && peak < Double.POSITIVE_INFINITY; step++) {
                    peak = Math.max(peak, course.hz((step + 0.5) * settings.dtMs()));
                }
                yield Double.isNaN(peak) ? Double.POSITIVE_INFINITY : peak;
            }
        };
    }

    /** How many packets can have spikes in one step. */
    private static int overlapping(Stimulus.PulsePacket packet, double dtMs) {
        double width = 2 * PACKET_REACH * packet.sdevMs() + 2 * dtMs;
        List<Double> times = packet.pulseTimesMs();
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (times.get(last) - times.get(first) > width) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private static double train(List<Double> timesMs, double dtMs) {
        Map<Long, Integer> counts = new HashMap<>();
        timesMs.forEach(t -> counts.merge((long) Math.ceil(t / dtMs - 1e-6), 1, Integer::sum));
        return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static double trains(SpikeTimes times, double dtMs) {
        long ticsPerStep = Math.round(dtMs * SpikeTimes.TICS_PER_MS);
        int most = 0;
        for (int neuron = 0; neuron < Math.max(1, times.neurons()); neuron++) {
            long step = Long.MIN_VALUE;
            int count = 0;
            for (int i = times.begin(neuron); i < times.end(neuron); i++) {
                long next = Math.ceilDiv(times.tic(i), ticsPerStep);
                count = next == step ? count + 1 : 1;
                step = next;
                most = Math.max(most, count);
            }
        }
        return most;
    }
}
