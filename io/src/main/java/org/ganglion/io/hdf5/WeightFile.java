package org.ganglion.io.hdf5;

import io.jhdf.api.WritableGroup;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.ganglion.simulator.WeightMatrix;

/**
 * Writes {@code weights.h5}, weights of synapses over time and at the end.
 *
 * <p>{@code /weights/<name>} of each recorder has, with one entry for each synapse, {@code source} and {@code target}
 * (uint64, ids in their populations; attribute {@code population}), {@code delay} (float64, ms) and {@code final} (float64:
 * weight at the end; attribute {@code time}, ms). Synapses are in the order of source, target and number. Recorders with an
 * interval have {@code time} (float64, ms) and {@code weights} (float32, {@code [time][synapse]}) too. Weights have the
 * attribute {@code units}; attributes of the group are {@code recorder} and {@code projection}.
 */
public final class WeightFile implements Closeable {

    /**
     * A population on one side of the synapses.
     *
     * @param population as the file calls it
     * @param node the id of a neuron
     */
    public record Ends(String population, IntToLongFunction node) {}

    /**
     * What one recorder has written.
     *
     * @param name of its group
     * @param units of weights
     * @param synapses with the weights at the end
     * @param sampled whether there are samples, be it none so far
     * @param rows number of samples
     * @param endMs time of the end
     */
    public record Source(
            String name,
            String recorder,
            String projection,
            Ends sources,
            Ends targets,
            String units,
            WeightMatrix synapses,
            boolean sampled,
            long rows,
            double endMs) {}

    private record Columns(DatasetWriter time, DatasetWriter weights) {}

    /** Datasets of one recorder, in the order in which they are reserved. */
    private record Reserved(
            ReservedDataset source, ReservedDataset target, ReservedDataset delay, ReservedDataset end) {}

    private final StreamedHdf5 file;
    private final List<List<Columns>> columns = new ArrayList<>(); // [recorder]; empty where there are no samples

    /** Creates the file with room for all samples, and writes all else. */
    public WeightFile(Path path, List<Source> sources, Compression compression) throws IOException {
        this.file = new StreamedHdf5(path, compression);
        try {
            WritableGroup root = file.root().putGroup("weights");
            List<Reserved> lists = new ArrayList<>();
            List<List<ReservedDataset>> samples = new ArrayList<>();
            for (Source source : sources) {
                WritableGroup group = root.putGroup(source.name());
                group.putAttribute("recorder", source.recorder());
                group.putAttribute("projection", source.projection());
                lists.add(reserve(group, source));
                samples.add(source.sampled() ? reserveSamples(group, source) : List.of());
            }
            file.layOut();
            for (int r = 0; r < sources.size(); r++) {
                fill(lists.get(r), sources.get(r));
                List<ReservedDataset> ofRecorder = samples.get(r);
                columns.add(
                        ofRecorder.isEmpty()
                                ? List.of()
                                : List.of(new Columns(file.writer(ofRecorder.get(0)), file.writer(ofRecorder.get(1)))));
            }
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private Reserved reserve(WritableGroup group, Source source) {
        int size = source.synapses().size();
        ReservedDataset from = file.reserve(group, "source", ElementType.UINT64, size);
        from.putAttribute("population", source.sources().population());
        ReservedDataset to = file.reserve(group, "target", ElementType.UINT64, size);
        to.putAttribute("population", source.targets().population());
        ReservedDataset delay = file.reserve(group, "delay", ElementType.FLOAT64, size);
        delay.putAttribute("units", "ms");
        ReservedDataset end = file.reserve(group, "final", ElementType.FLOAT64, size);
        end.putAttribute("units", source.units());
        end.putAttribute("time", source.endMs());
        return new Reserved(from, to, delay, end);
    }

    private List<ReservedDataset> reserveSamples(WritableGroup group, Source source) {
        ReservedDataset time = file.reserve(group, "time", ElementType.FLOAT64, source.rows());
        time.putAttribute("units", "ms");
        ReservedDataset weights = file.reserve(
                group,
                "weights",
                ElementType.FLOAT32,
                source.rows(),
                source.synapses().size());
        weights.putAttribute("units", source.units());
        return List.of(time, weights);
    }

    private void fill(Reserved reserved, Source source) throws IOException {
        WeightMatrix synapses = source.synapses();
        ids(reserved.source(), synapses.sources(), source.sources().node());
        ids(reserved.target(), synapses.targets(), source.targets().node());
        file.fill(reserved.delay(), synapses.delaysMs());
        file.fill(reserved.end(), synapses.weights());
    }

    private void ids(ReservedDataset dataset, int[] neurons, IntToLongFunction node) throws IOException {
        DatasetWriter writer = file.writer(dataset);
        for (int neuron : neurons) {
            writer.put(node.applyAsLong(neuron));
        }
    }

    /** Adds the next sample of a recorder. */
    public void sample(int recorder, double timeMs, float[] weights) throws IOException {
        Columns to = columns.get(recorder).getFirst();
        to.time().put(timeMs);
        for (float weight : weights) {
            to.weights().put(weight);
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
