package org.ganglion.simulator.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Pairs;
import org.ganglion.network.Population;
import org.ganglion.network.Projection;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.synapse.Plasticity;
import org.ganglion.simulator.MemoryEstimate;
import org.ganglion.simulator.plastic.PlasticSpec;

/**
 * Works out how much memory a network will need, from its description alone and in a moment, whatever its size.
 *
 * <p>Follows how synapses are stored: rows for each source, runs of equal delay in them, counters by source and delay
 * while they are built. Takes weights to be drawn to 16 bits; those that need more need up to twice as much.
 */
public final class MemoryEstimates {
    private static final double NEURON_BYTES = 100;
    private static final double DEGREE_BYTES = 4;
    private static final double ROW_BYTES = 8;
    private static final double COUNTER_BYTES = 4;

    /** Delays are spread over at most this many steps in the estimate. */
    private static final int MOST_DELAYS = 4096;

    private final Network network;
    private final Pairs pairs;
    private final double dtMs;
    private final int threads;
    private final AreaGroups layout;
    private final Map<Table, Map<Integer, Sources>> tables = new HashMap<>(); // table -> source population -> synapses
    private double synapses;

    private MemoryEstimates(Experiment experiment, Parallelism parallelism) {
        this.network = experiment.network();
        this.pairs = Pairs.of(experiment);
        this.dtMs = experiment.settings().dtMs();
        this.threads = parallelism.threads();
        this.layout = AreaGroups.of(experiment, parallelism.groups());
    }

    /**
     * Synapses that share rows: targets in the same groups, the same receptor, and one weight or drawn ones. Those whose
     * weights change share rows only within their projection, {@code -1} for others.
     */
    private record Table(AreaGroups.Share share, int receptor, boolean constant, double weight, int plastic) {}

    /** Synapses of one table that come from one population. */
    private static final class Sources {
        private final Map<Long, Double> byDelay = new HashMap<>(); // steps -> expected synapses
        private long minDelay = Long.MAX_VALUE;
        private long maxDelay;
    }

    /** Estimates an experiment that has been checked. */
    public static MemoryEstimate of(Experiment experiment) {
        return new MemoryEstimates(experiment, Parallelism.of(experiment)).estimate();
    }

    private MemoryEstimate estimate() {
        double degrees = 0;
        double histories = 0;
        for (int i = 0; i < network.projections().size(); i++) {
            Projection projection = network.projections().get(i);
            Population target = network.population(projection.target());
            double expected = pairs.expectedSynapses(i);
            synapses += expected;
            degrees += target.size() * DEGREE_BYTES;
            Optional<Plasticity> rule = projection.synapse().plasticity(dtMs);
            boolean plastic = rule.isPresent();
            histories += plastic ? target.size() * spec(i).targetBytes() : 0;
            add(i, plastic, target, expected);
        }
        Map<AreaGroups.Share, Double> neurons = new HashMap<>();
        for (int p = 0; p < network.populations().size(); p++) {
            double size = network.populations().get(p).size();
            neurons.merge(layout.shares().get(p), size, Double::sum);
        }
        WeightRecorderBytes recorders = WeightRecorderBytes.of(network, pairs);
        double built = network.neurons() * NEURON_BYTES + degrees + histories + recorders.sampledBytes();
        Map<AreaGroups.Share, Double> countersOfTile = new HashMap<>();
        for (Map.Entry<Table, Map<Integer, Sources>> table : tables.entrySet()) {
            AreaGroups.Share share = table.getKey().share();
            double perGroup = neurons.getOrDefault(share, 0.0) / share.groups();
            double tilesPerGroup = Math.max(1, Math.ceil(perGroup / Tiles.NEURONS));
            double counters = counterBytes(table.getValue());
            boolean spanning =
                    table.getKey().plastic() < 0 && counters * tilesPerGroup <= COUNTER_BYTES * Tiles.MOST_COUNTS;
            double store = storeBytes(table.getKey(), table.getValue(), share.groups(), tilesPerGroup, spanning);
            built += store;
            double buffers = table.getKey().plastic() < 0 ? Tiles.bufferBytes(store / share.groups()) : 0;
            countersOfTile.merge(share, buffers + (spanning ? counters * tilesPerGroup : counters), Double::sum);
        }
        double peak = built + Math.max(mostAtOnce(countersOfTile), recorders.endBytes());
        return new MemoryEstimate(bytes(built), bytes(peak), synapses);
    }

    /** Counters and buffers of the groups that are built at the same time, if these are the ones with the most. */
    private double mostAtOnce(Map<AreaGroups.Share, Double> countersOfTile) {
        return countersOfTile.entrySet().stream()
                .flatMap(e -> Collections.nCopies(e.getKey().groups(), e.getValue()).stream())
                .sorted(Comparator.reverseOrder())
                .limit(threads)
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private static long bytes(double value) {
        return (long) Math.min(value, 0x1p62);
    }

    private void add(int number, boolean plastic, Population target, double expected) {
        Projection projection = network.projections().get(number);
        Distribution weight = pairs.resembling(number, projection.weight());
        Distribution delayMs = pairs.resembling(number, projection.delayMs());
        List<Receptor> receptors = target.model().receptors(target.allParameters());
        double negative = weight.largest() < 0 ? 1 : weight.smallest() >= 0 ? 0 : weight.share(0, true);
        for (int r = 0; r < receptors.size(); r++) {
            double part = (Receptor.find(receptors, projection.receptor(), false) == r ? 1 - negative : 0)
                    + (Receptor.find(receptors, projection.receptor(), true) == r ? negative : 0);
            boolean constant =
                    (!plastic && weight.isConstant()) || receptors.get(r).sign() == Receptor.Sign.COUNT;
            AreaGroups.Share share = layout.shares().get(network.populationIndex(target.name()));
            Table table = new Table(share, r, constant, constant ? weight.quantile(0.5) : 0, plastic ? number : -1);
            if (part > 0) {
                Sources sources = tables.computeIfAbsent(table, t -> new HashMap<>())
                        .computeIfAbsent(network.populationIndex(projection.source()), s -> new Sources());
                spread(sources, delayMs, expected * part);
            }
        }
    }

    /** Adds synapses to the delays they will have. */
    private void spread(Sources sources, Distribution delayMs, double count) {
        long first = Math.round(delayMs.smallest() / dtMs);
        long last = Math.round(delayMs.largest() / dtMs);
        sources.minDelay = Math.min(sources.minDelay, first);
        sources.maxDelay = Math.max(sources.maxDelay, last);
        double stride = Math.max(1, (last - first + 1) / (double) MOST_DELAYS);
        double below = 0;
        for (double step = first; step <= last; step += stride) {
            boolean end = step + stride > last;
            double share = end ? 1 : delayMs.share((step + stride - 0.5) * dtMs, true);
            sources.byDelay.merge((long) step, count * (share - below), Double::sum);
            below = share;
        }
    }

    /**
     * Rows, headers of runs and synapses of one table, over all groups and tiles.
     *
     * @param spanning whether rows span the tiles of a group, and a run begins with its part in each
     */
    private double storeBytes(
            Table table, Map<Integer, Sources> bySource, double groups, double tilesPerGroup, boolean spanning) {
        double entryBytes = table.constant() ? 2 : 4;
        double headerBytes = table.constant() ? 6 : 4;
        if (table.plastic() >= 0) {
            PlasticSpec spec = spec(table.plastic());
            entryBytes = spec.bytes(1, 0);
            headerBytes = spec.bytes(0, 1);
        }
        double tiles = spanning ? groups : groups * tilesPerGroup;
        headerBytes += spanning && tilesPerGroup > 1 ? tilesPerGroup * entryBytes : 0;
        double bytes = tiles * spanned(bySource.keySet()) * ROW_BYTES;
        for (Map.Entry<Integer, Sources> entry : bySource.entrySet()) {
            double rows = tiles * network.populations().get(entry.getKey()).size();
            for (double count : entry.getValue().byDelay.values()) {
                // A run is there if any of the synapses that may be in it is.
                bytes += count * entryBytes + rows * -Math.expm1(-count / rows) * headerBytes;
            }
        }
        return bytes;
    }

    /** As far as memory depends on it. */
    private PlasticSpec spec(int projection) {
        Projection of = network.projections().get(projection);
        Plasticity rule = of.synapse().plasticity(dtMs).orElseThrow();
        Distribution delayMs = pairs.resembling(projection, of.delayMs());
        int first = (int) Math.max(1, Math.round(delayMs.smallest() / dtMs));
        int last = Math.clamp(Math.round(delayMs.largest() / dtMs), first, Integer.MAX_VALUE / 4);
        return new PlasticSpec(of.name(), rule, projection, projection, 0, first, last, 1, 0, false, 1);
    }

    /** Neurons from the first to the last population that is a source. */
    private double spanned(Set<Integer> populations) {
        List<Integer> sorted = new ArrayList<>(new HashSet<>(populations));
        sorted.sort(null);
        double neurons = 0;
        for (int p = sorted.getFirst(); p <= sorted.getLast(); p++) {
            neurons += network.populations().get(p).size();
        }
        return neurons;
    }

    private double counterBytes(Map<Integer, Sources> bySource) {
        double bytes = 0;
        for (Map.Entry<Integer, Sources> entry : bySource.entrySet()) {
            Sources sources = entry.getValue();
            double width = sources.maxDelay - sources.minDelay + 1;
            bytes += network.populations().get(entry.getKey()).size() * width * COUNTER_BYTES;
        }
        return bytes;
    }
}
