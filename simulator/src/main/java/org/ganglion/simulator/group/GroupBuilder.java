package org.ganglion.simulator.group;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ganglion.network.Recorder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.neuron.EventState;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.plan.Layout;
import org.ganglion.simulator.plan.NetworkPlan;
import org.ganglion.simulator.plan.PopulationPlan;

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
        return build(plan, group, recording, Store.TILE);
    }

    /** Builds a group in tiles of {@code tileSize} neurons, a multiple of 64. */
    static NeuronGroup build(NetworkPlan plan, int group, Recording recording, int tileSize) throws IOException {
        return new GroupBuilder(plan, group, tileSize).build(recording);
    }

    private NeuronGroup build(Recording recording) throws IOException {
        List<Slice> slices = slices();
        int receptors = plan.populations().stream()
                .mapToInt(p -> p.receptors().size())
                .max()
                .orElse(1);
        List<List<Tile.Part>> parts = parts(slices);
        List<Tile> tiles = new ArrayList<>();
        SynapseBuilder synapses = new SynapseBuilder(plan, plan.maxDelay() + 2 * NeuronGroup.RUN_AHEAD);
        for (List<Tile.Part> ofTile : parts) {
            List<SynapseBuilder.Targets> targets = ofTile.stream()
                    .map(p -> new SynapseBuilder.Targets(
                            p.slice().population(),
                            group,
                            p.first(),
                            Math.min(p.end(), p.slice().size()),
                            p.inTile()))
                    .toList();
            List<SynapseTable> tables = synapses.build(targets);
            tiles.add(new Tile(ofTile, tables, PlasticPart.of(plan, ofTile, tables), sums(ofTile, receptors)));
        }
        return new NeuronGroup(group, slices, tiles, recorder(slices, recording), settings.warmUpSteps(), receptors);
    }

    private List<Slice> slices() {
        List<Slice> slices = new ArrayList<>();
        int offset = 0;
        for (PopulationPlan population : plan.populations()) {
            int size = layout.sliceSize(population.index(), group);
            if (size == 0) {
                continue;
            }
            SliceColumns columns = new SliceColumns(layout, population, group, settings.seed());
            InputBuilder inputs = new InputBuilder(plan, population, group);
            NeuronState state = population.population().model().create(columns, settings.dtMs());
            slices.add(new Slice(
                    population,
                    layout,
                    group,
                    offset,
                    size,
                    state,
                    inputs.build(),
                    new long[columns.paddedSize() / 64],
                    new double[state instanceof EventState ? Tile.CHUNK : 0],
                    recorded(population, inputs),
                    new SpikeStatistics(size)));
            offset += columns.paddedSize();
        }
        return slices;
    }

    private long[] recorded(PopulationPlan population, InputBuilder inputs) {
        long[] bits = {};
        for (Recorder recorder : plan.experiment().network().recorders()) {
            if (recorder instanceof Recorder.Spikes
                    && recorder.population().equals(population.population().name())) {
                long[] more = inputs.mask(recorder.neurons());
                for (int i = 0; i < bits.length; i++) {
                    more[i] |= bits[i];
                }
                bits = more;
            }
        }
        return bits;
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

    private GroupRecorder recorder(List<Slice> slices, Recording recording) throws IOException {
        List<GroupRecorder.Probe> probes = new ArrayList<>();
        List<int[]> sampled = new ArrayList<>();
        for (Recorder recorder : plan.experiment().network().recorders()) {
            if (recorder instanceof Recorder.State state) {
                GroupRecorder.Probe probe = probe(slices, state);
                probes.add(probe);
                Slice slice = probe.slice() < 0 ? null : slices.get(probe.slice());
                int[] neurons = probe.neurons().clone();
                for (int i = 0; slice != null && i < neurons.length; i++) {
                    neurons[i] = slice.neuron(neurons[i]);
                }
                sampled.add(neurons);
            }
        }
        return new GroupRecorder(recording.open(group, sampled), probes);
    }

    private GroupRecorder.Probe probe(List<Slice> slices, Recorder.State recorder) {
        long interval = Math.round(recorder.intervalMs() / settings.dtMs());
        for (int s = 0; s < slices.size(); s++) {
            PopulationPlan population = slices.get(s).plan();
            if (population.population().name().equals(recorder.population())) {
                int[] neurons = new InputBuilder(plan, population, group).chosen(recorder.neurons());
                int[] variables = recorder.variables().stream()
                        .mapToInt(population.population().model().description()::variableIndex)
                        .toArray();
                boolean any = neurons.length > 0;
                return new GroupRecorder.Probe(
                        any ? s : -1, neurons, variables, interval, new float[neurons.length * variables.length]);
            }
        }
        return new GroupRecorder.Probe(-1, new int[0], new int[0], interval, new float[0]);
    }
}
