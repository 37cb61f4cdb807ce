package org.ganglion.io.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One node of a YAML document. Parts that the document shares by aliases are shared here too. */
public sealed interface Yaml {

    Position at();

    /** What it is, for messages. */
    String kind();

    /**
     * A single value, as text.
     *
     * @param plain whether it stands without quotes
     * @param inLine whether its characters stand one after another in the file, from {@code at} on
     */
    record Scalar(Position at, String text, boolean plain, boolean inLine) implements Yaml {
        @Override
        public String kind() {
            return isEmpty() ? "nothing" : "\"" + text + "\"";
        }

        /** Whether it is YAML's way of saying nothing. */
        public boolean isEmpty() {
            return plain && (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null"));
        }

        /** The place of one of its characters, as well as it is known. */
        public Position at(int offset) {
            int quote = plain ? 0 : 1;
            return inLine && at.line() > 0 ? new Position(at.file(), at.line(), at.column() + offset + quote) : at;
        }
    }

    record Sequence(Position at, List<Yaml> items) implements Yaml {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Keys with values, in the order of the file. */
    record Mapping(Position at, Map<String, Entry> entries) implements Yaml {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A value and the place of its key. */
    record Entry(Position keyAt, Yaml value) {}
}
