package org.ganglion.network.wiring;

/** A wiring that keeps the sources of every target: four bytes per synapse, shared by all groups. */
public final class ColumnWiring implements Wiring {
    private final int[][] columns; // [target][number of the synapse]
    private final int largest;
    private final long total;

    /** @param columns sources by target; kept, so not to be written any more */
    public ColumnWiring(int[][] columns) {
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

    /** Writes the targets of a source, always as many, the same each time it is asked. */
    public interface Targets {
        void of(int source, int[] out);
    }

    /** Turns the targets of each source into the sources of each target. */
    public static ColumnWiring of(int sources, int targets, int outdegree, Targets drawn) {
        int[] out = new int[outdegree];
        int[] degrees = new int[targets];
        for (int source = 0; source < sources; source++) {
            drawn.of(source, out);
            for (int target : out) {
                degrees[target]++;
            }
        }
        int[][] columns = new int[targets][];
        for (int target = 0; target < targets; target++) {
            columns[target] = new int[degrees[target]];
            degrees[target] = 0;
        }
        for (int source = 0; source < sources; source++) {
            drawn.of(source, out);
            for (int target : out) {
                columns[target][degrees[target]++] = source;
            }
        }
        return new ColumnWiring(columns);
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
