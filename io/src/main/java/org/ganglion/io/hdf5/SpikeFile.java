package org.ganglion.io.hdf5;

import io.jhdf.api.WritableGroup;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.network.Network;

/**
 * Writes {@code spikes.h5}, spikes in SONATA layout.
 *
 * <p>The populations and node ids are those of the circuit that the network was read from, where there is one.
 *
 * <p>{@code /spikes/<population>/timestamps} (float64, attribute {@code units} = ms) and {@code node_ids} (uint64, index in
 * the population), one pair of equal length per recorded population, silent ones too; attribute {@code sorting} of the
 * population = by_time or by_id. Spikes of equal time are sorted by node id. The root carries {@code magic} and
 * {@code version}.
 */
public final class SpikeFile implements Closeable {
    private final StreamedHdf5 file;
    private final SpikeOrder order;
    private final double dtMs;
    private final int[] offsets; // [population], and the number of all neurons behind the last
    private final int[] slot; // [population] -> population in the file, or -1
    private final NodeNames names;
    private final List<PopulationSpikes> populations = new ArrayList<>(); // [population in the file]

    /**
     * Creates the file with room for all spikes.
     *
     * @param recorded indices of the recorded populations, ascending
     * @param counts of spikes, in the same order
     */
    public SpikeFile(
            Path path,
            Network network,
            List<Integer> recorded,
            SpikeCounts counts,
            SpikeOrder order,
            double dtMs,
            Compression compression)
            throws IOException {
        this.order = order;
        this.dtMs = dtMs;
        this.offsets = PopulationOffsets.of(network);
        this.names = new NodeNames(network);
        this.slot = new int[network.populations().size()];
        Arrays.fill(slot, -1);
        Map<String, Long> totals = new LinkedHashMap<>();
        for (int population : recorded) {
            String name = names.population(population);
            totals.merge(name, counts.of(population), Long::sum);
            slot[population] = List.copyOf(totals.keySet()).indexOf(name);
        }
        this.file = new StreamedHdf5(path, compression);
        try {
            reserve(totals, counts);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void reserve(Map<String, Long> totals, SpikeCounts counts) throws IOException {
        WritableGroup spikes = file.root().putGroup("spikes");
        List<ReservedDataset> timestamps = new ArrayList<>();
        List<ReservedDataset> nodeIds = new ArrayList<>();
        totals.forEach((name, count) -> {
            WritableGroup group = spikes.putGroup(name);
            (order == SpikeOrder.BY_ID ? SortingAttribute.BY_ID : SortingAttribute.BY_TIME).putOn(group);
            ReservedDataset timestamp = order == SpikeOrder.BY_ID
                    ? file.reserveScattered(group, "timestamps", ElementType.FLOAT64, count)
                    : file.reserve(group, "timestamps", ElementType.FLOAT64, count);
            timestamp.putAttribute("units", "ms");
            timestamps.add(timestamp);
            nodeIds.add(file.reserve(group, "node_ids", ElementType.UINT64, count));
        });
        file.layOut();
        for (int i = 0; i < totals.size(); i++) {
            DatasetWriter nodes = file.writer(nodeIds.get(i));
            populations.add(
                    order == SpikeOrder.BY_ID
                            ? byId(i, timestamps.get(i), nodes, counts)
                            : new PopulationSpikes.ByTime(file.writer(timestamps.get(i)), nodes, new IdBuffer()));
        }
    }

    /** One neuron of the network in a population of the file. */
    private record Member(int neuron, long node, long spikes) {}

    private PopulationSpikes byId(int to, ReservedDataset timestamps, DatasetWriter nodes, SpikeCounts counts)
            throws IOException {
        List<Member> members = new ArrayList<>();
        for (int population = 0; population < slot.length; population++) {
            if (slot[population] == to) {
                long[] spikes = counts.ofNeurons(population);
                for (int i = 0; i < spikes.length; i++) {
                    members.add(new Member(offsets[population] + i, names.node(population, i), spikes[i]));
                }
            }
        }
        members.sort((a, b) -> Long.compare(a.node, b.node));
        int[] rowOf = new int[offsets[offsets.length - 1]];
        for (int row = 0; row < members.size(); row++) {
            Member member = members.get(row);
            rowOf[member.neuron()] = row;
            for (long i = 0; i < member.spikes(); i++) {
                nodes.put(member.node());
            }
        }
        long[] sizes = members.stream().mapToLong(Member::spikes).toArray();
        return new PopulationSpikes.ById(file.scattered(timestamps, sizes), rowOf, new IdBuffer());
    }

    /**
     * Adds the spikes of one step; steps come in rising order.
     *
     * @param neurons indices in the network, ascending
     */
    public void spikes(long step, int[] neurons, int count) throws IOException {
        int population = 0;
        for (int i = 0; i < count; i++) {
            while (neurons[i] >= offsets[population + 1]) {
                population++;
            }
            populations.get(slot[population]).add(neurons[i], names.node(population, neurons[i] - offsets[population]));
        }
        double timeMs = StepTime.endMs(step, dtMs);
        for (PopulationSpikes to : populations) {
            to.endStep(timeMs);
        }
    }

    /** Completes the file and gives it its name. */
    public void commit() throws IOException {
        file.commit();
    }

    /** Gives the file up unless it has been committed; what was written aside stays as {@code NAME.part}. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
