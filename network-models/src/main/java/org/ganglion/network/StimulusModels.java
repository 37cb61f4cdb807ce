package org.ganglion.network;

import java.util.List;
import java.util.OptionalDouble;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** The types of stimulus that can be named in a file, each a way to write one {@link Stimulus}. */
public final class StimulusModels {
    private static final ParameterSpec START = ParameterSpec.real(
            "start", Unit.MILLISECOND, 0, Range.NOT_NEGATIVE, "when it begins, from the start of the warm-up");
    private static final ParameterSpec STOP = new ParameterSpec(
            "stop",
            ParameterSpec.Kind.REAL,
            Unit.MILLISECOND,
            OptionalDouble.of(Double.POSITIVE_INFINITY),
            Range.NOT_NEGATIVE,
            "when it ends; never, if not given");
    private static final ParameterSpec WEIGHT = ParameterSpec.requiredReal(
            "weight", Unit.NONE, Range.ANY, "effect of a spike, in pA or mV as the target's model has it");

    public static final List<Description> ALL = List.of(
            Description.of(
                    "poisson",
                    "Poisson spikes, independent for each neuron.",
                    ParameterSpec.requiredReal(
                            "rate", Unit.HERTZ, Range.NOT_NEGATIVE, "spikes per second onto each neuron"),
                    WEIGHT,
                    START,
                    STOP),
            Description.of(
                    "spike_train",
                    "Spikes at given times, the same for each neuron.",
                    ParameterSpec.requiredReal(
                            "times", Unit.MILLISECOND, Range.NOT_NEGATIVE, "a list of times; equal ones count each"),
                    WEIGHT,
                    ParameterSpec.requiredReal(
                            "delay", Unit.MILLISECOND, Range.NOT_NEGATIVE, "from each time to its effect")),
            Description.of(
                    "dc",
                    "A constant current.",
                    ParameterSpec.requiredReal("amplitude", Unit.PICOAMPERE, Range.ANY, "the current"),
                    START,
                    STOP),
            Description.of(
                    "step_current",
                    "A current that changes in steps.",
                    ParameterSpec.requiredReal(
                            "times", Unit.MILLISECOND, Range.NOT_NEGATIVE, "a rising list of times of change"),
                    ParameterSpec.requiredReal(
                            "amplitudes",
                            Unit.PICOAMPERE,
                            Range.ANY,
                            "a list: the current from each of the times on")));

    private StimulusModels() {}

    public static List<String> names() {
        return ALL.stream().map(Description::name).toList();
    }
}
