package org.ganglion.io.hdf5;

import io.jhdf.api.WritableGroup;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes columns of numbers into an HDF5 file with SONATA's attributes on its root. First all columns are announced with
 * their sizes, then they are filled, each from its first to its last number; none is ever in memory.
 */
public final class ColumnFile implements Closeable {
    private final StreamedHdf5 file;
    private final Map<String, WritableGroup> groups = new LinkedHashMap<>(); // by path
    private final Map<String, ReservedDataset> columns = new LinkedHashMap<>(); // by path

    /** A column that is being filled. */
    public static final class Column {
        private final DatasetWriter writer;

        private Column(DatasetWriter writer) {
            this.writer = writer;
        }

        /** The next number of a column of reals. */
        public void put(double value) throws IOException {
            writer.put(value);
        }

        /** The next number of a column of whole numbers. */
        public void put(long value) throws IOException {
            writer.put(value);
        }
    }

    public ColumnFile(Path path) throws IOException {
        this.file = new StreamedHdf5(path, Compression.NONE);
        groups.put("", file.root());
    }

    /** Makes a group, and those above it. */
    public void group(String path) {
        groupAt(path);
    }

    private WritableGroup groupAt(String path) {
        WritableGroup known = groups.get(path);
        if (known == null) {
            int slash = path.lastIndexOf('/');
            known = groupAt(slash < 0 ? "" : path.substring(0, slash)).putGroup(path.substring(slash + 1));
            groups.put(path, known);
        }
        return known;
    }

    /** Announces a column of reals. */
    public void reals(String path, long size) {
        reserve(path, ElementType.FLOAT64, size);
    }

    /** Announces a column of whole numbers from 0 on. */
    public void wholes(String path, long size) {
        reserve(path, ElementType.UINT64, size);
    }

    private void reserve(String path, ElementType type, long size) {
        int slash = path.lastIndexOf('/');
        columns.put(path, file.reserve(groupAt(path.substring(0, slash)), path.substring(slash + 1), type, size));
    }

    /** Gives a column that has been announced an attribute. */
    public void attribute(String path, String name, String text) {
        dataset(path).putAttribute(name, text);
    }

    /** Says that spikes of a population are in the order of time. */
    public void sortedByTime(String group) {
        SortingAttribute.BY_TIME.putOn(groupAt(group));
    }

    private ReservedDataset dataset(String path) {
        ReservedDataset dataset = columns.get(path);
        if (dataset == null) {
            throw new IllegalArgumentException(path + " has not been announced");
        }
        return dataset;
    }

    /** Ends the announcements. */
    public void layOut() throws IOException {
        file.layOut();
    }

    /** The way to fill a column; its numbers must be as many as were announced when the file is complete. */
    public Column fill(String path) {
        return new Column(file.writer(dataset(path)));
    }

    /** Fills a column at once. */
    public void fill(String path, double... values) throws IOException {
        file.fill(dataset(path), values);
    }

    /** Fills a column with 0, 1, 2 and so on. */
    public void number(String path) throws IOException {
        Column column = fill(path);
        for (long i = 0; i < dataset(path).getSize(); i++) {
            column.put(i);
        }
    }

    /** Fills a column with the same number throughout. */
    public void repeat(String path, long value) throws IOException {
        Column column = fill(path);
        for (long i = 0; i < dataset(path).getSize(); i++) {
            column.put(value);
        }
    }

    /** Completes the file and gives it its name. */
    public void commit() throws IOException {
        file.commit();
    }

    /** Gives the file up unless it has been committed. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
