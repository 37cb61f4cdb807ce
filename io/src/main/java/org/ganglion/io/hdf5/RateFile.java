package org.ganglion.io.hdf5;

import io.jhdf.api.WritableGroup;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code rates.h5}, rates of populations in bins.
 *
 * <p>{@code /rates/<name>} of each recorder has {@code time} (float64, ms: when each bin begins), {@code rate} (float64, Hz:
 * spikes per neuron and second) and {@code spikes} (uint64), one entry for each bin, and the attributes {@code population},
 * {@code recorder}, {@code neurons} (how many) and {@code bin} (length in ms).
 */
public final class RateFile implements Closeable {

    /**
     * What one recorder has written.
     *
     * @param name of its group: the population's for its first recorder
     * @param neurons how many
     * @param firstStep begin of the first bin
     */
    public record Source(
            String name,
            String recorder,
            String population,
            int neurons,
            long firstStep,
            long binSteps,
            long bins,
            double dtMs) {

        /** The rate of a bin with so many spikes. */
        public double rateHz(long spikes) {
            return spikes * 1000.0 / (neurons * (binSteps * dtMs));
        }
    }

    private record Columns(DatasetWriter time, DatasetWriter rate, DatasetWriter spikes) {}

    private final List<Source> sources;
    private final StreamedHdf5 file;
    private final List<Columns> columns = new ArrayList<>();

    /** Creates the file with room for all bins. */
    public RateFile(Path path, List<Source> sources, Compression compression) throws IOException {
        this.sources = List.copyOf(sources);
        this.file = new StreamedHdf5(path, compression);
        try {
            WritableGroup root = file.root().putGroup("rates");
            List<ReservedDataset> reserved = new ArrayList<>();
            for (Source source : sources) {
                WritableGroup group = root.putGroup(source.name());
                group.putAttribute("population", source.population());
                group.putAttribute("recorder", source.recorder());
                group.putAttribute("neurons", source.neurons());
                group.putAttribute("bin", StepTime.startMs(source.binSteps(), source.dtMs()));
                reserved.add(reserve(group, "time", ElementType.FLOAT64, source.bins(), "ms"));
                reserved.add(reserve(group, "rate", ElementType.FLOAT64, source.bins(), "Hz"));
                reserved.add(reserve(group, "spikes", ElementType.UINT64, source.bins(), "1"));
            }
            file.layOut();
            for (int r = 0; r < sources.size(); r++) {
                columns.add(new Columns(
                        file.writer(reserved.get(3 * r)),
                        file.writer(reserved.get(3 * r + 1)),
                        file.writer(reserved.get(3 * r + 2))));
            }
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private ReservedDataset reserve(WritableGroup group, String name, ElementType type, long size, String units) {
        ReservedDataset dataset = file.reserve(group, name, type, size);
        dataset.putAttribute("units", units);
        return dataset;
    }

    /** Adds the next bin of a recorder. */
    public void bin(int recorder, long bin, long spikes) throws IOException {
        Source source = sources.get(recorder);
        Columns to = columns.get(recorder);
        to.time().put(StepTime.startMs(source.firstStep() + bin * source.binSteps(), source.dtMs()));
        to.rate().put(source.rateHz(spikes));
        to.spikes().put(spikes);
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
