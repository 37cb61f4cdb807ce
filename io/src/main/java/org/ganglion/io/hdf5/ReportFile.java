package org.ganglion.io.hdf5;

import io.jhdf.api.WritableGroup;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code states.h5}, sampled state variables as SONATA reports.
 *
 * <p>SONATA knows one variable per report, so every recorded variable is a report of its own, {@code /report/<name>/data}
 * (float32, {@code [sample][neuron]}, attribute {@code units}) with {@code mapping/node_ids}, {@code element_ids},
 * {@code index_pointers} (uint64) and {@code time} (float64: first sample, end, interval, in ms). Attributes
 * {@code population}, {@code recorder} and {@code variable} of the group say what it is, whatever it is called.
 */
public final class ReportFile implements Closeable {

    /**
     * One recorder.
     *
     * @param reports name of the report of each variable in the file
     * @param units of each variable
     * @param population as the file calls it
     * @param nodes ids in the population
     * @param rows number of samples
     * @param firstMs time of the first sample
     */
    public record Source(
            String recorder,
            String population,
            List<String> reports,
            List<String> variables,
            List<String> units,
            long[] nodes,
            long rows,
            double firstMs,
            double intervalMs) {
        public Source {
            reports = List.copyOf(reports);
            variables = List.copyOf(variables);
            units = List.copyOf(units);
        }

        /** End of the last interval; the last sample is one interval earlier, as in SONATA. */
        double endMs() {
            return Math.round((firstMs + rows * intervalMs) * 1e6) / 1e6;
        }
    }

    private record Report(Source source, ReservedDataset[] mapping, ReservedDataset data) {}

    private static final int NODE_IDS = 0;
    private static final int ELEMENT_IDS = 1;
    private static final int INDEX_POINTERS = 2;
    private static final int TIME = 3;

    private final StreamedHdf5 file;
    private final List<List<DatasetWriter>> data = new ArrayList<>(); // [recorder][variable]

    /** Creates the file with room for all samples. */
    public ReportFile(Path path, List<Source> sources, Compression compression) throws IOException {
        this.file = new StreamedHdf5(path, compression);
        try {
            WritableGroup root = file.root().putGroup("report");
            List<List<Report>> reports = new ArrayList<>();
            for (Source source : sources) {
                List<Report> ofSource = new ArrayList<>();
                for (int v = 0; v < source.variables().size(); v++) {
                    ofSource.add(reserve(root, source, v));
                }
                reports.add(ofSource);
            }
            file.layOut();
            for (List<Report> ofSource : reports) {
                List<DatasetWriter> writers = new ArrayList<>();
                for (Report report : ofSource) {
                    fillMapping(report);
                    writers.add(file.writer(report.data()));
                }
                data.add(writers);
            }
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private Report reserve(WritableGroup root, Source source, int variable) {
        WritableGroup group = root.putGroup(source.reports().get(variable));
        group.putAttribute("population", source.population());
        group.putAttribute("recorder", source.recorder());
        group.putAttribute("variable", source.variables().get(variable));
        int size = source.nodes().length;
        ReservedDataset values = file.reserve(group, "data", ElementType.FLOAT32, source.rows(), size);
        String units = source.units().get(variable);
        values.putAttribute("units", units.isEmpty() ? "1" : units);
        WritableGroup map = group.putGroup("mapping");
        ReservedDataset[] mapping = new ReservedDataset[4];
        mapping[NODE_IDS] = file.reserve(map, "node_ids", ElementType.UINT64, size);
        long[] nodes = source.nodes();
        boolean rising = java.util.stream.IntStream.range(1, nodes.length).allMatch(i -> nodes[i - 1] < nodes[i]);
        mapping[NODE_IDS].putAttribute("sorted", (byte) (rising ? 1 : 0), true);
        mapping[ELEMENT_IDS] = file.reserve(map, "element_ids", ElementType.UINT64, size);
        mapping[INDEX_POINTERS] = file.reserve(map, "index_pointers", ElementType.UINT64, size + 1L);
        mapping[TIME] = file.reserve(map, "time", ElementType.FLOAT64, 3);
        mapping[TIME].putAttribute("units", "ms");
        return new Report(source, mapping, values);
    }

    private void fillMapping(Report report) throws IOException {
        Source source = report.source();
        int size = source.nodes().length;
        long[] pointers = java.util.stream.LongStream.rangeClosed(0, size).toArray();
        file.fill(report.mapping()[NODE_IDS], source.nodes());
        file.fill(report.mapping()[ELEMENT_IDS], new long[size]);
        file.fill(report.mapping()[INDEX_POINTERS], pointers);
        file.fill(report.mapping()[TIME], source.firstMs(), source.endMs(), source.intervalMs());
    }

    /**
     * Adds one sample of one recorder; its samples come in the order of time.
     *
     * @param recorder position in the list of sources
     * @param values {@code [neuron][variable]} in one row
     */
    public void sample(int recorder, float[] values) throws IOException {
        List<DatasetWriter> writers = data.get(recorder);
        int variables = writers.size();
        for (int v = 0; v < variables; v++) {
            DatasetWriter writer = writers.get(v);
            for (int i = v; i < values.length; i += variables) {
                writer.put(values[i]);
            }
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
