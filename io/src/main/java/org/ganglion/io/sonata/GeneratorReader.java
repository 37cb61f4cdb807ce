package org.ganglion.io.sonata;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ganglion.io.sonata.source.Section;
import org.ganglion.network.Rate;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.neuron.Receptor;

/**
 * Reads inputs that are drawn or computed while a network runs: Poisson spikes and the like, and currents that change all the
 * time. SONATA's guide has none of them. Their modules and parameters are called as the devices and parameters of NEST, in
 * its units: ms, Hz, pA.
 */
final class GeneratorReader {
    /** Modules of inputs of spikes. */
    static final List<String> OF_SPIKES = List.of(
            "poisson_generator",
            "inhomogeneous_poisson_generator",
            "sinusoidal_poisson_generator",
            "gamma_generator",
            "inhomogeneous_gamma_generator",
            "sinusoidal_gamma_generator",
            "mip_generator",
            "pulsepacket_generator");

    /** Modules of inputs of currents. */
    static final List<String> OF_CURRENTS = List.of("ac_generator", "noise_generator");

    private static final int MOST_SPIKES = 1_000_000;

    private final Section input;

    /** Makes a stimulus onto some neurons of a population. */
    interface Maker {
        Stimulus make(String name, String target, Selection neurons);
    }

    private GeneratorReader(Section input) {
        this.input = input;
    }

    /** What makes stimuli of an input whose module is one of those above. */
    static Maker read(Section input, String module) {
        GeneratorReader reader = new GeneratorReader(input);
        return switch (module) {
            case "poisson_generator" -> reader.poisson();
            case "inhomogeneous_poisson_generator" -> reader.poisson(reader.steps());
            case "sinusoidal_poisson_generator" -> reader.poisson(reader.sine());
            case "gamma_generator" -> reader.gamma(new Rate.Constant(input.requireNumber("rate", "20.0")));
            case "inhomogeneous_gamma_generator" -> reader.gamma(reader.steps());
            case "sinusoidal_gamma_generator" -> reader.gamma(reader.sine());
            case "mip_generator" -> reader.mip();
            case "pulsepacket_generator" -> reader.packets();
            case "ac_generator" -> reader.alternating();
            case "noise_generator" -> reader.noise();
            default -> throw new IllegalArgumentException(module);
        };
    }

    private double number(String key, double standard) {
        return input.number(key).orElse(standard);
    }

    private double weight() {
        return input.requireNumber("weight", "87.8");
    }

    private double startMs() {
        return number("start", 0);
    }

    private double stopMs() {
        return number("stop", Double.POSITIVE_INFINITY);
    }

    private Rate steps() {
        List<Double> timesMs = input.numbers("rate_times");
        List<Double> ratesHz = input.numbers("rate_values");
        if (timesMs.isEmpty()) {
            throw input.missing("rate_times", "[0.0, 500.0]");
        }
        if (timesMs.size() != ratesHz.size()) {
            throw input.wrong(
                    "rate_values", ratesHz.size() + " rates for " + timesMs.size() + " rate_times; give one for each");
        }
        return new Rate.Steps(timesMs, ratesHz);
    }

    private Rate sine() {
        return new Rate.Sinusoid(
                input.requireNumber("rate", "20.0"),
                number("amplitude", 0),
                number("frequency", 0),
                number("phase", 0));
    }

    private Maker poisson() {
        double rateHz = input.requireNumber("rate", "8000.0");
        double weight = weight();
        double startMs = startMs();
        double stopMs = stopMs();
        Optional<String> receptor = input.text("receptor");
        return (name, target, neurons) -> new Stimulus.Poisson(
                name, target, neurons, rateHz, weight, startMs, stopMs, receptor.orElse(Receptor.BY_SIGN));
    }

    private Maker poisson(Rate rate) {
        boolean individual = input.flag("individual_spike_trains", true);
        double weight = weight();
        double startMs = startMs();
        double stopMs = stopMs();
        return (name, target, neurons) ->
                new Stimulus.ModulatedPoisson(name, target, neurons, rate, individual, weight, startMs, stopMs);
    }

    private Maker gamma(Rate rate) {
        double order = number("order", 1);
        boolean individual = input.flag("individual_spike_trains", true);
        double weight = weight();
        double startMs = startMs();
        double stopMs = stopMs();
        return (name, target, neurons) ->
                new Stimulus.Gamma(name, target, neurons, rate, order, individual, weight, startMs, stopMs);
    }

    private Maker mip() {
        double rateHz = input.requireNumber("rate", "100.0");
        double copyProbability = input.requireNumber("p_copy", "0.1");
        double weight = weight();
        double startMs = startMs();
        double stopMs = stopMs();
        return (name, target, neurons) ->
                new Stimulus.Mip(name, target, neurons, rateHz, copyProbability, weight, startMs, stopMs);
    }

    private Maker packets() {
        List<Double> timesMs = input.numbers("pulse_times");
        int activity = whole(input, "activity", MOST_SPIKES).orElseThrow(() -> input.missing("activity", "10"));
        double sdevMs = number("sdev", 0);
        boolean individual = input.flag("individual_spike_trains", false);
        double weight = weight();
        double startMs = startMs();
        double stopMs = stopMs();
        return (name, target, neurons) -> new Stimulus.PulsePacket(
                name, target, neurons, timesMs, activity, sdevMs, individual, weight, startMs, stopMs);
    }

    private Maker alternating() {
        double amplitudePa = input.requireNumber("amplitude", "100.0");
        double offsetPa = number("offset", 0);
        double frequencyHz = input.requireNumber("frequency", "5.0");
        double phaseDegrees = number("phase", 0);
        double startMs = startMs();
        double stopMs = stopMs();
        return (name, target, neurons) -> new Stimulus.Alternating(
                name, target, neurons, amplitudePa, offsetPa, frequencyHz, phaseDegrees, startMs, stopMs);
    }

    private Maker noise() {
        double meanPa = number("mean", 0);
        double stdPa = input.requireNumber("std", "100.0");
        double intervalMs = number("dt", 1);
        double modulationPa = number("std_mod", 0);
        double frequencyHz = number("frequency", 0);
        double phaseDegrees = number("phase", 0);
        double startMs = startMs();
        double stopMs = stopMs();
        return (name, target, neurons) -> new Stimulus.Noise(
                name,
                target,
                neurons,
                meanPa,
                stdPa,
                intervalMs,
                modulationPa,
                frequencyHz,
                phaseDegrees,
                startMs,
                stopMs);
    }

    /** A whole number from 0 to a largest one; none where the key is not there. */
    static Optional<Integer> whole(Section section, String key, int most) {
        OptionalDouble given = section.number(key);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        double value = given.getAsDouble();
        if (value != Math.rint(value) || value < 0 || value > most) {
            throw section.wrong(key, value + " is not a whole number from 0 to " + most + "; write one");
        }
        return Optional.of((int) value);
    }
}
