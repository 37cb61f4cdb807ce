package org.ganglion.network.connect;

import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Origin;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.SynapseList;
import org.ganglion.network.wiring.Wiring;

/** The synapses that a list gives, one by one. */
public record ListedSynapses(SynapseList list) implements ConnectionRule {
    public static final Description DESCRIPTION = Description.of(
            "list",
            "The synapses of a list, one by one.",
            ParameterSpec.real(
                    "file",
                    Unit.NONE,
                    0,
                    Range.ANY,
                    "CSV with columns source, target, weight, delay, or HDF5 with datasets of these names"),
            ParameterSpec.real("sources", Unit.NONE, 0, Range.ANY, "a list of neurons, where there is no file"),
            ParameterSpec.real("targets", Unit.NONE, 0, Range.ANY, "a list of neurons, one for each source"),
            ParameterSpec.real(
                    "weights", Unit.NONE, 0, Range.ANY, "a list, where synapses differ and weight is not given"),
            ParameterSpec.real(
                    "delays", Unit.MILLISECOND, 0, Range.ANY, "a list, where synapses differ and delay is not given"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of();
    }

    @Override
    public void check(Pair pair, BiConsumer<String, String> report) {
        within("source", list.largestSource(), pair.sources(), report);
        within("target", list.largestTarget(), pair.targets(), report);
    }

    private void within(String role, int largest, int size, BiConsumer<String, String> report) {
        if (largest >= size) {
            report.accept(
                    list.origin() instanceof Origin.File ? "file" : role + "s",
                    role + " " + largest + " is not there; the " + role + " has the neurons 0 to " + (size - 1));
        }
    }

    @Override
    public double expectedSynapses(Pair pair) {
        return list.synapses();
    }

    @Override
    public Wiring wire(Pair pair, long seed, long projection) {
        return list;
    }
}
