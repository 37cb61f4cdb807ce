package org.ganglion.io.sonata.source;

/**
 * Reads the spikes of one group of an HDF5 file, {@code node_ids} or the older {@code gids} with {@code timestamps}, piece by
 * piece. Times are in ms unless the attribute {@code units} of the timestamps says s.
 */
public final class H5Spikes {
    public static final String TIMES = "timestamps";
    private static final String IDS = "node_ids";
    private static final String OLDER_IDS = "gids";
    private static final double TICS_PER_MS = 1000;
    private static final double LATEST_MS = 1e12;

    private H5Spikes() {}

    /** Takes spikes in the order of the file. */
    public interface Sink {
        /**
         * Takes the next spike.
         *
         * @param tic its time, to the nearest 0.001 ms
         */
        void spike(long id, long tic);
    }

    /** The column of ids, for complaints about one of them. */
    public static H5Column ids(H5Group group) {
        return group.requireColumn(group.datasets().contains(IDS) ? IDS : OLDER_IDS);
    }

    /** Number of spikes. */
    public static long count(H5Group group) {
        return group.requireColumn(TIMES).size();
    }

    /** The step at whose end a spike is; that is its time in files. */
    public static long step(long tic, double dtMs) {
        return Math.round(tic / TICS_PER_MS / dtMs) - 1;
    }

    /**
     * Reads all spikes.
     *
     * @throws SonataException if a time is none, or there are not as many ids as times
     */
    public static void read(H5Group group, Sink sink) {
        H5Column times = group.requireColumn(TIMES);
        H5Column ids = ids(group).requireSize(times.size(), times.path());
        double unitMs = unitMs(group, times);
        long[] idPart = new long[times.piece()];
        double[] timePart = new double[times.piece()];
        for (long first = 0; first < times.size(); first += idPart.length) {
            int count = (int) Math.min(idPart.length, times.size() - first);
            ids.longs(first, count, idPart);
            times.doubles(first, count, timePart);
            for (int i = 0; i < count; i++) {
                double ms = timePart[i] * unitMs;
                if (!(ms >= 0 && ms < LATEST_MS)) {
                    String needed = ms >= LATEST_MS ? "below " + LATEST_MS + " ms" : "of 0 or more";
                    throw times.wrong(
                            "entry " + (first + i) + " is " + timePart[i] + "; a time " + needed + " is needed");
                }
                sink.spike(idPart[i], Math.round(ms * TICS_PER_MS));
            }
        }
    }

    private static double unitMs(H5Group group, H5Column times) {
        String units = group.attribute(TIMES, "units").orElse("ms");
        return switch (units) {
            case "", "ms", "msec", "millisecond", "milliseconds" -> 1;
            case "s", "sec", "second", "seconds" -> 1000;
            default -> throw times.wrong("is in units of \"" + units + "\"; ms and s are known");
        };
    }
}
