package org.ganglion.io.hdf5;

import io.jhdf.api.WritableGroup;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * population = by_time. Spikes of equal time are sorted by node id. The root carries {@code magic} and {@code version}.
 */
public final class SpikeFile implements Closeable {
    private final StreamedHdf5 file;
    private final double dtMs;
    private final int[] offsets; // [population], and the number of all neurons behind the last
    private final DatasetWriter[] times; // [recorded population]
    private final DatasetWriter[] nodes; // [recorded population]
    private final int[] slot; // [population] -> population in the file, or -1
    private final NodeNames names;
    private final IdBuffer[] unsorted; // [population in the file]

    /**
     * Creates the file with room for all spikes.
     *
     * @param recorded indices of the recorded populations, ascending
     * @param counts number of spikes, {@code [population]}
     */
    public SpikeFile(Path path, Network network, List<Integer> recorded, long[] counts, double dtMs)
            throws IOException {
        this.dtMs = dtMs;
        this.offsets = PopulationOffsets.of(network);
        this.names = new NodeNames(network);
        this.slot = new int[network.populations().size()];
        java.util.Arrays.fill(slot, -1);
        Map<String, Long> totals = new LinkedHashMap<>();
        for (int population : recorded) {
            String name = names.population(population);
            totals.merge(name, counts[population], Long::sum);
            slot[population] = List.copyOf(totals.keySet()).indexOf(name);
        }
        this.times = new DatasetWriter[totals.size()];
        this.nodes = new DatasetWriter[totals.size()];
        this.unsorted = new IdBuffer[totals.size()];
        java.util.Arrays.setAll(unsorted, i -> new IdBuffer());
        this.file = new StreamedHdf5(path);
        try {
            reserve(totals);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void reserve(Map<String, Long> totals) throws IOException {
        WritableGroup spikes = file.root().putGroup("spikes");
        List<ReservedDataset> timestamps = new ArrayList<>();
        List<ReservedDataset> nodeIds = new ArrayList<>();
        totals.forEach((name, count) -> {
            WritableGroup group = spikes.putGroup(name);
            SortingAttribute.BY_TIME.putOn(group);
            ReservedDataset timestamp = file.reserve(group, "timestamps", ElementType.FLOAT64, count);
            timestamp.putAttribute("units", "ms");
            timestamps.add(timestamp);
            nodeIds.add(file.reserve(group, "node_ids", ElementType.UINT64, count));
        });
        file.layOut();
        for (int i = 0; i < times.length; i++) {
            times[i] = file.writer(timestamps.get(i));
            nodes[i] = file.writer(nodeIds.get(i));
        }
    }

    /**
     * Adds the spikes of one step; steps come in rising order.
     *
     * @param neurons indices in the network, ascending
     */
    public void spikes(long step, int[] neurons, int count) throws IOException {
        double timeMs = StepTime.endMs(step, dtMs);
        int population = 0;
        for (int i = 0; i < count; i++) {
            while (neurons[i] >= offsets[population + 1]) {
                population++;
            }
            unsorted[slot[population]].add(names.node(population, neurons[i] - offsets[population]));
        }
        for (int to = 0; to < unsorted.length; to++) {
            IdBuffer ids = unsorted[to].sorted();
            for (int i = 0; i < ids.size(); i++) {
                times[to].put(timeMs);
                nodes[to].put(ids.get(i));
            }
            ids.clear();
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
