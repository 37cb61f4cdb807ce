package org.ganglion.io.analysis;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ganglion.io.sonata.source.H5Column;
import org.ganglion.io.sonata.source.H5File;
import org.ganglion.io.sonata.source.H5Group;

/**
 * A state variable of some neurons over time.
 *
 * @param recorder its name
 * @param population as the file calls it
 * @param nodes ids of the neurons in it, at most 5
 * @param timesMs times of samples
 * @param values {@code [neuron][time]}
 * @param complete whether these are all samples of the part that was asked for
 */
public record Traces(
        String recorder,
        String population,
        String variable,
        String units,
        long[] nodes,
        double[] timesMs,
        double[][] values,
        boolean complete) {
    private static final int MOST_NEURONS = 5;
    private static final int MOST_SAMPLES = 2_000;
    private static final long MOST_VALUES = 20_000_000; // read for it
    private static final int BLOCK = 1 << 16; // values read at once

    /** Reads the begin of a part of a run, of every variable that was recorded; none where there is no file. */
    public static List<Traces> read(Path path, StepWindow window) {
        if (!Files.exists(path)) {
            return List.of();
        }
        List<Traces> traces = new ArrayList<>();
        try (H5File file = H5File.open(path)) {
            file.root()
                    .requireGroup("report", "sampled variables")
                    .groups()
                    .forEach((name, group) -> traces.add(read(name, group, window)));
        }
        return traces;
    }

    private static Traces read(String name, H5Group group, StepWindow window) {
        H5Column data = group.rows("data").orElseThrow(() -> group.wrong("data", "there is no such dataset"));
        H5Group mapping = group.requireGroup("mapping", "node_ids and time");
        double[] time = mapping.requireColumn("time")
                .requireSize(3, "start, end and interval")
                .allDoubles();
        long[] all = mapping.requireColumn("node_ids").allLongs();
        int neurons = Math.min(MOST_NEURONS, Math.min(all.length, data.width()));
        long first = Math.clamp((long) Math.ceil((window.firstMs() - time[0]) / time[2] - 1e-6), 0, data.size());
        long end = Math.clamp((long) Math.floor((window.endMs() - time[0]) / time[2] + 1e-6) + 1, first, data.size());
        int most = Math.clamp(MOST_VALUES / Math.max(1, data.width()), 1, MOST_SAMPLES);
        int samples = (int) Math.min(most, end - first);
        double[][] values = new double[neurons][samples];
        double[] timesMs = new double[samples];
        int block = Math.clamp(BLOCK / Math.max(1, data.width()), 1, Math.max(1, samples));
        double[] rows = new double[block * data.width()];
        for (int s = 0; s < samples; s += block) {
            int count = Math.min(block, samples - s);
            data.doubles(first + s, count, rows);
            for (int r = 0; r < count; r++) {
                timesMs[s + r] = time[0] + (first + s + r) * time[2];
                for (int n = 0; n < neurons; n++) {
                    values[n][s + r] = rows[r * data.width() + n];
                }
            }
        }
        return new Traces(
                group.attribute("recorder").orElse(name),
                group.attribute("population").orElse(name),
                group.attribute("variable").orElse("value"),
                group.attribute("data", "units").orElse(""),
                java.util.Arrays.copyOf(all, neurons),
                timesMs,
                values,
                samples == end - first);
    }
}
