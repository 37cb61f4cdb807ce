package org.ganglion.simulator.group;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.group.GroupState.Plastic;
import org.ganglion.simulator.group.GroupState.PlasticKind;
import org.ganglion.simulator.plastic.PlasticSynapses;

/** Copies plastic synapses out, target by target, and puts them back, into whatever groups the targets belong to then. */
final class PlasticStates {
    private PlasticStates() {}

    static List<Plastic> copy(List<PlasticPart> parts) {
        List<Plastic> result = new ArrayList<>();
        for (PlasticPart part : parts) {
            PlasticSynapses synapses = part.synapses();
            for (int i = part.first(); i < part.end(); i++) {
                int neuron = part.slice().neuron(i);
                int at = i - part.first();
                result.add(new Plastic(PlasticKind.SYNAPSES, part.of(), neuron, synapses.copySynapses(at)));
                if (synapses.hasHistory()) {
                    result.add(new Plastic(PlasticKind.HISTORY, part.of(), neuron, synapses.copyHistory(at)));
                }
            }
            if (synapses.hasSignal() && part.first() < part.end()) {
                int neuron = part.slice().neuron(part.first());
                result.add(new Plastic(PlasticKind.SIGNAL, part.of(), neuron, synapses.copySignal()));
            }
        }
        return result;
    }

    /** Restores all neurons of some parts. */
    static void restore(List<PlasticPart> parts, List<GroupState> states) {
        Map<Integer, List<PlasticPart>> byName = new HashMap<>();
        parts.forEach(
                p -> byName.computeIfAbsent(p.of(), k -> new ArrayList<>()).add(p));
        Set<PlasticPart> signalled = Collections.newSetFromMap(new IdentityHashMap<>());
        int missing = 0;
        for (PlasticPart part : parts) {
            missing += (part.end() - part.first()) * (part.synapses().hasHistory() ? 2 : 1);
            if (part.synapses().hasSignal()) {
                signalled.add(part);
            }
        }
        for (GroupState state : states) {
            for (Plastic plastic : state.plastic()) {
                for (PlasticPart part : byName.getOrDefault(plastic.of(), List.of())) {
                    if (plastic.kind() == PlasticKind.SIGNAL) {
                        part.synapses().restoreSignal(plastic.words()); // the same in every state
                        signalled.remove(part);
                    } else {
                        missing -= restore(part, plastic) ? 1 : 0;
                    }
                }
            }
        }
        missing += signalled.size();
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
        if (plastic.kind() == PlasticKind.HISTORY) {
            part.synapses().restoreHistory(at, plastic.words());
        } else if (!part.synapses().restoreSynapses(at, plastic.words())) {
            throw new SimulationException("the states to continue from have " + plastic.words().length
                    + " words for the synapses of projection " + part.projection() + " onto neuron "
                    + plastic.neuron() + ", as those of another network would");
        }
        return true;
    }

    /** Sum of the hashes of all of it. */
    static long hash(List<PlasticPart> parts) {
        return hashOf(copy(parts));
    }

    /** Likewise, from a state. What a signal did is the same in every group, and counts where neuron 0 is. */
    static long hashOf(List<Plastic> copied) {
        long hash = 0;
        for (Plastic plastic : copied) {
            if (plastic.kind() != PlasticKind.SIGNAL || plastic.neuron() == 0) {
                hash += Hashes.plastic(plastic.kind().ordinal(), plastic.of(), plastic.neuron(), plastic.words());
            }
        }
        return hash;
    }
}
