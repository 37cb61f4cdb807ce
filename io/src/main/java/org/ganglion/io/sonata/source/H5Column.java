package org.ganglion.io.sonata.source;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.dataset.DatasetBase;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Numbers of a dataset with one dimension, or the rows of one with two, read piece by piece. Integers of any size, sign and order of bytes, enumerations
 * and floating-point numbers are taken; what does not fit where it is asked for is an error.
 */
public final class H5Column {

    /** Compression makes no more than about a thousand bytes of one. */
    static final long LARGEST_RATIO = 1100;

    private static final int USUAL_PIECE = 1 << 16;

    private final H5File file;
    private final String path;
    private final DatasetBase dataset;
    private final long size;
    private final int dimensions;
    private final int piece;
    private final int width; // numbers in an entry: 1, or those of a row
    private final DataType type;

    private H5Column(H5File file, String path, DatasetBase dataset, long size, int dimensions, int piece, int width) {
        this.file = file;
        this.path = path;
        this.dataset = dataset;
        this.size = size;
        this.dimensions = dimensions;
        this.piece = piece;
        this.width = width;
        DataType own = dataset.getDataType();
        this.type = own instanceof EnumDataType named ? named.getBaseType() : own;
    }

    static H5Column of(H5File file, String path, DatasetBase dataset) {
        return file.guarded(path, () -> checked(file, path, dataset));
    }

    /** Entries are rows; a dataset without dimensions has none. */
    static H5Column ofRows(H5File file, String path, DatasetBase dataset) {
        return file.guarded(path, () -> {
            long[] shape = dataset.getDimensionsAsLong();
            if (shape.length == 0 && dataset.isEmpty()) {
                return checked(file, path, dataset);
            }
            if (shape.length != 2 || shape[1] > Integer.MAX_VALUE - 16) {
                throw file.wrong(path, "has " + shape.length + " dimensions; two are needed");
            }
            int width = (int) shape[1];
            int rows = Math.max(1, piece(dataset) / Math.max(1, width));
            H5Column column = new H5Column(file, path, dataset, shape[0], 2, rows, width);
            column.requireNumbers();
            return column;
        });
    }

    private static H5Column checked(H5File file, String path, DatasetBase dataset) {
        boolean nothing =
                dataset.getDataType() != null && dataset.getDimensionsAsLong().length == 0 && dataset.isEmpty();
        long[] shape = nothing ? new long[] {0} : dataset.getDimensionsAsLong();
        long size = shape.length == 0 ? 1 : shape[0];
        for (int i = 1; i < shape.length; i++) {
            if (shape[i] != 1 && size != 0) {
                throw file.wrong(path, "has " + shape.length + " dimensions; one is needed");
            }
        }
        H5Column column = new H5Column(file, path, dataset, size, shape.length, piece(dataset), 1);
        column.requireNumbers();
        return column;
    }

    private void requireNumbers() {
        if (!(type instanceof FixedPoint) && !(type instanceof FloatingPoint)) {
            throw file.wrong(path, "does not hold numbers, but they are needed");
        }
        if (size < 0 || size > file.size() * LARGEST_RATIO / Math.max(1, width)) {
            throw file.wrong(path, "claims " + size + " entries, more than the file can hold; it is damaged");
        }
    }

    /** How much is best read at once: whole chunks. */
    private static int piece(DatasetBase dataset) {
        if (!(dataset instanceof ChunkedDataset chunked)) {
            return USUAL_PIECE;
        }
        int[] chunk = chunked.getChunkDimensions();
        int length = chunk.length == 0 ? USUAL_PIECE : Math.max(1, chunk[0]);
        return length >= USUAL_PIECE ? length : USUAL_PIECE / length * length;
    }

    public String path() {
        return path;
    }

    public long size() {
        return size;
    }

    /** Numbers in an entry. */
    public int width() {
        return width;
    }

    /** How many entries are best read at once. */
    public int piece() {
        return (int) Math.max(1, Math.min(piece, size));
    }

    /** Whether its values are whole numbers. */
    public boolean whole() {
        return type instanceof FixedPoint;
    }

    /**
     * This column.
     *
     * @throws SonataException if it has another number of entries
     */
    public H5Column requireSize(long needed, String other) {
        if (size != needed) {
            throw wrong("has " + size + " entries, but " + other + " has " + needed + "; both must be equally long");
        }
        return this;
    }

    public SonataException wrong(String what) {
        return file.wrong(path, what);
    }

    /** Entries from {@code first} on, as whole numbers. */
    public void longs(long first, int count, long[] out) {
        ByteBuffer bytes = bytes(first, count);
        if (type instanceof FloatingPoint real) {
            for (int i = 0; i < count; i++) {
                double value = real(bytes, real);
                out[i] = (long) value;
                if (out[i] != value) {
                    throw wrong("holds " + value + " at entry " + (first + i) + "; whole numbers are needed");
                }
            }
            return;
        }
        FixedPoint fixed = (FixedPoint) type;
        for (int i = 0; i < count; i++) {
            out[i] = whole(bytes, fixed);
        }
    }

    /** Entries from {@code first} on, as real numbers; rows one after the other. */
    public void doubles(long first, int count, double[] out) {
        ByteBuffer bytes = bytes(first, count);
        for (int i = 0; i < count * width; i++) {
            out[i] = type instanceof FloatingPoint real ? real(bytes, real) : whole(bytes, (FixedPoint) type);
        }
    }

    /** All entries as whole numbers. */
    public long[] allLongs() {
        long[] all = new long[length()];
        long[] part = new long[piece()];
        for (int first = 0; first < all.length; first += part.length) {
            int count = Math.min(part.length, all.length - first);
            longs(first, count, part);
            System.arraycopy(part, 0, all, first, count);
        }
        return all;
    }

    /** All entries as real numbers. */
    public double[] allDoubles() {
        double[] all = new double[length()];
        double[] part = new double[piece()];
        for (int first = 0; first < all.length; first += part.length) {
            int count = Math.min(part.length, all.length - first);
            doubles(first, count, part);
            System.arraycopy(part, 0, all, first, count);
        }
        return all;
    }

    private int length() {
        if (size > Integer.MAX_VALUE - 16) {
            throw wrong("has " + size + " entries, more than can be read at once");
        }
        return (int) size;
    }

    private ByteBuffer bytes(long first, int count) {
        if (count == 0) {
            return ByteBuffer.allocate(0);
        }
        return file.guarded(path, () -> {
            ByteBuffer bytes;
            if (dimensions == 0) {
                bytes = dataset.getDataBuffer();
            } else {
                long[] offset = new long[dimensions];
                int[] shape = new int[dimensions];
                java.util.Arrays.fill(shape, 1);
                offset[0] = first;
                shape[0] = count;
                shape[dimensions - 1] = dimensions > 1 && width > 1 ? width : shape[dimensions - 1];
                bytes = dataset.getSliceDataBuffer(offset, shape);
            }
            ByteOrder order =
                    type instanceof FixedPoint fixed ? fixed.getByteOrder() : ((FloatingPoint) type).getByteOrder();
            if (bytes.remaining() < (long) count * width * type.getSize()) {
                throw wrong("ends before entry " + (first + count - 1) + "; the file is cut off");
            }
            return bytes.order(order);
        });
    }

    private long whole(ByteBuffer bytes, FixedPoint fixed) {
        boolean signed = fixed.isSigned();
        return switch (fixed.getSize()) {
            case 1 -> signed ? bytes.get() : bytes.get() & 0xFF;
            case 2 -> signed ? bytes.getShort() : bytes.getShort() & 0xFFFF;
            case 4 -> signed ? bytes.getInt() : bytes.getInt() & 0xFFFFFFFFL;
            case 8 -> {
                long value = bytes.getLong();
                if (!signed && value < 0) {
                    throw wrong("holds " + Long.toUnsignedString(value) + ", which is too large");
                }
                yield value;
            }
            default -> throw wrong("holds numbers of " + fixed.getSize() + " bytes; 1, 2, 4 and 8 can be read");
        };
    }

    private double real(ByteBuffer bytes, FloatingPoint real) {
        return switch (real.getSize()) {
            case 2 -> Float.float16ToFloat(bytes.getShort());
            case 4 -> bytes.getFloat();
            case 8 -> bytes.getDouble();
            default -> throw wrong("holds numbers of " + real.getSize() + " bytes; 2, 4 and 8 can be read");
        };
    }
}
