package org.ganglion.io.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ganglion.io.file.AsideFile;
import org.jspecify.annotations.Nullable;

/**
 * An HDF5 file in SONATA layout that is written in two passes, so that no dataset is ever in memory: first the structure
 * with the size of every dataset, then the values, in any order among datasets.
 *
 * <p>It is written aside, as {@code NAME.WRITER.part}, and takes its name in {@link #commit}. The same calls give the same bytes, with
 * compression as far as it is the same zlib that compresses.
 */
final class StreamedHdf5 implements Closeable {
    private static final int CHUNK_BUDGET = 1 << 25;
    private static final int SMALLEST_CHUNK = 1 << 12;
    private static final int LARGEST_CHUNK = 1 << 17;
    private static final int BUFFER_BUDGET = 1 << 24;
    private static final int SMALLEST_BUFFER = 1 << 12;
    private static final int LARGEST_BUFFER = 1 << 18;

    private final AsideFile target;
    private final Compression compression;
    private final int largestChunk;
    private final WritableHdfFile structure;
    private final List<ReservedDataset> datasets = new ArrayList<>();
    private final List<ReservedDataset> inOrder = new ArrayList<>(); // those that are filled from first to last
    private final List<DatasetFilling> writers = new ArrayList<>();
    private boolean laidOut;
    private @Nullable FileChannel values;
    private @Nullable ChunkedFile chunks;

    StreamedHdf5(Path path, Compression compression) throws IOException {
        this(path, compression, LARGEST_CHUNK);
    }

    /** @param largestChunk its length in bytes; chunks are smaller where there are many datasets */
    StreamedHdf5(Path path, Compression compression, int largestChunk) throws IOException {
        this.target = AsideFile.own(path);
        this.compression = compression;
        this.largestChunk = largestChunk;
        Files.deleteIfExists(target.aside());
        this.structure = HdfFile.write(target.aside());
        structure.putAttribute("magic", 0x0A7A, true);
        structure.putAttribute("version", new int[] {0, 1}, true);
    }

    WritableGroup root() {
        return structure;
    }

    /** Puts a dataset into a group that will be filled from its first value to its last. */
    ReservedDataset reserve(WritableGroup group, String name, ElementType type, long... dimensions) {
        ReservedDataset dataset = reserveScattered(group, name, type, dimensions);
        inOrder.add(dataset);
        return dataset;
    }

    /** Puts a dataset into a group that can be filled in any order, and is not compressed for that. */
    ReservedDataset reserveScattered(WritableGroup group, String name, ElementType type, long... dimensions) {
        ReservedDataset dataset = new ReservedDataset(type, name, group, dimensions);
        group.putDataset(name, dataset);
        datasets.add(dataset);
        return dataset;
    }

    /** Writes the structure; nothing can be added to it afterwards. */
    void layOut() throws IOException {
        laidOut = true;
        if (compression == Compression.DEFLATE) {
            int share = Integer.highestOneBit(CHUNK_BUDGET / Math.max(1, datasets.size()));
            inOrder.forEach(dataset -> dataset.cut(Math.min(largestChunk, Math.max(share, SMALLEST_CHUNK))));
        }
        structure.close();
        FileChannel file = FileChannel.open(target.aside(), StandardOpenOption.READ, StandardOpenOption.WRITE);
        values = file;
        chunks = new ChunkedFile(file);
    }

    /** The way to fill a dataset, after {@link #layOut}. */
    DatasetWriter writer(ReservedDataset dataset) {
        FileChannel file = laidOutFile();
        ChunkedFile chunked = Objects.requireNonNull(chunks); // since it is laid out
        int bufferBytes = Math.clamp(BUFFER_BUDGET / datasets.size(), SMALLEST_BUFFER, LARGEST_BUFFER);
        DatasetWriter writer = new DatasetWriter(dataset.chunks()
                .<Storage>map(shape -> new ChunkedStorage(chunked, dataset, shape))
                .orElseGet(() -> new ContiguousStorage(file, dataset, bufferBytes)));
        writers.add(writer);
        return writer;
    }

    /** The way to fill a dataset of rows that grow side by side, each of so many values. */
    ScatteredWriter scattered(ReservedDataset dataset, long[] counts) {
        ScatteredWriter writer = new ScatteredWriter(laidOutFile(), dataset, counts);
        writers.add(writer);
        return writer;
    }

    private FileChannel laidOutFile() {
        FileChannel file = values;
        if (file == null) {
            throw new IllegalStateException(target.path() + " has not been laid out");
        }
        return file;
    }

    /** Fills a dataset at once. */
    void fill(ReservedDataset dataset, long... all) throws IOException {
        DatasetWriter writer = writer(dataset);
        for (long value : all) {
            writer.put(value);
        }
    }

    /** Fills a dataset at once. */
    void fill(ReservedDataset dataset, double... all) throws IOException {
        DatasetWriter writer = writer(dataset);
        for (double value : all) {
            writer.put(value);
        }
    }

    /** Writes what is left in buffers and gives the file its name. */
    void commit() throws IOException {
        for (DatasetFilling writer : writers) {
            writer.finish();
        }
        ChunkedFile chunked = chunks;
        if (chunked != null) {
            chunked.finish();
        }
        close();
        target.place();
    }

    @Override
    public void close() throws IOException {
        if (!laidOut) {
            laidOut = true;
            structure.close();
        }
        if (chunks != null) {
            chunks.close();
        }
        if (values != null) {
            values.close();
        }
    }
}
