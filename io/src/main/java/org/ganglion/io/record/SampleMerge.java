package org.ganglion.io.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Brings the samples that all groups took for one recorder together, row by row; holds one row. */
final class SampleMerge implements Closeable {
    private final int recorder;
    private final List<SampleSpill> parts = new ArrayList<>();
    private final List<int[]> columns = new ArrayList<>(); // [part][value in its row] -> value in the merged row
    private final int rowSize;
    private final long rows;

    /**
     * Opens the files.
     *
     * @param neurons indices of all sampled neurons in their population, ascending
     */
    SampleMerge(int recorder, int[] neurons, int variables, List<Path> files, long endStep) throws IOException {
        this.recorder = recorder;
        this.rowSize = Math.multiplyExact(neurons.length, variables);
        long shortest = files.isEmpty() ? 0 : Long.MAX_VALUE;
        try {
            for (Path file : files) {
                SampleSpill part = new SampleSpill(file, endStep);
                parts.add(part);
                columns.add(columns(part, neurons, variables, file));
                shortest = Math.min(shortest, part.rows());
            }
        } catch (IOException e) {
            close();
            throw e;
        }
        this.rows = shortest;
    }

    private static int[] columns(SampleSpill part, int[] neurons, int variables, Path file) throws IOException {
        int[] sampled = part.sampled();
        int[] result = new int[part.rowSize()];
        for (int i = 0; i < sampled.length; i++) {
            int neuron = Arrays.binarySearch(neurons, sampled[i]);
            if (neuron < 0 || result.length != sampled.length * variables) {
                throw new IOException(file + ": was written for another recorder");
            }
            for (int v = 0; v < variables; v++) {
                result[i * variables + v] = neuron * variables + v;
            }
        }
        return result;
    }

    /** Number of samples that every group has. */
    long rows() {
        return rows;
    }

    /** Step of a sample. */
    long stepOf(long row) throws IOException {
        return parts.getFirst().stepOf(row);
    }

    void run(StateSink sink) throws IOException {
        float[] merged = new float[rowSize];
        Arrays.fill(merged, Float.NaN);
        float[] values =
                new float[parts.stream().mapToInt(SampleSpill::rowSize).max().orElse(0)];
        for (long row = 0; row < rows; row++) {
            long step = -1;
            for (int p = 0; p < parts.size(); p++) {
                long partStep = parts.get(p).read(row, values);
                if (p > 0 && partStep != step) {
                    throw new IOException("samples of recorder " + recorder + " do not fit together: sample " + row
                            + " was taken in step " + step + " by one group and in step " + partStep + " by another");
                }
                step = partStep;
                int[] column = columns.get(p);
                for (int i = 0; i < column.length; i++) {
                    merged[column[i]] = values[i];
                }
            }
            sink.sample(recorder, step, merged);
        }
    }

    @Override
    public void close() throws IOException {
        for (SampleSpill part : parts) {
            part.close();
        }
    }
}
