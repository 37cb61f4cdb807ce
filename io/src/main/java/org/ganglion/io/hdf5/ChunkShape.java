package org.ganglion.io.hdf5;

/**
 * How a dataset of one or two dimensions is cut into chunks of equal size, so that values in the order of the dataset fill
 * one chunk after the other: whole rows as long as they are short, else pieces of one row. Chunks at the edge reach beyond
 * the dataset.
 *
 * @param chunkRows rows in a chunk; 1 where a row has several chunks
 */
record ChunkShape(int rank, long rows, long columns, int chunkRows, int chunkColumns, int elementBytes) {

    /**
     * The shape of chunks of at most so many bytes, or of one element.
     *
     * @param dimensions one or two, none of them 0
     */
    static ChunkShape of(long[] dimensions, int elementBytes, int mostBytes) {
        if (dimensions.length < 1 || dimensions.length > 2) {
            throw new IllegalArgumentException("datasets of " + dimensions.length + " dimensions are not cut");
        }
        long rows = dimensions[0];
        long columns = dimensions.length == 1 ? 1 : dimensions[1];
        long most = Math.max(1, mostBytes / elementBytes);
        long across = Math.ceilDiv(columns, most);
        int chunkColumns = (int) Math.ceilDiv(columns, across);
        int chunkRows = across > 1 ? 1 : (int) Math.min(rows, most / columns);
        return new ChunkShape(dimensions.length, rows, columns, chunkRows, chunkColumns, elementBytes);
    }

    /** Number of chunks. */
    int count() {
        return Math.toIntExact(Math.ceilDiv(rows, chunkRows) * across());
    }

    private long across() {
        return Math.ceilDiv(columns, chunkColumns);
    }

    /** Length of a chunk. */
    int bytes() {
        return chunkRows * chunkColumns * elementBytes;
    }

    /** Length of what a chunk holds of the dataset. */
    int bytesInside(int chunk) {
        long rowsLeft = rows - chunk / across() * chunkRows;
        long columnsLeft = columns - chunk % across() * chunkColumns;
        return (int) (Math.min(chunkRows, rowsLeft) * Math.min(chunkColumns, columnsLeft) * elementBytes);
    }

    /** The dimensions of a chunk as the format has them: with the length of an element behind them. */
    int[] dimensions() {
        return rank == 1 ? new int[] {chunkRows, elementBytes} : new int[] {chunkRows, chunkColumns, elementBytes};
    }
}
