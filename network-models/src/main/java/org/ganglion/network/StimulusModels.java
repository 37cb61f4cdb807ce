package org.ganglion.network;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** The types of stimulus that can be named in a file, each a way to write one {@link Stimulus}. */
public final class StimulusModels {
    private static final ParameterSpec START = time("start", 0, "when it begins, from the start of the warm-up");
    private static final ParameterSpec STOP =
            time("stop", Double.POSITIVE_INFINITY, "when it ends; never, if not given");
    private static final ParameterSpec WEIGHT =
            needed("weight", Unit.NONE, Range.ANY, "effect of a spike, in the unit of the target's model");
    private static final ParameterSpec FREQUENCY =
            ParameterSpec.real("frequency", Unit.HERTZ, 0, Range.ANY, "how often the sine repeats");
    private static final ParameterSpec PHASE =
            ParameterSpec.real("phase", Unit.NONE, 0, Range.ANY, "phase of the sine at time 0, in degrees");
    private static final ParameterSpec MEAN_RATE =
            needed("rate", Unit.HERTZ, Range.NOT_NEGATIVE, "mean of the rate over time");
    private static final ParameterSpec SWING =
            ParameterSpec.real("amplitude", Unit.HERTZ, 0, Range.NOT_NEGATIVE, "amplitude of the rate's sine");
    private static final ParameterSpec ORDER = ParameterSpec.real(
            "order", Unit.NONE, 1, Range.atLeast(1), "shape of the intervals' distribution; larger is more regular");
    private static final ParameterSpec OWN_TRAINS =
            ParameterSpec.onOff("individual_spike_trains", true, "whether each neuron gets spikes of its own");

    private static final ParameterSpec RATE = needed(
            "rate", Unit.HERTZ, Range.NOT_NEGATIVE, "spikes per second onto each neuron; may be an expression of t");
    private static final ParameterSpec RATE_TIMES =
            either("rate_times", Unit.MILLISECOND, "a rising list of times of change; or give rate");
    private static final ParameterSpec RATE_VALUES =
            either("rate_values", Unit.HERTZ, "a list: the rate from each of the times on; 0 Hz before the first");
    private static final ParameterSpec COURSE =
            either("rate", Unit.HERTZ, "an expression of t, in place of rate_times and rate_values");

    public static final List<Description> ALL = List.of(
            Description.of("poisson", "Poisson spikes, independent for each neuron.", RATE, WEIGHT, START, STOP),
            Description.of(
                    "inhomogeneous_poisson",
                    "Poisson spikes whose rate changes in steps or by an expression of time.",
                    RATE_TIMES,
                    RATE_VALUES,
                    COURSE,
                    OWN_TRAINS,
                    WEIGHT,
                    START,
                    STOP),
            sinusoidal(
                    "sinusoidal_poisson",
                    "Poisson spikes whose rate is a sine of time, taken as 0 where that is negative.",
                    "rate(t) = max(0, rate + amplitude sin(2 pi frequency t + phase))",
                    List.of(MEAN_RATE, SWING, FREQUENCY, PHASE, OWN_TRAINS, WEIGHT, START, STOP)),
            Description.of(
                    "gamma",
                    "Spikes of gamma processes: renewal processes with gamma-distributed intervals.",
                    RATE,
                    ORDER,
                    OWN_TRAINS,
                    WEIGHT,
                    START,
                    STOP),
            Description.of(
                    "inhomogeneous_gamma",
                    "Spikes of gamma processes whose rate changes in steps or by an expression of time.",
                    RATE_TIMES,
                    RATE_VALUES,
                    COURSE,
                    ORDER,
                    OWN_TRAINS,
                    WEIGHT,
                    START,
                    STOP),
            sinusoidal(
                    "sinusoidal_gamma",
                    "Spikes of gamma processes whose rate is a sine of time.",
                    "rate(t) = rate + amplitude sin(2 pi frequency t + phase)",
                    List.of(MEAN_RATE, SWING, FREQUENCY, PHASE, ORDER, OWN_TRAINS, WEIGHT, START, STOP)),
            new Description(
                    "mip",
                    "Correlated Poisson spikes: each neuron gets each spike of one mother process with probability"
                            + " p_copy.",
                    "rate of a neuron = p_copy rate, correlation of two = p_copy",
                    List.of(
                            needed("rate", Unit.HERTZ, Range.NOT_NEGATIVE, "rate of the mother process"),
                            needed("p_copy", Unit.NONE, Range.PROBABILITY, "probability that a neuron gets a spike"),
                            WEIGHT,
                            START,
                            STOP),
                    List.of(),
                    "Kuhn A, Aertsen A, Rotter S (2003), Neural Computation 15:67-101,"
                            + " doi:10.1162/089976603321043702"),
            new Description(
                    "pulsepacket",
                    "Packets of spikes, normally distributed around given times.",
                    "",
                    List.of(
                            needed(
                                    "pulse_times",
                                    Unit.MILLISECOND,
                                    Range.NOT_NEGATIVE,
                                    "a rising list of the packets' centers"),
                            ParameterSpec.requiredWhole(
                                    "activity", Range.NOT_NEGATIVE, "spikes of each packet onto each neuron"),
                            ParameterSpec.real(
                                    "sdev",
                                    Unit.MILLISECOND,
                                    0,
                                    Range.NOT_NEGATIVE,
                                    "standard deviation of their times"),
                            ParameterSpec.onOff(
                                    "individual_spike_trains", false, "whether each neuron gets spikes of its own"),
                            WEIGHT,
                            START,
                            STOP),
                    List.of(),
                    "Diesmann M, Gewaltig M-O, Aertsen A (1999), Nature 402:529-533, doi:10.1038/990101"),
            Description.of(
                    "spike_train",
                    "Spikes at given times, or from a file.",
                    either(
                            "times",
                            Unit.MILLISECOND,
                            "a list of times, the same for each neuron; equal ones count each"),
                    WEIGHT,
                    needed("delay", Unit.MILLISECOND, Range.NOT_NEGATIVE, "from each time to its effect"),
                    START,
                    STOP),
            Description.of(
                    "dc",
                    "A constant current.",
                    needed("amplitude", Unit.PICOAMPERE, Range.ANY, "the current"),
                    START,
                    STOP),
            Description.of(
                    "step_current",
                    "A current that changes in steps.",
                    needed("times", Unit.MILLISECOND, Range.NOT_NEGATIVE, "a rising list of times of change"),
                    needed("amplitudes", Unit.PICOAMPERE, Range.ANY, "a list: the current from each of the times on"),
                    START,
                    STOP),
            sinusoidal(
                    "ac",
                    "An alternating current.",
                    "I(t) = offset + amplitude sin(2 pi frequency t + phase)",
                    List.of(
                            needed("amplitude", Unit.PICOAMPERE, Range.ANY, "amplitude of the sine"),
                            needed("frequency", Unit.HERTZ, Range.ANY, "how often the sine repeats"),
                            ParameterSpec.real("offset", Unit.PICOAMPERE, 0, Range.ANY, "constant part of the current"),
                            PHASE,
                            START,
                            STOP)),
            sinusoidal(
                    "noise",
                    "A current drawn anew for each neuron in each interval, from a normal distribution.",
                    "I = mean + xi sqrt(std^2 + std_mod^2 sin(2 pi frequency t + phase)), xi drawn every dt",
                    List.of(
                            ParameterSpec.real("mean", Unit.PICOAMPERE, 0, Range.ANY, "mean of the current"),
                            needed("std", Unit.PICOAMPERE, Range.NOT_NEGATIVE, "standard deviation of the current"),
                            ParameterSpec.real(
                                    "dt", Unit.MILLISECOND, 1, Range.POSITIVE, "interval, a multiple of the step"),
                            ParameterSpec.real(
                                    "std_mod",
                                    Unit.PICOAMPERE,
                                    0,
                                    Range.NOT_NEGATIVE,
                                    "modulation of the standard deviation, at most std"),
                            FREQUENCY,
                            PHASE,
                            START,
                            STOP)));

    /** Other names of types, those that they have in NEST. */
    private static final Map<String, String> ALIASES = aliases();

    /** Other names of parameters, those that they have in NEST. */
    public static final Map<String, String> PARAMETER_ALIASES = parameterAliases();

    /** Parameters that are lists. */
    public static final Set<String> LISTS = Set.of("times", "amplitudes", "rate_times", "rate_values", "pulse_times");

    private StimulusModels() {}

    private static Map<String, String> aliases() {
        Map<String, String> aliases = new LinkedHashMap<>();
        for (Description model : ALL) {
            String base = model.name().equals("spike_train") ? "spike" : model.name();
            aliases.put(base + "_generator", model.name());
        }
        return aliases;
    }

    private static Map<String, String> parameterAliases() {
        Map<String, String> aliases = new LinkedHashMap<>();
        aliases.put("spike_times", "times");
        aliases.put("amplitude_times", "times");
        aliases.put("amplitude_values", "amplitudes");
        return Collections.unmodifiableMap(aliases);
    }

    private static ParameterSpec needed(String name, Unit unit, Range allowed, String sentence) {
        return ParameterSpec.requiredReal(name, unit, allowed, sentence);
    }

    /** One of several ways to say something, so that it need not be given. */
    private static ParameterSpec either(String name, Unit unit, String sentence) {
        return new ParameterSpec(
                name, ParameterSpec.Kind.REAL, unit, OptionalDouble.of(Double.NaN), Range.NOT_NEGATIVE, sentence);
    }

    private static ParameterSpec time(String name, double standard, String sentence) {
        return new ParameterSpec(
                name,
                ParameterSpec.Kind.REAL,
                Unit.MILLISECOND,
                OptionalDouble.of(standard),
                Range.NOT_NEGATIVE,
                sentence);
    }

    private static Description sinusoidal(
            String name, String sentence, String equation, List<ParameterSpec> parameters) {
        return new Description(name, sentence, equation, parameters, List.of(), "");
    }

    public static List<String> names() {
        return ALL.stream().map(Description::name).toList();
    }

    /** The names that types have in NEST. */
    public static Collection<String> otherNames() {
        return ALIASES.keySet();
    }

    /** The name of a type, whether it is given by that or by its name in NEST; an unknown one stays as it is. */
    public static String nameOf(String name) {
        return ALIASES.getOrDefault(name, name);
    }
}
