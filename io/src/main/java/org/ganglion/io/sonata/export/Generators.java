package org.ganglion.io.sonata.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.io.sonata.ExactReader;
import org.ganglion.network.Network;
import org.ganglion.network.Rate;
import org.ganglion.network.Stimulus;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.simulator.plan.StimulusBound;

/**
 * Stimuli that are drawn or computed while a network runs, as inputs with the modules and parameters of NEST's devices and the
 * numbers by which they draw.
 */
final class Generators {
    private final Network network;

    Generators(Network network) {
        this.network = network;
    }

    /**
     * What the configuration says of a stimulus; empty for those that circuits know in other ways.
     *
     * @param position of the stimulus in the network
     * @param nodes the set of nodes that it reaches
     */
    Optional<Map<String, Object>> input(int position, Object nodes) {
        Map<String, Object> input = new LinkedHashMap<>();
        switch (network.stimuli().get(position)) {
            case Stimulus.SpikeTrain _, Stimulus.RecordedTrains _, Stimulus.Current _ -> {
                return Optional.empty();
            }
            case Stimulus.OfSpikes spikes -> {
                input.put("input_type", "spikes");
                spikes(spikes, input, nodes);
                if (!spikes.receptor().equals(Receptor.BY_SIGN)) {
                    input.put("receptor", spikes.receptor());
                }
            }
            case Stimulus.OfCurrent current -> {
                input.put("input_type", "current_clamp");
                current(current, input, nodes);
            }
        }
        input.put(ExactReader.STREAM, network.stimulusKey(position));
        input.put(ExactReader.COMMON_STREAM, StimulusBound.family(network, position));
        return Optional.of(input);
    }

    private static void begin(Map<String, Object> input, String module, Object nodes) {
        input.put("module", module);
        input.put("node_set", nodes);
    }

    private static void spikes(Stimulus.OfSpikes spikes, Map<String, Object> input, Object nodes) {
        switch (spikes) {
            case Stimulus.Poisson poisson -> {
                begin(input, "poisson_generator", nodes);
                input.put("rate", poisson.rateHz());
                window(input, poisson.startMs(), poisson.stopMs());
            }
            case Stimulus.ModulatedPoisson poisson -> {
                begin(input, prefix(poisson.rate()) + "poisson_generator", nodes);
                rate(input, poisson.rate());
                input.put("individual_spike_trains", poisson.individual());
                window(input, poisson.startMs(), poisson.stopMs());
            }
            case Stimulus.Gamma gamma -> {
                begin(input, prefix(gamma.rate()) + "gamma_generator", nodes);
                rate(input, gamma.rate());
                input.put("order", gamma.order());
                input.put("individual_spike_trains", gamma.individual());
                window(input, gamma.startMs(), gamma.stopMs());
            }
            case Stimulus.Mip mip -> {
                begin(input, "mip_generator", nodes);
                input.put("rate", mip.rateHz());
                input.put("p_copy", mip.copyProbability());
                window(input, mip.startMs(), mip.stopMs());
            }
            case Stimulus.PulsePacket packet -> {
                begin(input, "pulsepacket_generator", nodes);
                input.put("pulse_times", packet.pulseTimesMs());
                input.put("activity", packet.activity());
                input.put("sdev", packet.sdevMs());
                input.put("individual_spike_trains", packet.individual());
                window(input, packet.startMs(), packet.stopMs());
            }
            case Stimulus.SpikeTrain _, Stimulus.RecordedTrains _ ->
                throw new IllegalArgumentException(spikes.name() + " is given, not drawn");
        }
        input.put("weight", spikes.weight());
    }

    private static String prefix(Rate rate) {
        return switch (rate) {
            case Rate.Constant _ -> "";
            case Rate.Sinusoid _ -> "sinusoidal_";
            case Rate.Steps _, Rate.Course _ -> "inhomogeneous_";
        };
    }

    private static void rate(Map<String, Object> input, Rate rate) {
        switch (rate) {
            case Rate.Constant(double rateHz) -> input.put("rate", rateHz);
            case Rate.Steps(List<Double> timesMs, List<Double> ratesHz) -> {
                input.put("rate_times", timesMs);
                input.put("rate_values", ratesHz);
            }
            case Rate.Sinusoid sine -> {
                input.put("rate", sine.meanHz());
                input.put("amplitude", sine.amplitudeHz());
                input.put("frequency", sine.frequencyHz());
                input.put("phase", sine.phaseDegrees());
            }
            case Rate.Course _ -> throw new IllegalArgumentException("circuits have no expressions");
        }
    }

    private static void current(Stimulus.OfCurrent current, Map<String, Object> input, Object nodes) {
        switch (current) {
            case Stimulus.Alternating alternating -> {
                begin(input, "ac_generator", nodes);
                input.put("amplitude", alternating.amplitudePa());
                input.put("offset", alternating.offsetPa());
                input.put("frequency", alternating.frequencyHz());
                input.put("phase", alternating.phaseDegrees());
                window(input, alternating.startMs(), alternating.stopMs());
            }
            case Stimulus.Noise noise -> {
                begin(input, "noise_generator", nodes);
                input.put("mean", noise.meanPa());
                input.put("std", noise.stdPa());
                input.put("dt", noise.intervalMs());
                input.put("std_mod", noise.modulationPa());
                input.put("frequency", noise.frequencyHz());
                input.put("phase", noise.phaseDegrees());
                window(input, noise.startMs(), noise.stopMs());
            }
            case Stimulus.Current _ -> throw new IllegalArgumentException(current.name() + " is a clamp");
        }
    }

    private static void window(Map<String, Object> input, double startMs, double stopMs) {
        input.put("start", startMs);
        if (Double.isFinite(stopMs)) {
            input.put("stop", stopMs);
        }
    }
}
