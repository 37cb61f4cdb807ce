package org.ganglion.simulator.group;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ganglion.network.RunSettings;
import org.ganglion.network.neuron.EventState;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.link.GroupLinks;
import org.ganglion.simulator.plan.Layout;
import org.ganglion.simulator.plan.NetworkPlan;
import org.ganglion.simulator.plan.PopulationPlan;
import org.ganglion.simulator.plan.Tiles;
import org.ganglion.simulator.stimulus.InputBuilder;
import org.ganglion.simulator.stimulus.RateClock;
import org.ganglion.simulator.stimulus.SliceInput;
import org.ganglion.simulator.stimulus.SliceSelection;
import org.ganglion.simulator.synapse.Sums;
import org.ganglion.simulator.synapse.SynapseBuilder;
import org.ganglion.simulator.synapse.SynapseTable;

/** Builds one group from the plan: its slices, its tiles and their synapses. Groups can be built side by side. */
public final class GroupBuilder {
    private final NetworkPlan plan;
    private final Layout layout;
    private final RunSettings settings;
    private final int group;
    private final int tileSize;

    private GroupBuilder(NetworkPlan plan, int group, int tileSize) {
        this.plan = plan;
        this.layout = plan.layout();
        this.settings = plan.experiment().settings();
        this.group = group;
        this.tileSize = tileSize;
    }

    /** Builds a group. */
    public static NeuronGroup build(NetworkPlan plan, int group, Recording recording) throws IOException {
        return build(plan, group, recording, Tiles.NEURONS);
    }

    /** Builds a group in tiles of {@code tileSize} neurons, a multiple of 64. */
    static NeuronGroup build(NetworkPlan plan, int group, Recording recording, int tileSize) throws IOException {
        return new GroupBuilder(plan, group, tileSize).build(recording);
    }

    private NeuronGroup build(Recording recording) throws IOException {
        InputChanges changes = new InputChanges(plan.experiment());
        List<Slice> slices = slices(changes);
        int receptors = plan.populations().stream()
                .mapToInt(p -> p.receptors().size())
                .max()
                .orElse(1);
        List<List<Tile.Part>> parts = parts(slices);
        List<Tile> tiles = new ArrayList<>();
        SynapseBuilder synapses = new SynapseBuilder(plan, plan.maxDelay() + 2 * GroupLinks.RUN_AHEAD);
        Sums sums = sums(parts.stream().flatMap(List::stream).toList(), receptors);
        List<List<SynapseTable>> tables =
                synapses.build(parts.stream().map(this::targets).toList());
        for (int t = 0; t < parts.size(); t++) {
            List<Tile.Part> ofTile = parts.get(t);
            List<SynapseTable> onto = tables.get(t);
            tiles.add(new Tile(t, ofTile, onto, PlasticPart.of(plan, ofTile, onto), sums));
        }
        List<PlasticPart> plastic =
                tiles.stream().flatMap(t -> t.plastic().stream()).toList();
        List<WeightProbe> weights = new WeightProbes(plan, group, plastic).build();
        return new NeuronGroup(
                group,
                slices,
                tiles,
                changes,
                new RecorderBuilder(plan.experiment()).build(slices, weights, group, recording),
                settings,
                receptors);
    }

    private List<SynapseBuilder.Targets> targets(List<Tile.Part> ofTile) {
        return ofTile.stream()
                .map(p -> new SynapseBuilder.Targets(
                        p.slice().population(),
                        group,
                        p.first(),
                        Math.min(p.end(), p.slice().size()),
                        p.inTile()))
                .toList();
    }

    private List<Slice> slices(InputChanges changes) {
        List<Slice> slices = new ArrayList<>();
        RateClock.Clocks clocks = new RateClock.Clocks(settings.dtMs());
        RecorderBuilder recorders = new RecorderBuilder(plan.experiment());
        int offset = 0;
        for (PopulationPlan population : plan.populations()) {
            int size = layout.sliceSize(population.index(), group);
            if (size == 0) {
                continue;
            }
            SliceColumns columns = new SliceColumns(layout, population, group, settings.seed());
            SliceSelection selection = new SliceSelection(layout, population, group);
            NeuronState state = population.population().model().create(columns, settings.dtMs());
            InputBuilder inputs = new InputBuilder(plan.experiment(), selection, clocks);
            Slice slice = new Slice(
                    population,
                    layout,
                    group,
                    offset,
                    size,
                    state,
                    inputs.build(),
                    new long[columns.paddedSize() / 64],
                    new double[state instanceof EventState ? SliceInput.CHUNK : 0],
                    recorders.filters(selection),
                    recorders.counters(selection),
                    new SpikeStatistics(size));
            slices.add(slice);
            changes.watch(slice, inputs);
            offset += columns.paddedSize();
        }
        return slices;
    }

    private List<List<Tile.Part>> parts(List<Slice> slices) {
        List<List<Tile.Part>> tiles = new ArrayList<>();
        for (Slice slice : slices) {
            int first = 0;
            while (first < slice.paddedSize()) {
                int inGroup = slice.offset() + first;
                int tile = inGroup / tileSize;
                int inTile = inGroup % tileSize;
                int end = Math.min(slice.paddedSize(), first + tileSize - inTile);
                while (tiles.size() <= tile) {
                    tiles.add(new ArrayList<>());
                }
                tiles.get(tile).add(new Tile.Part(slice, first, end, inTile));
                first = end;
            }
        }
        return tiles;
    }

    private static Sums sums(List<Tile.Part> parts, int receptors) {
        int[][] ints = new int[receptors][0];
        long[][] longs = new long[receptors][0];
        int size = parts.stream()
                .mapToInt(p -> p.inTile() + p.end() - p.first())
                .max()
                .orElse(0);
        for (Tile.Part part : parts) {
            part.slice().plan().receptors().forEach(r -> {
                if (r.inLong() && longs[r.index()].length == 0) {
                    longs[r.index()] = new long[size];
                }
                if (!r.inLong() && ints[r.index()].length == 0) {
                    ints[r.index()] = new int[size];
                }
            });
        }
        return new Sums(ints, longs);
    }
}
