package org.ganglion.network.connect;

/** A wiring that keeps the sources of every target: four bytes per synapse, shared by all groups. */
final class ColumnWiring implements Wiring {
    private final int[][] columns; // [target][number of the synapse]
    private final int largest;
    private final long total;

    /** @param columns sources by target; kept, so not to be written any more */
    ColumnWiring(int[][] columns) {
        this.columns = columns;
        int max = 0;
        long sum = 0;
        for (int[] column : columns) {
            max = Math.max(max, column.length);
            sum += column.length;
        }
        largest = max;
        total = sum;
    }

    @Override
    public int inDegree(int target) {
        return columns[target].length;
    }

    @Override
    public int maxInDegree() {
        return largest;
    }

    @Override
    public long synapses() {
        return total;
    }

    @Override
    public void sources(int target, int[] out) {
        int[] column = columns[target];
        System.arraycopy(column, 0, out, 0, column.length);
    }
}
