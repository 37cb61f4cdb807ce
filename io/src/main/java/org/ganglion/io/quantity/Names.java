package org.ganglion.io.quantity;

import java.util.Collection;
import java.util.List;

/** The names that an expression may refer to. */
public interface Names {

    Collection<String> all();

    /** The value of one of these names. */
    Outcome value(String name);

    /** No names at all. */
    Names NONE = new Names() {
        @Override
        public Collection<String> all() {
            return List.of();
        }

        @Override
        public Outcome value(String name) {
            return new Outcome.Broken();
        }
    };
}
