package org.ganglion.simulator.synapse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ganglion.simulator.plan.Branch;
import org.ganglion.simulator.plan.Layout;
import org.ganglion.simulator.plan.NetworkPlan;
import org.ganglion.simulator.plan.Packing;
import org.ganglion.simulator.plan.ProjectionPlan;
import org.ganglion.simulator.plan.Tiles;
import org.ganglion.simulator.plan.WholeNumbers;
import org.ganglion.simulator.plan.WholeSampler;

/**
 * Draws the synapses onto the neurons of a group: alone, from the seed, projection after projection and target after
 * target.
 */
public final class SynapseBuilder {
    /** Tables are shared by all branches of the same receptor and packing. */
    private record Key(int receptor, Packing packing) {}

    private final NetworkPlan plan;
    private final Layout layout;
    private final int calendarSteps;
    private final SynapseDraw draw = new SynapseDraw();
    private long[] weights = new long[1024];
    private int[] branchSources = new int[1024];
    private int[] branchDelays = new int[1024];
    private int[] branchBits = new int[1024];
    private double[] branchWeights = new double[1024];
    private long[] ids = new long[1024]; // what tells a synapse from all others of its projection
    private long[] branchIds = new long[1024];

    /** @param calendarSteps room of the calendars of the spikes on their way */
    public SynapseBuilder(NetworkPlan plan, int calendarSteps) {
        this.plan = plan;
        this.layout = plan.layout();
        this.calendarSteps = calendarSteps;
    }

    /** Part of a slice that lies in the tile: neurons {@code first} to {@code end} of it, the first at {@code inTile}. */
    public record Targets(int population, int group, int first, int end, int inTile) {}

    /**
     * Builds all tables of a group.
     *
     * @param tiles {@code [tile]}: the parts of each
     * @return {@code [tile]}: the tables with synapses onto it; those that span the tiles are in the lists of all
     */
    public List<List<SynapseTable>> build(List<List<Targets>> tiles) {
        Set<Key> spanning = spanning(tiles);
        List<SynapseTable> shared = build(tiles, spanning::contains);
        List<List<SynapseTable>> tables = new ArrayList<>();
        for (int tile = 0; tile < tiles.size(); tile++) {
            List<SynapseTable> own = build(List.of(tiles.get(tile)), key -> !spanning.contains(key));
            tables.add(Stream.concat(shared.stream(), own.stream()).toList());
        }
        return tables;
    }

    /** What can be in one table for all tiles, and is cheap enough to build. */
    private Set<Key> spanning(List<List<Targets>> tiles) {
        if (tiles.size() == 1) {
            return Set.of();
        }
        Set<Key> keys = new HashSet<>();
        builders(tiles, key -> key.packing().spansTiles()).forEach((key, builder) -> {
            if (builder.counts() <= Tiles.MOST_COUNTS) {
                keys.add(key);
            }
        });
        return keys;
    }

    private Map<Key, TableBuilder> builders(List<List<Targets>> tiles, Predicate<Key> chosen) {
        Map<Key, TableBuilder> builders = new LinkedHashMap<>();
        for (List<Targets> tile : tiles) {
            for (Targets part : tile) {
                for (ProjectionPlan projection : onto(part)) {
                    include(projection, chosen, builders, tiles.size());
                }
            }
        }
        return builders;
    }

    private List<SynapseTable> build(List<List<Targets>> tiles, Predicate<Key> chosen) {
        Map<Key, TableBuilder> builders = builders(tiles, chosen);
        builders.values().forEach(TableBuilder::beginCounting);
        pass(tiles, builders, false);
        builders.values().forEach(TableBuilder::beginWriting);
        pass(tiles, builders, true);
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

    private void include(ProjectionPlan projection, Predicate<Key> chosen, Map<Key, TableBuilder> builders, int tiles) {
        for (Branch branch : projection.branches()) {
            if (!chosen.test(key(branch))) {
                continue;
            }
            builders.computeIfAbsent(
                            key(branch),
                            k -> new TableBuilder(
                                    k.receptor(), k.packing(), layout.populations(), tiles, calendarSteps))
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

    private void pass(List<List<Targets>> tiles, Map<Key, TableBuilder> builders, boolean write) {
        for (int tile = 0; tile < tiles.size(); tile++) {
            for (TableBuilder builder : builders.values()) {
                builder.onto(tile);
            }
            for (Targets part : tiles.get(tile)) {
                for (ProjectionPlan projection : onto(part)) {
                    List<Optional<TableBuilder>> tables = projection.branches().stream()
                            .map(b -> Optional.ofNullable(builders.get(key(b))))
                            .toList();
                    if (tables.stream().anyMatch(Optional::isPresent)) {
                        draw(projection, part, tables, write);
                    }
                }
            }
        }
    }

    private void draw(ProjectionPlan projection, Targets part, List<Optional<TableBuilder>> tables, boolean write) {
        for (int i = part.first(); i < part.end(); i++) {
            int target = layout.neuron(part.population(), part.group(), i);
            draw(projection, target, tables, write, part.inTile() + i - part.first());
        }
    }

    private void draw(
            ProjectionPlan projection,
            int target,
            List<Optional<TableBuilder>> tables,
            boolean write,
            int targetInTile) {
        int count = draw.draw(projection, target);
        if (count > weights.length) {
            grow(Math.max(count, 2 * weights.length));
        }
        if (write && projection.branches().get(0).packing() instanceof Packing.Plastic) {
            draw.drawWeights(projection, count);
            for (int i = 0; i < count; i++) {
                ids[i] = (long) target << 32 | i;
            }
        }
        for (int b = 0; b < tables.size(); b++) {
            if (tables.get(b).isPresent()) {
                Drawn part = tables.size() == 1 ? all(count) : select(projection, count, b == 1);
                Branch branch = projection.branches().get(b);
                put(projection.source(), branch, tables.get(b).get(), write, part, targetInTile);
            }
        }
    }

    /** Some of the synapses of a target: the first {@code count} entries of each. */
    private record Drawn(int[] sources, int[] delays, int[] bits, double[] weights, long[] ids, int count) {}

    private Drawn all(int count) {
        return new Drawn(draw.sources(), draw.delays(), draw.weightBits(), draw.weights(), ids, count);
    }

    private void grow(int size) {
        weights = new long[size];
        branchSources = new int[size];
        branchDelays = new int[size];
        branchBits = new int[size];
        branchWeights = new double[size];
        ids = new long[size];
        branchIds = new long[size];
    }

    /** Copies the synapses whose weight has one sign. */
    private Drawn select(ProjectionPlan projection, int count, boolean negative) {
        int n = 0;
        for (int i = 0; i < count; i++) {
            if (draw.negative(projection, i) == negative) {
                branchSources[n] = draw.sources()[i];
                branchDelays[n] = draw.delays()[i];
                branchBits[n] = draw.weightBits()[i];
                branchWeights[n] = draw.weights()[i];
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
