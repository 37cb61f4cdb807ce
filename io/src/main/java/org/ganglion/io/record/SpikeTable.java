package org.ganglion.io.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ganglion.io.file.AsideFile;
import org.ganglion.io.hdf5.NodeNames;
import org.ganglion.io.hdf5.PopulationOffsets;
import org.ganglion.io.hdf5.StepTime;
import org.ganglion.network.Network;

/**
 * Writes spikes as text in the order of time: a line for each with its time in ms, population and node id, below a line that
 * names these columns as SONATA does. Written aside, as {@code NAME.part}, until {@link #commit}.
 */
final class SpikeTable implements SpikeSink, Closeable {
    private final AsideFile file;
    private final double dtMs;
    private final int[] offsets;
    private final NodeNames names;
    private final Writer text;

    SpikeTable(Path path, Network network, double dtMs) throws IOException {
        this.file = AsideFile.own(path);
        this.dtMs = dtMs;
        this.offsets = PopulationOffsets.of(network);
        this.names = new NodeNames(network);
        this.text = Files.newBufferedWriter(file.aside(), StandardCharsets.UTF_8);
        text.write("timestamps,population,node_ids\n");
    }

    @Override
    public void spikes(long step, int[] neurons, int count) throws IOException {
        String time = StepTime.endMs(step, dtMs) + ",";
        for (int i = 0; i < count; i++) {
            int population = PopulationOffsets.populationOf(offsets, neurons[i]);
            text.write(time);
            text.write(names.population(population));
            text.write(",");
            text.write(Long.toString(names.node(population, neurons[i] - offsets[population])));
            text.write("\n");
        }
    }

    /** Completes the file and gives it its name. */
    void commit() throws IOException {
        text.close();
        file.place();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
