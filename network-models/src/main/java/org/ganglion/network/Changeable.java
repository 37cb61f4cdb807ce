package org.ganglion.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.network.spec.Unit;

/** The parameters of stimuli that may change while a network runs. */
public final class Changeable {
    private Changeable() {}

    /** Names and units of those that a stimulus has; none if it has none. */
    public static Map<String, Unit> of(Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.Poisson _ -> Map.of("rate", Unit.HERTZ);
            case Stimulus.ModulatedPoisson poisson -> ofRate(poisson.rate());
            case Stimulus.Gamma gamma -> ofRate(gamma.rate());
            case Stimulus.Mip _ -> ordered("rate", Unit.HERTZ, "p_copy", Unit.NONE);
            case Stimulus.PulsePacket _, Stimulus.SpikeTrain _, Stimulus.RecordedTrains _ -> Map.of();
            case Stimulus.Current current -> isDirect(current) ? Map.of("amplitude", Unit.PICOAMPERE) : Map.of();
            case Stimulus.Alternating _ -> ordered("amplitude", Unit.PICOAMPERE, "offset", Unit.PICOAMPERE);
            case Stimulus.Noise _ -> ordered("mean", Unit.PICOAMPERE, "std", Unit.PICOAMPERE);
        };
    }

    /** Likewise for all stimuli that are written as one. */
    public static Map<String, Unit> of(List<Stimulus> stimuli) {
        Map<String, Unit> all = new LinkedHashMap<>();
        stimuli.forEach(s -> all.putAll(of(s)));
        return all;
    }

    private static Map<String, Unit> ofRate(Rate rate) {
        return switch (rate) {
            case Rate.Constant _, Rate.Course _ -> Map.of("rate", Unit.HERTZ);
            case Rate.Sinusoid _ -> ordered("rate", Unit.HERTZ, "amplitude", Unit.HERTZ);
            case Rate.Steps _ -> Map.of();
        };
    }

    private static Map<String, Unit> ordered(String first, Unit unit, String second, Unit other) {
        Map<String, Unit> both = new LinkedHashMap<>();
        both.put(first, unit);
        both.put(second, other);
        return both;
    }

    /** Whether it is one constant current, to the end or to some time. */
    private static boolean isDirect(Stimulus.Current current) {
        List<Double> amplitudes = current.amplitudesPa();
        return amplitudes.size() == 1 || (amplitudes.size() == 2 && amplitudes.get(1) == 0);
    }

    /**
     * The stimulus with another value of a parameter. A rate that was a formula is a number then.
     *
     * @throws IllegalArgumentException if it is none of {@link #of(Stimulus)}
     */
    static Stimulus with(Stimulus stimulus, String parameter, double value) {
        if (!of(stimulus).containsKey(parameter)) {
            throw new IllegalArgumentException("stimuli." + stimulus.name() + "." + parameter + " cannot be changed");
        }
        return switch (stimulus) {
            case Stimulus.OfSpikes spikes -> spikes(spikes, parameter, value);
            case Stimulus.OfCurrent current -> current(current, parameter, value);
        };
    }

    private static Stimulus spikes(Stimulus.OfSpikes stimulus, String parameter, double value) {
        boolean rate = parameter.equals("rate");
        return switch (stimulus) {
            case Stimulus.Poisson p ->
                new Stimulus.Poisson(
                        p.name(), p.target(), p.neurons(), value, p.weight(), p.startMs(), p.stopMs(), p.receptor());
            case Stimulus.ModulatedPoisson p ->
                new Stimulus.ModulatedPoisson(
                        p.name(),
                        p.target(),
                        p.neurons(),
                        rate(p.rate(), rate, value),
                        p.individual(),
                        p.weight(),
                        p.startMs(),
                        p.stopMs());
            case Stimulus.Gamma g ->
                new Stimulus.Gamma(
                        g.name(),
                        g.target(),
                        g.neurons(),
                        rate(g.rate(), rate, value),
                        g.order(),
                        g.individual(),
                        g.weight(),
                        g.startMs(),
                        g.stopMs());
            case Stimulus.Mip m ->
                new Stimulus.Mip(
                        m.name(),
                        m.target(),
                        m.neurons(),
                        rate ? value : m.rateHz(),
                        rate ? m.copyProbability() : value,
                        m.weight(),
                        m.startMs(),
                        m.stopMs());
            case Stimulus.PulsePacket _, Stimulus.SpikeTrain _, Stimulus.RecordedTrains _ -> stimulus;
        };
    }

    private static Rate rate(Rate rate, boolean mean, double value) {
        return rate instanceof Rate.Sinusoid s
                ? new Rate.Sinusoid(
                        mean ? value : s.meanHz(), mean ? s.amplitudeHz() : value, s.frequencyHz(), s.phaseDegrees())
                : new Rate.Constant(value);
    }

    private static Stimulus current(Stimulus.OfCurrent stimulus, String parameter, double value) {
        return switch (stimulus) {
            case Stimulus.Current c ->
                new Stimulus.Current(
                        c.name(),
                        c.target(),
                        c.neurons(),
                        c.timesMs(),
                        c.timesMs().size() == 1 ? List.of(value) : List.of(value, 0.0),
                        c.startMs(),
                        c.stopMs());
            case Stimulus.Alternating a ->
                new Stimulus.Alternating(
                        a.name(),
                        a.target(),
                        a.neurons(),
                        parameter.equals("amplitude") ? value : a.amplitudePa(),
                        parameter.equals("offset") ? value : a.offsetPa(),
                        a.frequencyHz(),
                        a.phaseDegrees(),
                        a.startMs(),
                        a.stopMs());
            case Stimulus.Noise n ->
                new Stimulus.Noise(
                        n.name(),
                        n.target(),
                        n.neurons(),
                        parameter.equals("mean") ? value : n.meanPa(),
                        parameter.equals("std") ? value : n.stdPa(),
                        n.intervalMs(),
                        n.modulationPa(),
                        n.frequencyHz(),
                        n.phaseDegrees(),
                        n.startMs(),
                        n.stopMs());
        };
    }
}
