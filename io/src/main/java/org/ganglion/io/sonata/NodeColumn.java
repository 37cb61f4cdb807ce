package org.ganglion.io.sonata;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ganglion.io.sonata.source.H5Column;
import org.ganglion.io.sonata.source.H5Group;
import org.ganglion.io.sonata.source.SonataException;
import org.jspecify.annotations.Nullable;

/**
 * One attribute of the nodes of a population. Where a node's group has it, that counts, also as a number into a library of
 * texts; otherwise what the node's type says.
 */
final class NodeColumn {
    private static final String LIBRARY = "@library";

    private final NodeTable table;
    private final String attribute;
    private final @Nullable Values[] ofGroups; // [group]; null where the group does not have it

    /** One dataset by its path: numbers, or texts, or numbers of texts. */
    private record Values(String path, double[] numbers, String[] texts, boolean named) {
        int size() {
            return named || numbers.length > 0 ? numbers.length : texts.length;
        }
    }

    private NodeColumn(NodeTable table, String attribute, @Nullable Values[] ofGroups) {
        this.table = table;
        this.attribute = attribute;
        this.ofGroups = ofGroups;
    }

    /** @param places in a group where it may stand; the last one is also the name of its column of the types */
    static NodeColumn read(NodeTable table, List<String> places) {
        String[] groups = table.groupNames();
        @Nullable Values[] values = new @Nullable Values[groups.length];
        for (int g = 0; g < groups.length; g++) {
            Optional<H5Group> group = table.population().group(groups[g]);
            for (String place : places) {
                if (group.isPresent() && values[g] == null) {
                    values[g] = values(table, group.get(), place);
                }
            }
        }
        return new NodeColumn(table, places.getLast(), values);
    }

    private static @Nullable Values values(NodeTable table, H5Group group, String place) {
        int slash = place.indexOf('/');
        if (slash >= 0) {
            Optional<H5Group> below = group.group(place.substring(0, slash));
            return below.isEmpty() ? null : values(table, below.get(), place.substring(slash + 1));
        }
        if (!group.datasets().contains(place)) {
            return null;
        }
        if (group.holdsTexts(place)) {
            return new Values(group.path(place), new double[0], group.texts(place, table.size()), false);
        }
        H5Column column = group.column(place).orElseThrow();
        if (column.size() > table.size()) {
            throw column.wrong("has " + column.size() + " entries, but the population has " + table.size() + " nodes");
        }
        Optional<H5Group> library =
                group.group(LIBRARY).filter(l -> l.datasets().contains(place));
        return library.isPresent()
                ? new Values(column.path(), column.allDoubles(), library.get().texts(place, Integer.MAX_VALUE), true)
                : new Values(column.path(), column.allDoubles(), new String[0], false);
    }

    /** Whether nodes of one type may differ in it. */
    boolean byNode() {
        for (Values values : ofGroups) {
            if (values != null) {
                return true;
            }
        }
        return false;
    }

    /** The value of a node as a text. */
    Optional<String> text(int row) {
        Values values = ofGroups[table.groupOf(row)];
        if (values == null) {
            return table.type(row).flatMap(type -> type.text(attribute));
        }
        int index = index(values, row);
        if (values.named()) {
            double number = values.numbers()[index];
            if (!(number >= 0 && number < values.texts().length)) {
                throw wrong(row, "number " + number + " is not in its library of " + values.texts().length + " texts");
            }
            return Optional.of(values.texts()[(int) number]);
        }
        return Optional.of(values.numbers().length > 0 ? plain(values.numbers()[index]) : values.texts()[index]);
    }

    /** The value of a node as a number. */
    OptionalDouble number(int row) {
        Values values = ofGroups[table.groupOf(row)];
        if (values == null) {
            return table.type(row).map(type -> type.number(attribute)).orElse(OptionalDouble.empty());
        }
        int index = index(values, row);
        if (values.named() || values.numbers().length == 0) {
            throw wrong(row, "holds texts where numbers are needed");
        }
        double value = values.numbers()[index];
        if (!Double.isFinite(value)) {
            throw wrong(row, value + " is not a number that can be used");
        }
        return OptionalDouble.of(value);
    }

    /** Whether a node's value stands in its group rather than in its type. */
    boolean inGroup(int row) {
        return ofGroups[table.groupOf(row)] != null;
    }

    private int index(Values values, int row) {
        int index = table.indexInGroup(row);
        if (index >= values.size()) {
            throw wrong(row, "has " + values.size() + " entries, but node_group_index asks for entry " + index);
        }
        return index;
    }

    /** A complaint about the value of a node, which stands in its group or in its type. */
    SonataException wrong(int row, String what) {
        Values values = ofGroups[table.groupOf(row)];
        if (values == null) {
            return new SonataException(table.type(row).orElseThrow().at(), attribute, what);
        }
        H5Group root = table.population().file().root();
        return root.wrong(values.path().substring(1), "node " + table.id(row) + ": " + what);
    }

    /** Whole numbers without a point, as JSON has them. */
    static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
