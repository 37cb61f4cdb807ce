package org.ganglion.io.hdf5;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.jhdf.HdfFile;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ganglion.io.sonata.source.H5File;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compressed datasets as three readers of HDF5 see them: jHDF, h5py and h5dump. Chunks have 16,384 values of 8 bytes. */
class ChunkedStorageTest {
    private static final int CHUNK = 1 << 14;

    @TempDir
    Path folder;

    /** Value of a dataset whose values are written in this order. */
    private static double value(long i) {
        return i * 0.1 + (i % 7);
    }

    private interface Filling {
        void fill(StreamedHdf5 file, ReservedDataset dataset) throws IOException;
    }

    private Path write(ElementType type, Filling filling, long... dimensions) throws IOException {
        Path path = folder.resolve("some.h5");
        try (StreamedHdf5 file = new StreamedHdf5(path, Compression.DEFLATE)) {
            ReservedDataset dataset = file.reserve(file.root().putGroup("a"), "data", type, dimensions);
            dataset.putAttribute("units", "ms");
            file.layOut();
            filling.fill(file, dataset);
            file.commit();
        }
        return path;
    }

    private Path reals(int size, long... dimensions) throws IOException {
        return write(
                ElementType.FLOAT64,
                (file, dataset) -> {
                    DatasetWriter writer = file.writer(dataset);
                    for (int i = 0; i < size; i++) {
                        writer.put(value(i));
                    }
                },
                dimensions);
    }

    private Path floats(int size, long... dimensions) throws IOException {
        return write(
                ElementType.FLOAT32,
                (file, dataset) -> {
                    DatasetWriter writer = file.writer(dataset);
                    for (int i = 0; i < size; i++) {
                        writer.put((float) value(i));
                    }
                },
                dimensions);
    }

    private static double[] values(int size) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = value(i);
        }
        return values;
    }

    private static double[] readByJhdf(Path path) {
        try (H5File file = H5File.open(path)) {
            return file.root().requireGroup("a", "").requireColumn("data").allDoubles();
        }
    }

    private static int[] chunkOf(Path path) {
        try (HdfFile file = new HdfFile(path)) {
            return ((ChunkedDataset) file.getDatasetByPath("a/data")).getChunkDimensions();
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("tool.txt");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            int status = process.waitFor();
            String text = Files.readString(output, StandardCharsets.UTF_8);
            assertEquals(0, status, text);
            return text;
        } catch (IOException e) {
            return fail(command[0] + " is needed by this test: apt-get install hdf5-tools python3-h5py", e);
        }
    }

    /** Has h5py compare all values with the rule they were made by, in the precision they were stored in. */
    private void assertH5pyReads(String shape, String chunks) throws Exception {
        String script = """
                import h5py, numpy as np
                d = h5py.File('some.h5', 'r')['a/data']
                i = np.arange(d.size)
                same = np.array_equal(d[()].ravel(), (i * 0.1 + i % 7).astype(d.dtype))
                print(d.shape, d.chunks, d.compression, d.shuffle, same)
                """;
        assertEquals(
                shape + " " + chunks + " gzip True True",
                run("/usr/bin/python3", "-c", script).strip());
    }

    @Test
    void manyChunksAndAPartOfOneAreReadByAll() throws Exception {
        int size = 3 * CHUNK + 100;
        Path path = reals(size, size);
        assertArrayEquals(new int[] {CHUNK}, chunkOf(path));
        assertArrayEquals(values(size), readByJhdf(path));
        assertH5pyReads("(" + size + ",)", "(16384,)");
        String text = run("h5dump", "-p", "-d", "/a/data", "-s", "49250", "-c", "2", "some.h5");
        assertTrue(text.contains("SHUFFLE") && text.contains("DEFLATE"), text);
        assertTrue(text.contains("(49250): 4930, 4931.1"), text); // 49250 % 7 is 5
    }

    @Test
    void wholeChunksOnlyAndASingleChunkAreReadByAll() throws Exception {
        for (int size : new int[] {2 * CHUNK, CHUNK, 600}) {
            Path path = reals(size, size);
            assertArrayEquals(values(size), readByJhdf(path));
            assertH5pyReads("(" + size + ",)", "(" + Math.min(size, CHUNK) + ",)");
            run("h5dump", "some.h5");
        }
    }

    @Test
    void moreChunksThanAPageOfTheIndexAreReadByAll() throws Exception {
        int size = 1100 * 512 + 1; // 1,101 chunks of 4 KiB; usual indices have pages of 1,024
        Path path = folder.resolve("some.h5");
        try (StreamedHdf5 file = new StreamedHdf5(path, Compression.DEFLATE, 1 << 12)) {
            ReservedDataset dataset = file.reserve(file.root().putGroup("a"), "data", ElementType.FLOAT64, size);
            file.layOut();
            DatasetWriter writer = file.writer(dataset);
            for (int i = 0; i < size; i++) {
                writer.put(value(i));
            }
            file.commit();
        }
        assertArrayEquals(values(size), readByJhdf(path));
        assertH5pyReads("(" + size + ",)", "(512,)");
    }

    @Test
    void rowsAreKeptTogetherWhileTheyAreShort() throws Exception {
        int rows = 2500;
        Path path = floats(rows * 40, rows, 40);
        assertArrayEquals(new int[] {819, 40}, chunkOf(path)); // 819 rows of 160 bytes are just below 128 KiB
        assertH5pyReads("(2500, 40)", "(819, 40)");
    }

    @Test
    void longRowsAreCutIntoPieces() throws Exception {
        Path path = floats(3 * 70_001, 3, 70_001);
        assertArrayEquals(new int[] {1, 23_334}, chunkOf(path)); // three pieces a row, as equal as may be
        assertH5pyReads("(3, 70001)", "(1, 23334)");
    }

    @Test
    void smallAndEmptyDatasetsStayInOnePiece() throws Exception {
        for (int size : new int[] {511, 1, 0}) {
            Path path = reals(size, size);
            try (HdfFile file = new HdfFile(path)) {
                assertTrue(file.getDatasetByPath("a/data") instanceof ContiguousDataset, size + " values");
            }
            assertArrayEquals(values(size), readByJhdf(path));
            run("h5dump", "some.h5");
        }
        write(ElementType.FLOAT32, StreamedHdf5::writer, 0, 1000);
        run("h5dump", "some.h5");
        write(ElementType.FLOAT32, StreamedHdf5::writer, 1000, 0);
        run("h5dump", "some.h5");
    }

    @Test
    void integersAreReadAsTheyWere() throws Exception {
        Path path = write(
                ElementType.UINT64,
                (file, dataset) -> {
                    DatasetWriter writer = file.writer(dataset);
                    for (long i = 0; i < 40_000; i++) {
                        writer.put(i * i * i);
                    }
                },
                40_000);
        try (H5File file = H5File.open(path)) {
            long[] read =
                    file.root().requireGroup("a", "").requireColumn("data").allLongs();
            for (int i = 0; i < read.length; i++) {
                assertEquals((long) i * i * i, read[i]);
            }
        }
        String script = "import h5py, numpy as np\nd = h5py.File('some.h5', 'r')['a/data']\n"
                + "print(d.dtype, np.array_equal(d[:], np.arange(40000, dtype=np.uint64) ** np.uint64(3)))";
        assertEquals("uint64 True", run("/usr/bin/python3", "-c", script).strip());
    }

    @Test
    void sameValuesGiveSameBytes() throws Exception {
        byte[] once = Files.readAllBytes(reals(3 * CHUNK, 3 * CHUNK));
        assertArrayEquals(once, Files.readAllBytes(reals(3 * CHUNK, 3 * CHUNK)));
        assertTrue(once.length < 3 * CHUNK * Double.BYTES / 2, once.length + " bytes");
    }

    @Test
    void moreOrFewerValuesThanWereCountedAreAnError() {
        int size = CHUNK + 10;
        assertThrows(IOException.class, () -> reals(size - 1, size));
        assertThrows(IOException.class, () -> reals(10, size));
        assertThrows(IOException.class, () -> reals(size + 1, size));
        assertThrows(IOException.class, () -> reals(3 * CHUNK, size));
    }
}
