package org.ganglion.simulator.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Squares;
import org.ganglion.simulator.plan.Branch;
import org.ganglion.simulator.plan.Layout;
import org.ganglion.simulator.plan.NetworkPlan;
import org.ganglion.simulator.plan.Packing;
import org.ganglion.simulator.plan.PlannedValue;
import org.ganglion.simulator.plan.ProjectionPlan;
import org.ganglion.simulator.plan.WholeNumbers;
import org.ganglion.simulator.plan.WholeSampler;

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
    private double[] plainWeights = new double[1024]; // as given, or as drawn for synapses that change
    private double[] plainDelays = new double[1024];
    private int[] branchSources = new int[1024];
    private int[] branchDelays = new int[1024];
    private int[] branchBits = new int[1024];
    private double[] branchWeights = new double[1024];
    private long[] ids = new long[1024]; // what tells a synapse from all others of its projection
    private long[] branchIds = new long[1024];

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
        builders.forEach((key, b) -> tables.add(b.build(targetOf(key.packing()))));
        return tables;
    }

    /** Population that all synapses of a packing end at; -1 where there may be several. */
    private int targetOf(Packing packing) {
        return packing instanceof Packing.Plastic plastic
                ? plan.projections().get(plastic.spec().projection()).target()
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
                            key(branch),
                            k -> new TableBuilder(k.receptor(), k.packing(), layout.populations(), calendarSteps))
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
        drawBits(projection, target, count);
        drawDelays(projection, target, count);
        if (projection.weights() instanceof PlannedValue.Given given) {
            given.numbers().fill(target, sources, count, plainWeights);
        }
        if (write && projection.branches().get(0).packing() instanceof Packing.Plastic) {
            drawWeights(projection, target, count);
        }
        if (tables.size() == 1) {
            put(projection.source(), projection.branches().get(0), tables.get(0), write, all(count), targetInTile);
            return;
        }
        for (int b = 0; b < 2; b++) {
            Drawn part = select(projection, count, b == 1);
            put(projection.source(), projection.branches().get(b), tables.get(b), write, part, targetInTile);
        }
    }

    /** Some of the synapses of a target: the first {@code count} entries of each. */
    private record Drawn(int[] sources, int[] delays, int[] bits, double[] weights, long[] ids, int count) {}

    private Drawn all(int count) {
        return new Drawn(sources, delays, weightBits, plainWeights, ids, count);
    }

    /** Numbers synapses that follow a rule, and draws the weights that they begin with where these are not given. */
    private void drawWeights(ProjectionPlan projection, int target, int count) {
        for (int i = 0; i < count; i++) {
            ids[i] = (long) target << 32 | i;
        }
        if (projection.weights() instanceof PlannedValue.Drawn(Distribution weight)) {
            for (int i = 0; i < count; i++) {
                plainWeights[i] = weight.quantile(Squares.uniformHigh((long) weightBits[i] << 32));
            }
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
        plainWeights = new double[size];
        plainDelays = new double[size];
        branchWeights = new double[size];
        ids = new long[size];
        branchIds = new long[size];
    }

    /** Draws the bits of weights, in the upper half of what a synapse draws, and keeps those of delays beside them. */
    private void drawBits(ProjectionPlan projection, int target, int count) {
        if (!projection.drawn()) {
            return;
        }
        long key = projection.key();
        long counter = (long) target << 32;
        for (int i = 0; i < count; i++) {
            long bits = Squares.bits(key, counter + i);
            weightBits[i] = (int) (bits >>> 32);
            delays[i] = (int) bits;
        }
    }

    /** Turns bits, or what is given, into delays. */
    private void drawDelays(ProjectionPlan projection, int target, int count) {
        if (projection.minDelay() == projection.maxDelay()) {
            Arrays.fill(delays, 0, count, projection.minDelay());
            return;
        }
        switch (projection.delays()) {
            case WholeSampler sampler -> {
                for (int i = 0; i < count; i++) {
                    delays[i] = (int) sampler.draw(delays[i]);
                }
            }
            case WholeNumbers steps -> {
                PlannedValue.Given given = (PlannedValue.Given) projection.delaysMs();
                given.numbers().fill(target, sources, count, plainDelays);
                for (int i = 0; i < count; i++) {
                    delays[i] = (int) steps.whole(plainDelays[i]);
                }
            }
        }
    }

    /** Copies the synapses whose weight has one sign. */
    private Drawn select(ProjectionPlan projection, int count, boolean negative) {
        boolean given = projection.weights() instanceof PlannedValue.Given;
        int n = 0;
        for (int i = 0; i < count; i++) {
            boolean isNegative =
                    given ? plainWeights[i] < 0 : (weightBits[i] & 0xFFFFFFFFL) < projection.negativeBelow();
            if (isNegative == negative) {
                branchSources[n] = sources[i];
                branchDelays[n] = delays[i];
                branchBits[n] = weightBits[i];
                branchWeights[n] = plainWeights[i];
                branchIds[n] = ids[i];
                n++;
            }
        }
        return new Drawn(branchSources, branchDelays, branchBits, branchWeights, branchIds, n);
    }

    private void put(
            int population, Branch branch, TableBuilder table, boolean write, Drawn synapses, int targetInTile) {
        if (!write) {
            table.count(population, synapses.sources(), synapses.delays(), synapses.count());
            return;
        }
        if (branch.packing() instanceof Packing.Plastic) {
            table.writePlastic(
                    population,
                    synapses.sources(),
                    synapses.delays(),
                    synapses.weights(),
                    synapses.ids(),
                    synapses.count(),
                    targetInTile);
            return;
        }
        if (!(branch.packing() instanceof Packing.Constant)) {
            switch (branch.weights()) {
                case WholeSampler sampler -> {
                    for (int i = 0; i < synapses.count(); i++) {
                        weights[i] = sampler.draw(synapses.bits()[i]);
                    }
                }
                case WholeNumbers units -> {
                    for (int i = 0; i < synapses.count(); i++) {
                        weights[i] = units.whole(synapses.weights()[i]);
                    }
                }
            }
        }
        table.write(population, synapses.sources(), synapses.delays(), weights, synapses.count(), targetInTile);
    }
}
