package org.ganglion.io.sonata.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.ganglion.io.hdf5.ColumnFile;
import org.ganglion.network.Network;
import org.ganglion.network.SpikeTimes;
import org.ganglion.network.Stimulus;
import org.ganglion.network.synapse.Synapse;

/**
 * Given spikes as circuits have them: virtual nodes that emit them, and edges that carry them. Trains onto one population
 * with the same weight and delay become one population of virtual nodes.
 *
 * <p>A train may act without delay, or on a spike at time 0; an edge has a delay of at least a step, and no node is active
 * before the first one. Such trains are shifted so that every spike arrives when it did.
 */
final class Trains {
    private final Network network;
    private final double dtMs;
    private final long ticsPerStep;
    private final Map<Kind, Fibres> all = new LinkedHashMap<>();

    /** What the trains of one virtual population have in common. */
    private record Kind(String target, double weight, long delaySteps) {}

    /** One virtual node. */
    private record Fibre(long[] tics, int[] targets) {}

    private record Fibres(String name, List<Fibre> nodes) {}

    Trains(Network network, double dtMs) {
        this.network = network;
        this.dtMs = dtMs;
        this.ticsPerStep = Math.round(dtMs * SpikeTimes.TICS_PER_MS);
    }

    /**
     * Adds a stimulus if it is one of given spikes.
     *
     * @return what is wrong with one that cannot be shifted; then it is not added
     */
    Optional<String> add(Stimulus stimulus, Set<String> taken) {
        int[] neurons =
                stimulus.neurons().indices(network.population(stimulus.target()).size());
        switch (stimulus) {
            case Stimulus.SpikeTrain train -> {
                long[] tics = train.emittedMs().stream()
                        .mapToLong(ms -> Math.round(ms * SpikeTimes.TICS_PER_MS))
                        .toArray();
                return add(train, train.delayMs(), List.of(new Fibre(tics, neurons)), taken);
            }
            case Stimulus.RecordedTrains trains -> {
                SpikeTimes times = trains.emitted();
                List<Fibre> fibres = new ArrayList<>();
                if (times.common()) {
                    fibres.add(new Fibre(tics(times, 0), neurons));
                } else {
                    for (int neuron : neurons) {
                        if (neuron < times.neurons() && times.begin(neuron) < times.end(neuron)) {
                            fibres.add(new Fibre(tics(times, neuron), new int[] {neuron}));
                        }
                    }
                }
                return add(trains, trains.delayMs(), fibres, taken);
            }
            case Stimulus.Poisson _,
                    Stimulus.ModulatedPoisson _,
                    Stimulus.Gamma _,
                    Stimulus.Mip _,
                    Stimulus.PulsePacket _,
                    Stimulus.OfCurrent _ -> {
                return Optional.empty(); // written otherwise
            }
        }
    }

    private static long[] tics(SpikeTimes times, int neuron) {
        return LongStream.range(times.begin(neuron), times.end(neuron))
                .map(spike -> times.tic((int) spike))
                .toArray();
    }

    private Optional<String> add(Stimulus.OfSpikes stimulus, double delayMs, List<Fibre> fibres, Set<String> taken) {
        long given = Math.round(delayMs / dtMs);
        long first = fibres.stream()
                .flatMapToLong(f -> Arrays.stream(f.tics()))
                .min()
                .orElse(ticsPerStep);
        boolean asItIs = given >= 1 && first > 0;
        long delay = asItIs ? given : 1;
        if (Math.ceilDiv(first, ticsPerStep) + given - delay < 1) {
            return Optional.of("a spike acts in the first step, before which no node can emit it; let it come " + dtMs
                    + " ms later, or leave such stimuli out with --skip-stimuli");
        }
        Kind kind = new Kind(stimulus.target(), stimulus.weight(), delay);
        Fibres to = all.computeIfAbsent(
                kind, k -> new Fibres(different(stimulus.target() + "-input", taken), new ArrayList<>()));
        for (Fibre fibre : fibres) {
            long[] shifted = Arrays.stream(fibre.tics())
                    .map(tic -> asItIs ? tic : (Math.ceilDiv(tic, ticsPerStep) + given - delay) * ticsPerStep)
                    .sorted()
                    .toArray();
            to.nodes().add(new Fibre(shifted, fibre.targets()));
        }
        return Optional.empty();
    }

    /** A name like another that is not taken yet, and is from now on. */
    static String different(String base, Set<String> taken) {
        String name = base;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "-" + i;
        }
        return name;
    }

    /** Writes the virtual nodes and announces their edges. */
    void nodes(NodesExport nodes, EdgesExport edges, Set<String> edgeNames) throws IOException {
        for (Map.Entry<Kind, Fibres> entry : all.entrySet()) {
            Kind kind = entry.getKey();
            Fibres fibres = entry.getValue();
            nodes.virtual(fibres.name(), fibres.nodes().size());
            long size =
                    fibres.nodes().stream().mapToLong(f -> f.targets().length).sum();
            double delayMs = kind.delaySteps() * dtMs;
            edges.add(new EdgesExport.Edges(
                    different(fibres.name() + "_to_" + kind.target(), edgeNames),
                    fibres.name(),
                    kind.target(),
                    size,
                    Optional.of(kind.weight()),
                    Optional.of(delayMs),
                    Synapse.STATIC,
                    sink -> {
                        for (int node = 0; node < fibres.nodes().size(); node++) {
                            for (int target : fibres.nodes().get(node).targets()) {
                                sink.edge(node, target, kind.weight(), delayMs);
                            }
                        }
                    }));
        }
    }

    /** Writes the spikes, and returns what the configuration says of them. */
    Map<String, Object> spikes(Path folder) throws IOException {
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (Fibres fibres : all.values()) {
            String file = "inputs/" + fibres.name() + "_spikes.h5";
            write(folder.resolve(file), fibres);
            Map<String, Object> input = new LinkedHashMap<>();
            input.put("input_type", "spikes");
            input.put("module", "h5");
            input.put("input_file", file);
            input.put("node_set", fibres.name());
            inputs.put(fibres.name(), input);
        }
        return inputs;
    }

    private record Spike(long tic, int node) {}

    private static void write(Path path, Fibres fibres) throws IOException {
        List<Spike> spikes = new ArrayList<>();
        for (int node = 0; node < fibres.nodes().size(); node++) {
            for (long tic : fibres.nodes().get(node).tics()) {
                spikes.add(new Spike(tic, node));
            }
        }
        spikes.sort((a, b) -> a.tic == b.tic ? Integer.compare(a.node, b.node) : Long.compare(a.tic, b.tic));
        String group = "spikes/" + fibres.name();
        try (ColumnFile file = new ColumnFile(path)) {
            file.sortedByTime(group);
            file.reals(group + "/timestamps", spikes.size());
            file.attribute(group + "/timestamps", "units", "ms");
            file.wholes(group + "/node_ids", spikes.size());
            file.layOut();
            ColumnFile.Column times = file.fill(group + "/timestamps");
            ColumnFile.Column nodes = file.fill(group + "/node_ids");
            for (Spike spike : spikes) {
                times.put(spike.tic() / (double) SpikeTimes.TICS_PER_MS);
                nodes.put((long) spike.node());
            }
            file.commit();
        }
    }
}
