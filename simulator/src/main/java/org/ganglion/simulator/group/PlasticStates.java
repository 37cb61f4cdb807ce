package org.ganglion.simulator.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.group.GroupState.Plastic;
import org.ganglion.simulator.group.GroupState.PlasticKind;

/** Copies plastic synapses out, target by target, and puts them back, into whatever groups the targets belong to then. */
final class PlasticStates {
    private PlasticStates() {}

    static List<Plastic> copy(List<PlasticPart> parts) {
        List<Plastic> result = new ArrayList<>();
        for (PlasticPart part : parts) {
            for (int i = part.first(); i < part.end(); i++) {
                int neuron = part.slice().neuron(i);
                int at = i - part.first();
                result.add(new Plastic(
                        PlasticKind.SYNAPSES,
                        part.projection(),
                        neuron,
                        part.synapses().copySynapses(at)));
                result.add(new Plastic(
                        PlasticKind.HISTORY,
                        part.projection(),
                        neuron,
                        part.synapses().copyHistory(at)));
            }
        }
        return result;
    }

    /** Restores all neurons of some parts. */
    static void restore(List<PlasticPart> parts, List<GroupState> states) {
        Map<Integer, List<PlasticPart>> byProjection = new HashMap<>();
        parts.forEach(p -> byProjection
                .computeIfAbsent(p.projection(), k -> new ArrayList<>())
                .add(p));
        int missing = parts.stream().mapToInt(p -> 2 * (p.end() - p.first())).sum();
        for (GroupState state : states) {
            for (Plastic plastic : state.plastic()) {
                for (PlasticPart part : byProjection.getOrDefault(plastic.of(), List.of())) {
                    missing -= restore(part, plastic) ? 1 : 0;
                }
            }
        }
        if (missing != 0) {
            throw new SimulationException("the states to continue from do not hold the plastic synapses of every neuron"
                    + " once; " + missing + " are missing (negative: too many)");
        }
    }

    /** Whether the neuron belongs to the part. */
    private static boolean restore(PlasticPart part, Plastic plastic) {
        Slice slice = part.slice();
        if (slice.layout().groupOf(slice.population(), plastic.neuron()) != slice.group()) {
            return false;
        }
        int index = slice.layout().indexInSlice(slice.population(), plastic.neuron());
        if (index < part.first() || index >= part.end()) {
            return false;
        }
        int at = index - part.first();
        switch (plastic.kind()) {
            case SYNAPSES -> {
                if (!part.synapses().restoreSynapses(at, plastic.words())) {
                    throw new SimulationException("the states to continue from have " + plastic.words().length
                            + " words for the synapses of projection " + plastic.of() + " onto neuron "
                            + plastic.neuron() + ", as those of another network would");
                }
            }
            case HISTORY -> part.synapses().restoreHistory(at, plastic.words());
        }
        return true;
    }

    /** Sum of the hashes of all of it. */
    static long hash(List<PlasticPart> parts) {
        return hashOf(copy(parts));
    }

    /** Likewise, from a state. */
    static long hashOf(List<Plastic> copied) {
        long hash = 0;
        for (Plastic plastic : copied) {
            hash += Hashes.plastic(plastic.kind().ordinal(), plastic.of(), plastic.neuron(), plastic.words());
        }
        return hash;
    }
}
