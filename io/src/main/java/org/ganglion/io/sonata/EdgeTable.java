package org.ganglion.io.sonata;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.ganglion.io.sonata.source.Complaints;
import org.ganglion.io.sonata.source.H5Column;
import org.ganglion.io.sonata.source.H5Group;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.io.sonata.source.TypesTable;
import org.ganglion.network.spec.Suggestion;

/** One population of edges, read from the first to the last in pieces. Its file must stay open while it is read. */
final class EdgeTable {
    private static final String TYPE = "edge_type_id";
    private static final String GROUP = "edge_group_id";
    private static final String INDEX = "edge_group_index";
    static final String SOURCE = "source_node_id";
    static final String TARGET = "target_node_id";

    private final H5Group population;
    private final TypesTable types;
    private final NodeTable sources;
    private final NodeTable targets;
    private final H5Column source;
    private final H5Column target;
    private final Optional<H5Column> type;
    private final Optional<H5Column> group;
    private final Optional<H5Column> index;

    private EdgeTable(H5Group population, TypesTable types, List<NodeTable> nodes) {
        this.population = population;
        this.types = types;
        this.source = population.requireColumn(SOURCE);
        long size = source.size();
        this.target = population.requireColumn(TARGET).requireSize(size, SOURCE);
        this.type = population.column(TYPE).map(c -> c.requireSize(size, SOURCE));
        this.group = population.column(GROUP).map(c -> c.requireSize(size, SOURCE));
        this.index = group.isPresent() && size > 0
                ? Optional.of(population.requireColumn(INDEX).requireSize(size, SOURCE))
                : Optional.empty();
        this.sources = nodes(SOURCE, nodes, 0);
        this.targets = nodes(TARGET, nodes, 1);
    }

    static EdgeTable of(H5Group population, TypesTable types, List<NodeTable> nodes) {
        return new EdgeTable(population, types, nodes);
    }

    /** The population that node ids are in: as the attribute says, or else as the name {@code SOURCE_to_TARGET} does. */
    private NodeTable nodes(String dataset, List<NodeTable> nodes, int part) {
        Optional<String> named =
                population.attribute(dataset, "node_population").or(() -> population.attribute(dataset, "network"));
        String[] parts = name().split("_to_|__", 3);
        String wanted = named.orElse(
                parts.length >= 2
                        ? parts[part]
                        : nodes.size() == 1 ? nodes.getFirst().name() : "");
        if (wanted.isEmpty()) {
            throw population.wrong(
                    dataset, "does not say which population it is about; give it the attribute" + " node_population");
        }
        return nodes.stream()
                .filter(n -> n.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> population.wrong(
                        dataset,
                        Suggestion.unknown(
                                "population of nodes",
                                wanted,
                                nodes.stream().map(NodeTable::name).toList())));
    }

    String name() {
        String path = population.path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    H5Group population() {
        return population;
    }

    NodeTable sources() {
        return sources;
    }

    NodeTable targets() {
        return targets;
    }

    long size() {
        return source.size();
    }

    /** Some of the edges, one after another in the file: {@code [0 .. count)} of each array. */
    static final class Piece {
        long first;
        int count;
        final int[] sourceRows;
        final int[] targetRows;
        final EdgeType[] types;
        final double[] weights; // with sign and number of synapses
        final double[] delaysMs;
        final EdgeGroup[] groups;
        final long[] entries; // in the group

        private final NodeTable sources;
        private final NodeTable targets;

        private Piece(int size, NodeTable sources, NodeTable targets) {
            this.sources = sources;
            this.targets = targets;
            sourceRows = new int[size];
            targetRows = new int[size];
            types = new EdgeType[size];
            weights = new double[size];
            delaysMs = new double[size];
            groups = new EdgeGroup[size];
            entries = new long[size];
        }

        NodeTable sources() {
            return sources;
        }

        NodeTable targets() {
            return targets;
        }
    }

    /** What is done with one piece of the edges after the other. */
    interface Visitor {
        void visit(Piece piece);
    }

    /** Reads all edges. */
    void read(ParameterFiles files, boolean onlyNeuron, Complaints complaints, Visitor visitor) {
        new Reading(files, onlyNeuron, complaints).run(visitor);
    }

    private final class Reading {
        private final ParameterFiles files;
        private final boolean onlyNeuron;
        private final Complaints complaints;
        private final Map<Long, EdgeType> known = new HashMap<>();
        private final Map<Long, EdgeGroup> groups = new HashMap<>();
        private final EdgeParameters parameters;
        private final int size = source.piece();
        private final Piece piece = new Piece(size, sources, targets);
        private final long[] numbers = new long[size];
        private final long[] groupIds = new long[size];
        private final long[] positions = new long[size];
        private final long[] edges = new long[size];
        private final int[] members = new int[size];
        private final double[] fetched = new double[size];

        Reading(ParameterFiles files, boolean onlyNeuron, Complaints complaints) {
            this.files = files;
            this.onlyNeuron = onlyNeuron;
            this.complaints = complaints;
            this.parameters = new EdgeParameters(population, complaints);
        }

        void run(Visitor visitor) {
            for (long first = 0; first < source.size(); first += size) {
                piece.first = first;
                piece.count = (int) Math.min(size, source.size() - first);
                rows(source, sources, piece.sourceRows);
                rows(target, targets, piece.targetRows);
                types();
                values();
                visitor.visit(piece);
            }
        }

        private void rows(H5Column column, NodeTable nodes, int[] out) {
            column.longs(piece.first, piece.count, numbers);
            for (int i = 0; i < piece.count; i++) {
                out[i] = nodes.rowOf(numbers[i]);
                if (out[i] < 0) {
                    throw column.wrong("edge " + (piece.first + i) + ": there is no node " + numbers[i] + "; "
                            + nodes.idsInWords());
                }
            }
        }

        private void types() {
            if (type.isPresent()) {
                type.get().longs(piece.first, piece.count, numbers);
            } else {
                Arrays.fill(numbers, 0, piece.count, 0);
            }
            EdgeType last = null;
            for (int i = 0; i < piece.count; i++) {
                if (last == null || last.id() != numbers[i]) {
                    last = typeOf(numbers[i], piece.first + i);
                }
                piece.types[i] = last;
            }
        }

        private EdgeType typeOf(long id, long edge) {
            EdgeType found = known.get(id);
            if (found == null) {
                TypesTable.Row row = types.find(name(), id)
                        .orElseThrow(() -> population.wrong(
                                TYPE,
                                "edge " + edge + " is of type " + id + ", which " + types.file()
                                        + " does not describe"));
                found = EdgeType.read(id, population.path(), row, types, files, onlyNeuron, complaints);
                known.put(id, found);
            }
            return found;
        }

        private void values() {
            if (group.isEmpty()) {
                Arrays.fill(groupIds, 0, piece.count, 0);
                for (int i = 0; i < piece.count; i++) {
                    positions[i] = piece.first + i;
                }
            } else {
                group.get().longs(piece.first, piece.count, groupIds);
                index.orElseThrow().longs(piece.first, piece.count, positions);
            }
            int begin = 0;
            while (begin < piece.count) { // runs of one group
                int end = begin + 1;
                while (end < piece.count && groupIds[end] == groupIds[begin]) {
                    end++;
                }
                run(group(groupIds[begin], piece.first + begin), begin, end);
                begin = end;
            }
        }

        private EdgeGroup group(long id, long edge) {
            return groups.computeIfAbsent(
                    id,
                    _ -> EdgeGroup.of(
                            group.isPresent()
                                    ? AttributeGroups.find(population, id, GROUP, edge)
                                    : population.group(Long.toString(id))));
        }

        private void run(EdgeGroup values, int begin, int end) {
            int count = end - begin;
            for (int i = 0; i < count; i++) {
                edges[i] = piece.first + begin + i;
                members[i] = begin + i;
            }
            long[] at = begin == 0 ? positions : Arrays.copyOfRange(positions, begin, end);
            Arrays.fill(piece.groups, begin, end, values);
            System.arraycopy(at, 0, piece.entries, begin, count);
            fill(values.weight(), "syn_weight", at, count, EdgeType::weight, piece.weights);
            fill(values.delay(), "delay", at, count, EdgeType::delayMs, piece.delaysMs);
            if (values.synapses().isPresent()) {
                values.synapses().get().fetch(at, edges, count, fetched);
            }
            for (int i = 0; i < count; i++) {
                EdgeType own = piece.types[members[i]];
                double synapses = values.synapses().isPresent() ? fetched[i] : own.synapses();
                piece.weights[members[i]] *= own.sign() * synapses;
            }
            parameters.apply(groupIds[begin], at, edges, count, piece.types, begin);
        }

        private void fill(
                Optional<EdgeValues> own,
                String name,
                long[] at,
                int count,
                Function<EdgeType, OptionalDouble> standard,
                double[] out) {
            if (own.isPresent()) {
                own.get().fetch(at, edges, count, fetched);
                for (int i = 0; i < count; i++) {
                    out[members[i]] = fetched[i];
                }
                return;
            }
            for (int i = 0; i < count; i++) {
                EdgeType of = piece.types[members[i]];
                OptionalDouble value = standard.apply(of);
                if (value.isEmpty()) {
                    throw new SonataException(
                            of.row().at(),
                            name,
                            "neither the type nor its edges (" + population.path() + ") have a value; write one here");
                }
                out[members[i]] = value.getAsDouble();
            }
        }
    }
}
