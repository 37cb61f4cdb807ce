package org.ganglion.io.sonata.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ganglion.io.yaml.Position;
import org.ganglion.io.yaml.TextFile;

/**
 * A CSV file of node or edge types: columns separated by blanks, texts in double quotes where they hold blanks, {@code NULL}
 * for no value.
 */
public final class TypesTable {
    private static final String POPULATION = "population";

    private final Path file;
    private final Map<String, Map<Long, Row>> byPopulation = new HashMap<>(); // "" for rows of any population

    /** One type: what its columns say, without those that say nothing. */
    public static final class Row {
        private final Position at;
        private final Map<String, String> values;

        private Row(Position at, Map<String, String> values) {
            this.at = at;
            this.values = values;
        }

        public Position at() {
            return at;
        }

        public Optional<String> text(String column) {
            return Optional.ofNullable(values.get(column));
        }

        /** A finite number. */
        public OptionalDouble number(String column) {
            String text = values.get(column);
            return text == null ? OptionalDouble.empty() : OptionalDouble.of(parsed(column, text));
        }

        private double parsed(String column, String text) {
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw new SonataException(at, column, "\"" + text + "\" is not a number; write one, or NULL for none");
        }

        public Map<String, String> values() {
            return values;
        }
    }

    private TypesTable(Path file) {
        this.file = file;
    }

    /** A table without rows. */
    public static TypesTable none(Path file) {
        return new TypesTable(file);
    }

    /**
     * Reads a table.
     *
     * @param key name of the column with the number of the type
     */
    public static TypesTable read(Path path, String key) {
        List<SonataException> errors = new ArrayList<>();
        Optional<String> text = TextFile.read(path, (at, message) -> errors.add(new SonataException(at, "", message)));
        TypesTable table = new TypesTable(path);
        table.read(text.orElseThrow(errors::getFirst), key);
        return table;
    }

    private void read(String text, String key) {
        List<String> header = List.of();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            List<String> cells = cells(line, number);
            if (cells.isEmpty()) {
                continue;
            }
            if (header.isEmpty()) {
                header = cells;
                if (!header.contains(key)) {
                    throw new SonataException(
                            new Position(file.toString(), number, 1),
                            key,
                            "there is no such column; the first line names " + String.join(", ", header));
                }
            } else {
                row(header, cells, key, new Position(file.toString(), number, 1));
            }
        }
        if (header.isEmpty()) {
            throw new SonataException(Position.of(file.toString()), "", "the file is empty; a line of names is needed");
        }
    }

    private void row(List<String> header, List<String> cells, String key, Position at) {
        if (cells.size() != header.size()) {
            throw new SonataException(
                    at,
                    "",
                    cells.size() + " values stand here, but there are " + header.size()
                            + " columns; write NULL for no value, and quotes around texts with blanks");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).equals("NULL") && !cells.get(i).isEmpty()) {
                values.put(header.get(i), cells.get(i));
            }
        }
        Row row = new Row(at, values);
        double id = row.number(key).orElseThrow(() -> new SonataException(at, key, "is missing; each type needs one"));
        if (id != Math.rint(id) || Math.abs(id) > 1L << 53) {
            throw new SonataException(at, key, "\"" + values.get(key) + "\" is not a whole number");
        }
        Map<Long, Row> rows = byPopulation.computeIfAbsent(values.getOrDefault(POPULATION, ""), p -> new HashMap<>());
        if (rows.putIfAbsent((long) id, row) != null) {
            throw new SonataException(at, key, "the type " + (long) id + " is described twice; remove one");
        }
    }

    /** The cells of a line; {@code null} never. */
    private List<String> cells(String line, int number) {
        List<String> cells = new ArrayList<>();
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (c == ' ' || c == '\t') {
                i++;
            } else if (c == '"') {
                StringBuilder cell = new StringBuilder();
                i = quoted(line, i + 1, cell, number);
                cells.add(cell.toString());
            } else {
                int end = i;
                while (end < line.length() && line.charAt(end) != ' ' && line.charAt(end) != '\t') {
                    end++;
                }
                cells.add(line.substring(i, end));
                i = end;
            }
        }
        return cells;
    }

    /** Copies what stands in quotes, where two of them mean one; returns the place behind. */
    private int quoted(String line, int begin, StringBuilder cell, int number) {
        for (int i = begin; i < line.length(); i++) {
            if (line.charAt(i) != '"') {
                cell.append(line.charAt(i));
            } else if (i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else {
                return i + 1;
            }
        }
        throw new SonataException(
                new Position(file.toString(), number, begin),
                "",
                "the quote that begins here does not end in this line");
    }

    /** A type by its number, as a population knows it. */
    public Optional<Row> find(String population, long type) {
        Row own = byPopulation.getOrDefault(population, Map.of()).get(type);
        return Optional.ofNullable(
                own != null ? own : byPopulation.getOrDefault("", Map.of()).get(type));
    }

    public Path file() {
        return file;
    }
}
