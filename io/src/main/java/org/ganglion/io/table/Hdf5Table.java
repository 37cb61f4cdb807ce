package org.ganglion.io.table;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.network.spec.Suggestion;

/** Reads a table from HDF5: one dataset of one dimension for each column, at the root of the file. */
final class Hdf5Table {
    private final TableErrors errors;

    private Hdf5Table(TableErrors errors) {
        this.errors = errors;
    }

    static Optional<Table> read(Path path, List<Column> possible, TableErrors errors) {
        try (HdfFile file = new HdfFile(path)) {
            return new Hdf5Table(errors).read(file, possible);
        } catch (HdfException | IllegalArgumentException e) {
            errors.add("is not an HDF5 file that can be read (" + e.getMessage() + "); write it again, or as CSV");
            return Optional.empty();
        }
    }

    private Optional<Table> read(HdfFile file, List<Column> possible) {
        Map<String, Node> there = file.getChildren();
        Map<String, int[]> wholes = new HashMap<>();
        Map<String, double[]> numbers = new HashMap<>();
        List<String> lengths = new ArrayList<>();
        int rows = -1;
        for (Column column : possible) {
            Node node = there.get(column.name());
            if (node == null) {
                missing(column, List.copyOf(there.keySet()));
                continue;
            }
            Optional<double[]> values = values(column, node);
            if (values.isEmpty()) {
                continue;
            }
            int length = values.get().length;
            lengths.add(column.name() + " has " + length + " values");
            if (rows >= 0 && rows != length) {
                errors.add(String.join(", ", lengths) + "; give all datasets the same length");
            }
            rows = length;
            if (column.whole()) {
                wholes.put(column.name(), whole(values.get()));
            } else {
                numbers.put(column.name(), values.get());
            }
        }
        return errors.none() ? Optional.of(new Table(Math.max(0, rows), wholes, numbers)) : Optional.empty();
    }

    private void missing(Column column, List<String> there) {
        if (column.required()) {
            errors.add("there is no dataset " + column.name()
                    + Suggestion.closest(column.name(), there)
                            .map(n -> "; did you mean " + n + "? rename it")
                            .orElse("; add it at the root of the file"));
        }
    }

    private Optional<double[]> values(Column column, Node node) {
        if (!(node instanceof Dataset dataset) || dataset.getDimensions().length != 1) {
            errors.add(column.name() + " is not a dataset of one dimension; make it one");
            return Optional.empty();
        }
        Object data = dataset.isEmpty() ? new double[0] : dataset.getDataFlat();
        int size = Array.getLength(data);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            if (!(number(data, i) instanceof Number number)) {
                errors.add(column.name() + " does not hold numbers; write it as integers or floating point");
                return Optional.empty();
            }
            values[i] = number.doubleValue();
            String text = number.toString();
            String objection = column.objection(values[i], text);
            if (!objection.isEmpty()) {
                errors.add("row " + i + ": " + objection);
            }
        }
        return Optional.of(values);
    }

    /** One entry of an array of any kind. */
    private static Object number(Object data, int i) {
        return switch (data) {
            case double[] all -> all[i];
            case int[] all -> all[i];
            case long[] all -> all[i];
            case float[] all -> all[i];
            default -> Array.get(data, i);
        };
    }

    private static int[] whole(double[] values) {
        int[] result = new int[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (int) values[i];
        }
        return result;
    }
}
