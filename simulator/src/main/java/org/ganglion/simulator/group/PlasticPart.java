package org.ganglion.simulator.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganglion.simulator.plan.Layout;
import org.ganglion.simulator.plan.NetworkPlan;
import org.ganglion.simulator.plan.Packing;
import org.ganglion.simulator.plan.ProjectionPlan;
import org.ganglion.simulator.plan.SignalPlan;
import org.ganglion.simulator.plastic.PlasticSynapses;
import org.ganglion.simulator.synapse.Store;
import org.ganglion.simulator.synapse.SynapseTable;

/**
 * Synapses of one projection that follow a rule, onto neurons {@code first} to {@code end} of a slice, and learn of
 * these neurons' spikes.
 *
 * @param projection position among the projections of the network
 * @param negative whether they are those that end at the receptor of negative weights
 * @param signal population whose spikes act on all of them; -1 if there is none
 */
record PlasticPart(
        int projection, boolean negative, int signal, Slice slice, int first, int end, PlasticSynapses synapses) {

    /** Those in a tile. */
    static List<PlasticPart> of(NetworkPlan plan, List<Tile.Part> parts, List<SynapseTable> tables) {
        List<PlasticPart> result = new ArrayList<>();
        for (SynapseTable table : tables) {
            if (table.store() instanceof Store.OfPlastic plastic) {
                for (Tile.Part part : parts) {
                    if (part.slice().population() == plastic.population()) {
                        int projection = plastic.packing().spec().projection();
                        result.add(new PlasticPart(
                                projection,
                                plastic.packing().negative(),
                                plan.projections()
                                        .get(projection)
                                        .signal()
                                        .map(SignalPlan::population)
                                        .orElse(-1),
                                part.slice(),
                                part.first(),
                                part.first() + plastic.synapses().neurons(),
                                plastic.synapses()));
                    }
                }
            }
        }
        return result;
    }

    /** The one that holds the synapses of a branch of a projection onto a target. */
    static Optional<PlasticPart> find(
            List<PlasticPart> parts, Layout layout, ProjectionPlan projection, Packing.Plastic branch, int target) {
        int index = layout.indexInSlice(projection.target(), target);
        for (PlasticPart part : parts) {
            boolean same = part.projection == projection.index() && part.negative == branch.negative();
            if (same && index >= part.first && index < part.end) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    /** What its state goes by. */
    int of() {
        return negative ? ~projection : projection;
    }

    /** Takes note of spikes of any group, emitted in a step; those that act before the next step are left out. */
    void signal(int[] neurons, int begin, int end, long step, long nextStep) {
        if (signal < 0) {
            return;
        }
        int from = slice.layout().offset(signal);
        int to = from + slice.layout().populationSize(signal);
        for (int i = begin; i < end; i++) {
            if (neurons[i] >= from && neurons[i] < to) {
                synapses.announceSignal(step, nextStep);
            }
        }
    }

    /** Takes note that a neuron of the group fired, perhaps several times at once. */
    void fired(int population, int indexInSlice, long step, int multiplicity) {
        if (population == slice.population() && indexInSlice >= first && indexInSlice < end) {
            for (int i = 0; i < multiplicity; i++) {
                synapses.postSpike(indexInSlice - first, step);
            }
        }
    }
}
