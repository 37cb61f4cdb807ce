package org.ganglion.network.space;

import java.util.Arrays;

/** Finds, for a neuron of one population, those of another that lie in a mask around it. Immutable and thread-safe. */
public final class Neighbours {
    private final Points centres;
    private final Points pool;
    private final Cells cells;
    private final Region region;
    private final Region search;
    private final boolean withoutSelf;

    /**
     * @param centres of the neurons for which partners are sought
     * @param pool of those among which they are sought; in a space with the same boundaries
     * @param mask which displacements from the centre to the partner count
     * @param reach where the mask is everywhere, partners further than this need not be found
     * @param withoutSelf whether both are the same population and no neuron finds itself
     */
    public Neighbours(Points centres, Points pool, Mask mask, double reach, boolean withoutSelf) {
        this.centres = centres;
        this.pool = pool;
        this.cells = new Cells(pool);
        this.region = Region.of(mask);
        this.search = region.within(reach);
        this.withoutSelf = withoutSelf;
    }

    /** Number of neurons for which partners can be sought. */
    public int centres() {
        return centres.size();
    }

    /** Where one of these is, for messages. */
    public String place(int centre) {
        return centres.text(centre);
    }

    /** The neurons that were found for one, with their distances from it. Has one owner, and is used again. */
    public static final class Found {
        private int[] neurons = new int[256];
        private double[] distances = new double[256];
        private int count;

        public int count() {
            return count;
        }

        public int neuron(int i) {
            return neurons[i];
        }

        public double distance(int i) {
            return distances[i];
        }

        private void add(int neuron, double distance) {
            if (count == neurons.length) {
                neurons = Arrays.copyOf(neurons, 2 * count);
                distances = Arrays.copyOf(distances, 2 * count);
            }
            neurons[count] = neuron;
            distances[count++] = distance;
        }
    }

    /** Finds the partners of a neuron, in no particular order. */
    public void find(int centre, Found found) {
        found.count = 0;
        int[] from = new int[3];
        int[] to = new int[3];
        for (int d = 0; d < 3; d++) {
            from[d] = cells.from(d, centres.at(d, centre) + search.low(d));
            to[d] = cells.to(d, centres.at(d, centre) + search.high(d));
            if (pool.periodic() && to[d] - from[d] + 1 >= cells.count(d)) {
                from[d] = 0;
                to[d] = cells.count(d) - 1;
            } else if (!pool.periodic()) {
                from[d] = Math.max(0, from[d]);
                to[d] = Math.min(cells.count(d) - 1, to[d]);
            }
        }
        for (int z = from[2]; z <= to[2]; z++) {
            for (int y = from[1]; y <= to[1]; y++) {
                for (int x = from[0]; x <= to[0]; x++) {
                    int cx = Math.floorMod(x, cells.count(0));
                    int cy = Math.floorMod(y, cells.count(1));
                    int cz = Math.floorMod(z, cells.count(2));
                    look(centre, cells.begin(cx, cy, cz), cells.end(cx, cy, cz), found);
                }
            }
        }
    }

    /** Finds the partners of a neuron, in the order of their numbers. */
    public void findInOrder(int centre, Found found) {
        find(centre, found);
        Arrays.sort(found.neurons, 0, found.count);
        for (int i = 0; i < found.count; i++) {
            found.distances[i] = centres.distance(centre, pool, found.neurons[i]);
        }
    }

    private void look(int centre, int begin, int end, Found found) {
        double x = centres.at(0, centre);
        double y = centres.at(1, centre);
        double z = centres.at(2, centre);
        for (int i = begin; i < end; i++) {
            double dx = cells.coordinate(0, i) - x;
            double dy = cells.coordinate(1, i) - y;
            double dz = cells.coordinate(2, i) - z;
            boolean inside = pool.periodic()
                    ? region.contains(image(dx, 0), image(dy, 1), image(dz, 2))
                    : region.contains(dx, dy, dz);
            if (inside && !(withoutSelf && cells.member(i) == centre)) {
                found.add(cells.member(i), length(dx, dy, dz));
            }
        }
    }

    /** Of all displacements that are the same but for whole periods, the one that can be in the mask. */
    private double image(double displacement, int dimension) {
        double period = pool.period(dimension);
        double low = region.low(dimension);
        if (period == 0 || Double.isInfinite(low)) {
            return displacement;
        }
        return displacement - period * Math.floor((displacement - low) / period);
    }

    private double length(double dx, double dy, double dz) {
        if (!pool.periodic()) {
            return Math.sqrt(dx * dx + dy * dy + dz * dz);
        }
        double sx = pool.shortest(dx, 0);
        double sy = pool.shortest(dy, 1);
        double sz = pool.dimensions() == 3 ? pool.shortest(dz, 2) : 0;
        return Math.sqrt(sx * sx + sy * sy + sz * sz);
    }
}
