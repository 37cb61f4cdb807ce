package org.ganglion.io.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganglion.network.spec.Suggestion;

/**
 * Reads a table from text: a first line with the names of the columns, then one line a row. Values are separated by commas
 * if the first line has any, otherwise by blanks; what follows a # is a comment.
 */
final class TextTable {
    private final TableErrors errors;
    private final List<Column> possible;
    private final List<Column> columns = new ArrayList<>(); // in the order of the file
    private boolean commas;
    private int[] begins = new int[16]; // of the values of a line
    private int[] ends = new int[16];

    private TextTable(List<Column> possible, TableErrors errors) {
        this.possible = possible;
        this.errors = errors;
    }

    static Optional<Table> read(Path path, List<Column> possible, TableErrors errors) throws IOException {
        return new TextTable(possible, errors).read(path);
    }

    private Optional<Table> read(Path path) throws IOException {
        int number = 0;
        try (BufferedReader in = Files.newBufferedReader(path)) {
            String line = in.readLine();
            for (number = 1; line != null && isBlank(line); number++) {
                line = in.readLine();
            }
            if (line == null) {
                errors.add("has no line with the names of its columns; write " + example() + " first");
                return Optional.empty();
            }
            if (!header(line, number)) {
                return Optional.empty();
            }
            Rows rows = new Rows(columns);
            for (line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!isBlank(line)) {
                    row(line, number, rows);
                }
            }
            return errors.none() ? Optional.of(rows.table()) : Optional.empty();
        } catch (CharacterCodingException e) {
            errors.add(number + 1, 1, "there is no text from about here on; save the file as UTF-8 text");
            return Optional.empty();
        }
    }

    private String example() {
        return String.join(",", possible.stream().map(Column::name).toList());
    }

    private static boolean isBlank(String line) {
        return end(line) == 0;
    }

    /** Where what counts of a line ends: before a comment and the blanks before it. */
    private static int end(String line) {
        int comment = line.indexOf('#');
        int end = comment < 0 ? line.length() : comment;
        while (end > 0 && line.charAt(end - 1) <= ' ') {
            end--;
        }
        return end;
    }

    /** Reads the names of the columns; whether all is well. */
    private boolean header(String line, int number) {
        String text = line.startsWith("\ufeff") ? line.substring(1) : line;
        commas = text.substring(0, end(text)).indexOf(',') >= 0;
        int count = split(text);
        List<String> names = possible.stream().map(Column::name).toList();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = text.substring(begins[i], ends[i]);
            int at = names.indexOf(name);
            if (at < 0 && !name.isEmpty() && Character.isLetter(name.charAt(0))) {
                errors.add(number, begins[i] + 1, Suggestion.unknown("column", name, names));
            } else if (at < 0) {
                errors.add(
                        number,
                        begins[i] + 1,
                        "the first line must name the columns, and \"" + name + "\" is no name; write " + example()
                                + " above it");
                return false;
            } else if (found.contains(name)) {
                errors.add(number, begins[i] + 1, "the column " + name + " is there twice; remove one");
            } else {
                columns.add(possible.get(at));
            }
            found.add(name);
        }
        for (Column column : possible) {
            if (column.required() && !found.contains(column.name())) {
                errors.add(number, 1, "there is no column " + column.name() + "; add it");
            }
        }
        return errors.none();
    }

    private void row(String line, int number, Rows rows) {
        int count = split(line);
        if (count != columns.size()) {
            String names = String.join(", ", columns.stream().map(Column::name).toList());
            errors.add(
                    number, 1, "has " + count + " values, but there are the columns " + names + "; write one for each");
            return;
        }
        for (int i = 0; i < count; i++) {
            rows.set(i, value(line, i, number));
        }
        rows.next();
    }

    private double value(String line, int i, int number) {
        Column column = columns.get(i);
        String text = line.substring(begins[i], ends[i]);
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            boolean named = text.toLowerCase(java.util.Locale.ROOT).matches("[+-]?(inf|infinity|nan)");
            String what = text.isEmpty() ? "has no value" : text + " is not a " + (named ? "finite " : "") + "number";
            errors.add(number, begins[i] + 1, column.name() + " " + what);
            return 0;
        }
        String objection = column.objection(value, text);
        if (!objection.isEmpty()) {
            errors.add(number, begins[i] + 1, objection);
            return 0;
        }
        return value;
    }

    /** Finds the values of a line; returns how many there are. */
    private int split(String line) {
        int end = end(line);
        int count = 0;
        int at = 0;
        while (true) {
            while (at < end && line.charAt(at) <= ' ') {
                at++;
            }
            if (at >= end && !(commas && count > 0)) {
                return count;
            }
            int begin = at;
            while (at < end && (commas ? line.charAt(at) != ',' : line.charAt(at) > ' ')) {
                at++;
            }
            int last = at;
            while (last > begin && line.charAt(last - 1) <= ' ') {
                last--;
            }
            if (count == begins.length) {
                begins = java.util.Arrays.copyOf(begins, 2 * count);
                ends = java.util.Arrays.copyOf(ends, 2 * count);
            }
            begins[count] = begin;
            ends[count++] = last;
            if (at >= end) {
                return count;
            }
            at += commas ? 1 : 0;
        }
    }
}
