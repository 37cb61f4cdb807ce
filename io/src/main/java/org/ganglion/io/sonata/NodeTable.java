package org.ganglion.io.sonata;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ganglion.io.sonata.source.H5Column;
import org.ganglion.io.sonata.source.H5Group;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.io.sonata.source.TypesTable;

/** One population of nodes: who is in it, and where the attributes of each stand. Its file must stay open while it is asked. */
final class NodeTable {
    private static final String ID = "node_id";
    private static final String TYPE = "node_type_id";
    private static final String GROUP = "node_group_id";
    private static final String INDEX = "node_group_index";

    private final String name;
    private final H5Group population;
    private final TypesTable types;
    private final long[] ids; // [row]
    private final long[] typeIds; // [row]
    private final String[] groupNames; // of the groups that rows are in
    private final int[] groupOf; // [row] -> position in groupNames
    private final int[] indexInGroup; // [row]
    private final int[] byId; // rows in rising order of ids; empty where ids are 0, 1, 2 ...
    private final Map<String, NodeColumn> columns = new HashMap<>();

    private NodeTable(
            String name,
            H5Group population,
            TypesTable types,
            long[] ids,
            long[] typeIds,
            String[] groupNames,
            int[] groupOf,
            int[] indexInGroup) {
        this.name = name;
        this.population = population;
        this.types = types;
        this.ids = ids;
        this.typeIds = typeIds;
        this.groupNames = groupNames;
        this.groupOf = groupOf;
        this.indexInGroup = indexInGroup;
        this.byId = order(ids);
    }

    static NodeTable read(String name, H5Group population, TypesTable types) {
        H5Column type = population.requireColumn(TYPE);
        int size = length(type);
        long[] typeIds = type.allLongs();
        long[] ids = population
                .column(ID)
                .map(c -> c.requireSize(size, TYPE).allLongs())
                .orElseGet(() -> IntStream.range(0, size).asLongStream().toArray());
        int[] groupOf = new int[size];
        int[] indexInGroup = IntStream.range(0, size).toArray();
        Map<Long, Integer> groups = new LinkedHashMap<>(Map.of());
        Optional<H5Column> group = population.column(GROUP);
        if (group.isPresent() && size > 0) {
            long[] groupIds = group.get().requireSize(size, TYPE).allLongs();
            for (int row = 0; row < size; row++) {
                int first = row;
                groupOf[row] = groups.computeIfAbsent(groupIds[row], id -> {
                    AttributeGroups.find(population, id, GROUP, first);
                    return groups.size();
                });
            }
            long[] index =
                    population.requireColumn(INDEX).requireSize(size, TYPE).allLongs();
            for (int row = 0; row < size; row++) {
                if (index[row] < 0 || index[row] > Integer.MAX_VALUE) {
                    throw population.wrong(INDEX, "entry " + row + " is " + index[row] + "; it must be a position");
                }
                indexInGroup[row] = (int) index[row];
            }
        } else {
            groups.put(0L, 0);
        }
        String[] names = groups.keySet().stream().map(String::valueOf).toArray(String[]::new);
        NodeTable table = new NodeTable(name, population, types, ids, typeIds, names, groupOf, indexInGroup);
        table.requireDifferentIds();
        return table;
    }

    private static int length(H5Column column) {
        if (column.size() > Integer.MAX_VALUE - 64) {
            throw column.wrong("has " + column.size() + " entries; a population has at most " + Integer.MAX_VALUE);
        }
        return (int) column.size();
    }

    private static int[] order(long[] ids) {
        if (IntStream.range(0, ids.length).allMatch(i -> ids[i] == i)) {
            return new int[0];
        }
        return IntStream.range(0, ids.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> ids[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void requireDifferentIds() {
        for (int i = 1; i < byId.length; i++) {
            if (ids[byId[i]] == ids[byId[i - 1]]) {
                throw population.wrong(ID, "the id " + ids[byId[i]] + " is given twice; every node needs its own");
            }
        }
    }

    String name() {
        return name;
    }

    /** Number of nodes; rows are numbered from 0. */
    int size() {
        return ids.length;
    }

    long id(int row) {
        return ids[row];
    }

    long typeId(int row) {
        return typeIds[row];
    }

    /** The row of a node, or -1. */
    int rowOf(long id) {
        if (byId.length == 0) {
            return id >= 0 && id < ids.length ? (int) id : -1;
        }
        int low = 0;
        int high = byId.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = ids[byId[middle]];
            if (there == id) {
                return byId[middle];
            }
            if (there < id) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** What ids there are, for messages. */
    String idsInWords() {
        if (ids.length == 0) {
            return name + " has no nodes";
        }
        return name + " has " + ids.length + " nodes with ids from "
                + Arrays.stream(ids).min().getAsLong() + " to "
                + Arrays.stream(ids).max().getAsLong();
    }

    /** The row of the node types file for a node; none where the file has no such type. */
    Optional<TypesTable.Row> type(int row) {
        return types.find(name, typeIds[row]);
    }

    H5Group population() {
        return population;
    }

    TypesTable types() {
        return types;
    }

    SonataException wrong(String dataset, String what) {
        return population.wrong(dataset, what);
    }

    /** An attribute of all nodes, from their groups or else from their types. */
    NodeColumn column(String attribute) {
        return columns.computeIfAbsent(attribute, a -> NodeColumn.read(this, List.of(a)));
    }

    /** A parameter of all nodes: that of {@code dynamics_params} in their groups, or else as an attribute. */
    NodeColumn parameter(String parameter) {
        return NodeColumn.read(this, List.of("dynamics_params/" + parameter, parameter));
    }

    /** Names of parameters that some group has for each of its nodes. */
    List<String> parameters() {
        return Arrays.stream(groupNames)
                .flatMap(g -> population.group(g).stream())
                .flatMap(g -> g.group("dynamics_params").stream())
                .flatMap(g -> g.datasets().stream())
                .distinct()
                .sorted()
                .toList();
    }

    String[] groupNames() {
        return groupNames;
    }

    int groupOf(int row) {
        return groupOf[row];
    }

    int indexInGroup(int row) {
        return indexInGroup[row];
    }
}
