package org.ganglion.io.plot;

/**
 * An axis over the values of a parameter, with some room at both ends.
 *
 * @param low where it begins
 * @param high where it ends
 */
record SweepAxis(Levels levels, double low, double high) {
    private static final double ROOM = 0.05;
    private static final int MOST_TICKS = 6;

    static SweepAxis of(Levels levels) {
        double first = levels.places().stream().mapToDouble(x -> x).min().orElse(0);
        double last = levels.places().stream().mapToDouble(x -> x).max().orElse(1);
        double room = ROOM * (last > first ? last - first : 1);
        return new SweepAxis(levels, first - room, last + room);
    }

    interface Tick {
        /**
         * Draws a tick.
         *
         * @param share of the way along the axis
         */
        void draw(double share, String label);
    }

    /** Round numbers, or some of the values where places are mere positions. */
    void ticks(Tick tick) {
        if (levels.even()) {
            int every = (levels.count() + MOST_TICKS - 1) / MOST_TICKS;
            for (int i = 0; i < levels.count(); i += every) {
                tick.draw(share(levels.places().get(i)), levels.labels().get(i));
            }
            return;
        }
        Ticks ticks = Ticks.between(low, high, MOST_TICKS);
        for (int i = 0; i < ticks.count(); i++) {
            tick.draw(share(ticks.value(i)), ticks.label(i));
        }
    }

    double share(double place) {
        return (place - low) / (high - low);
    }
}
