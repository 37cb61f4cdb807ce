package org.ganglion.simulator.group;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Squares;
import org.ganglion.simulator.plan.Branch;
import org.ganglion.simulator.plan.Layout;
import org.ganglion.simulator.plan.NetworkPlan;
import org.ganglion.simulator.plan.Packing;
import org.ganglion.simulator.plan.ProjectionPlan;

/**
 * Draws the synapses onto the neurons of one tile of a group: alone, from the seed, projection after projection and
 * target after target.
 */
final class SynapseBuilder {
    /** Tables are shared by all branches of the same receptor and packing. */
    private record Key(int receptor, Packing packing) {}

    private final NetworkPlan plan;
    private final Layout layout;
    private final int calendarSteps;
    private int[] sources = new int[1024];
    private int[] delays = new int[1024];
    private int[] weightBits = new int[1024];
    private long[] weights = new long[1024];
    private double[] plasticWeights = {};
    private int[] branchSources = new int[1024];
    private int[] branchDelays = new int[1024];
    private int[] branchBits = new int[1024];

    SynapseBuilder(NetworkPlan plan, int calendarSteps) {
        this.plan = plan;
        this.layout = plan.layout();
        this.calendarSteps = calendarSteps;
    }

    /** Part of a slice that lies in the tile: neurons {@code first} to {@code end} of it, the first at {@code inTile}. */
    record Targets(int population, int group, int first, int end, int inTile) {}

    List<SynapseTable> build(List<Targets> parts) {
        Map<Key, TableBuilder> builders = new LinkedHashMap<>();
        for (Targets part : parts) {
            for (ProjectionPlan projection : onto(part)) {
                include(projection, builders);
            }
        }
        builders.values().forEach(TableBuilder::beginCounting);
        pass(parts, builders, false);
        builders.values().forEach(TableBuilder::beginWriting);
        pass(parts, builders, true);
        List<SynapseTable> tables = new ArrayList<>();
        builders.forEach((key, b) -> tables.add(b.build(calendarSteps, targetOf(key.packing()))));
        return tables;
    }

    /** Population that all synapses of a packing end at; -1 where there may be several. */
    private int targetOf(Packing packing) {
        return packing instanceof Packing.Plastic plastic
                ? plan.projections().get(plastic.projection()).target()
                : -1;
    }

    private List<ProjectionPlan> onto(Targets part) {
        return plan.projections().stream()
                .filter(p -> p.target() == part.population())
                .toList();
    }

    private void include(ProjectionPlan projection, Map<Key, TableBuilder> builders) {
        for (Branch branch : projection.branches()) {
            builders.computeIfAbsent(
                            key(branch), k -> new TableBuilder(k.receptor(), k.packing(), layout.populations()))
                    .include(
                            projection.source(),
                            layout.offset(projection.source()),
                            layout.populationSize(projection.source()),
                            projection.minDelay(),
                            projection.maxDelay());
        }
    }

    private static Key key(Branch branch) {
        return new Key(branch.receptor(), branch.packing());
    }

    private void pass(List<Targets> parts, Map<Key, TableBuilder> builders, boolean write) {
        for (Targets part : parts) {
            for (ProjectionPlan projection : onto(part)) {
                List<TableBuilder> tables = projection.branches().stream()
                        .map(b -> java.util.Objects.requireNonNull(builders.get(key(b))))
                        .toList();
                for (int i = part.first(); i < part.end(); i++) {
                    int target = layout.neuron(part.population(), part.group(), i);
                    draw(projection, target, tables, write, part.inTile() + i - part.first());
                }
            }
        }
    }

    private void draw(
            ProjectionPlan projection, int target, List<TableBuilder> tables, boolean write, int targetInTile) {
        int count = projection.wiring().inDegree(target);
        if (count > sources.length) {
            grow(Math.max(count, 2 * sources.length));
        }
        projection.wiring().sources(target, sources);
        drawDelays(projection, target, count);
        if (tables.size() == 1) {
            Branch branch = projection.branches().get(0);
            if (write && branch.packing() instanceof Packing.Plastic) {
                drawWeights(projection, count);
                tables.get(0).writePlastic(projection.source(), sources, delays, plasticWeights, count, targetInTile);
                return;
            }
            put(projection.source(), branch, tables.get(0), write, sources, delays, weightBits, count, targetInTile);
            return;
        }
        for (int b = 0; b < 2; b++) {
            int n = select(projection, count, b == 1);
            Branch branch = projection.branches().get(b);
            put(
                    projection.source(),
                    branch,
                    tables.get(b),
                    write,
                    branchSources,
                    branchDelays,
                    branchBits,
                    n,
                    targetInTile);
        }
    }

    private void drawWeights(ProjectionPlan projection, int count) {
        Distribution weight = projection.projection().weight();
        if (plasticWeights.length < count) {
            plasticWeights = new double[sources.length];
        }
        for (int i = 0; i < count; i++) {
            plasticWeights[i] = weight.quantile(Squares.uniformHigh((long) weightBits[i] << 32));
        }
    }

    private void grow(int size) {
        sources = new int[size];
        delays = new int[size];
        weightBits = new int[size];
        weights = new long[size];
        branchSources = new int[size];
        branchDelays = new int[size];
        branchBits = new int[size];
    }

    /** Draws delays, and the bits of weights, of the synapses of one target. */
    private void drawDelays(ProjectionPlan projection, int target, int count) {
        if (!projection.drawn()) {
            java.util.Arrays.fill(delays, 0, count, projection.minDelay());
            return;
        }
        long key = projection.key();
        long counter = (long) target << 32;
        for (int i = 0; i < count; i++) {
            long bits = Squares.bits(key, counter + i);
            weightBits[i] = (int) (bits >>> 32);
            delays[i] = (int) projection.delays().draw((int) bits);
        }
    }

    /** Copies the synapses whose weight has one sign; returns how many there are. */
    private int select(ProjectionPlan projection, int count, boolean negative) {
        int n = 0;
        for (int i = 0; i < count; i++) {
            boolean isNegative = (weightBits[i] & 0xFFFFFFFFL) < projection.negativeBelow();
            if (isNegative == negative) {
                branchSources[n] = sources[i];
                branchDelays[n] = delays[i];
                branchBits[n] = weightBits[i];
                n++;
            }
        }
        return n;
    }

    private void put(
            int population,
            Branch branch,
            TableBuilder table,
            boolean write,
            int[] from,
            int[] after,
            int[] bits,
            int count,
            int targetInTile) {
        if (!write) {
            table.count(population, from, after, count);
            return;
        }
        if (!(branch.packing() instanceof Packing.Constant)) {
            for (int i = 0; i < count; i++) {
                weights[i] = branch.weights().draw(bits[i]);
            }
        }
        table.write(population, from, after, weights, count, targetInTile);
    }
}
