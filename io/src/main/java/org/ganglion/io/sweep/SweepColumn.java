package org.ganglion.io.sweep;

import java.util.List;
import org.ganglion.network.spec.Unit;

/** A column of the table of a sweep, with an entry for each trial. */
public sealed interface SweepColumn {
    String name();

    /** An entry as text; empty where there is none. */
    String text(int row);

    /**
     * Numbers; NaN where there is none.
     *
     * @param unit symbol; empty for plain numbers
     */
    record Numbers(String name, String unit, List<Double> values) implements SweepColumn {
        public Numbers {
            values = List.copyOf(values);
        }

        @Override
        public String text(int row) {
            double value = values.get(row);
            return Double.isNaN(value) ? "" : Unit.NONE.format(value);
        }

        /** The name with the unit, as in {@code rate.E [Hz]}. */
        public String title() {
            return unit.isEmpty() ? name : name + " [" + unit + "]";
        }
    }

    /** Texts. */
    record Texts(String name, List<String> values) implements SweepColumn {
        public Texts {
            values = List.copyOf(values);
        }

        @Override
        public String text(int row) {
            return values.get(row);
        }
    }
}
