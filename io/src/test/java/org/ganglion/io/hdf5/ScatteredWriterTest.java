package org.ganglion.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.ganglion.io.sonata.source.H5File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that grow side by side in one dataset. */
class ScatteredWriterTest {
    @TempDir
    Path folder;

    private interface Filling {
        void fill(ScatteredWriter writer) throws IOException;
    }

    private double[] write(long[] counts, Filling filling) throws IOException {
        Path path = folder.resolve("rows.h5");
        StreamedHdf5 file = new StreamedHdf5(path, Compression.DEFLATE);
        try (file) {
            ReservedDataset dataset = file.reserveScattered(
                    file.root().putGroup("rows"),
                    "data",
                    ElementType.FLOAT64,
                    Arrays.stream(counts).sum());
            file.layOut();
            filling.fill(file.scattered(dataset, counts));
            file.commit();
        }
        try (H5File hdf5 = H5File.open(path)) {
            return hdf5.root().requireGroup("rows", "").requireColumn("data").allDoubles();
        }
    }

    @Test
    void everyValueComesToItsRowInTheOrderInWhichItCame() throws Exception {
        long[] counts = {700, 0, 1, 1300, 3};
        Random random = new Random(4);
        int[] order = random.ints(0, 5).limit(20_000).toArray();
        double[] found = write(counts, writer -> {
            long[] left = counts.clone();
            for (int row : order) {
                if (left[row]-- > 0) {
                    writer.put(row, row * 10_000.0 + counts[row] - left[row]);
                }
            }
        });
        double[] expected = new double[2004];
        int at = 0;
        for (int row = 0; row < counts.length; row++) {
            for (int i = 1; i <= counts[row]; i++) {
                expected[at++] = row * 10_000.0 + i;
            }
        }
        assertArrayEquals(expected, found);
    }

    @Test
    void whatWaitsInMemoryDoesNotGrowWithTheNumberOfValues() throws Exception {
        for (int rows : new int[] {1, 1000, 100_000}) {
            long[] counts = new long[rows];
            write(
                    counts,
                    writer -> assertTrue(
                            writer.room() <= Math.max(1 << 22, rows), rows + " rows take room for " + writer.room()));
        }
        long[] many = {1L << 40};
        assertTrue(roomFor(many) <= 1 << 22, "a row may be as long as it likes");
    }

    private int roomFor(long[] counts) throws IOException {
        try (StreamedHdf5 file = new StreamedHdf5(folder.resolve("long.h5"), Compression.DEFLATE)) {
            ReservedDataset dataset =
                    file.reserveScattered(file.root().putGroup("rows"), "data", ElementType.FLOAT64, 1);
            file.layOut();
            return file.scattered(dataset, counts).room();
        }
    }

    @Test
    void moreOrFewerValuesThanWereCountedAreAnError() {
        long[] counts = {2, 2};
        assertThrows(IOException.class, () -> write(counts, writer -> writer.put(0, 1)));
        assertThrows(
                IOException.class,
                () -> write(counts, writer -> {
                    for (int i = 0; i < 3; i++) {
                        writer.put(0, i);
                        writer.put(1, i);
                    }
                }));
    }
}
