package org.ganglion.io.sonata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ganglion.io.sonata.source.Complaints;
import org.ganglion.io.sonata.source.H5File;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.io.sonata.source.TypesTable;
import org.ganglion.io.yaml.Position;
import org.ganglion.network.spec.Origin;
import org.ganglion.network.wiring.SynapseList;
import org.jspecify.annotations.Nullable;

/**
 * The edges of one population, as they become projections: one for each pair of populations of the network, synapse model,
 * weight and delay. They are looked at once while the circuit is read, and twice more when they are wired: to count the
 * sources of every target, and to put each source where it belongs. What is long of that is not kept in memory.
 */
final class EdgeFile {
    /** Edges of one kind with more weights and delays than this are listed. */
    private static final int MOST_PROJECTIONS = 16;

    private final Path file;
    private final String population;
    private final TypesTable types;
    private final ParameterFiles parameters;
    private final List<NodeTable> nodes;
    private final List<Cells> cells;
    private final boolean onlyNeuron;
    private final Map<Key, Integer> numbers = new LinkedHashMap<>(); // in the order in which they are met
    private final List<long[]> counts = new ArrayList<>(); // [bundle][0]: edges
    private final List<First> firsts = new ArrayList<>(); // [bundle]
    private final EdgeSpool spool;
    private final Map<Integer, SynapseList> lists = new HashMap<>(); // by projection, once they were asked for
    private long left;
    private final Set<Kind> differing = new HashSet<>();

    /**
     * Where the weight and the delay of a projection's first edge stand; with its entry in the dataset unless they are given
     * synapse by synapse.
     *
     * @param weight empty where it is that of the type
     * @param delay likewise
     */
    record First(Optional<String> weight, Optional<String> delay) {
        private static First of(EdgeTable.Piece piece, int i, boolean listed) {
            String entry = listed ? "" : ": entry " + piece.entries[i];
            return new First(
                    piece.groups[i].weight().map(w -> w.path() + entry),
                    piece.groups[i].delay().map(d -> d.path() + entry));
        }
    }

    /** Edges between two populations that are of one type. */
    private record Kind(Cells source, Cells target, long type) {}

    /** Tells that edges of a kind have more weights and delays than projections are made for. */
    private static final class Differ extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Differ() {
            super(null, null, false, false);
        }
    }

    /** What the synapses of a projection have in common. */
    record Key(Cells source, Cells target, EdgeType type, double weight, double delayMs) {
        /** Whether weights and delays are given synapse by synapse. */
        boolean listed() {
            return Double.isNaN(weight);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key same
                    && same.source == source
                    && same.target == target
                    && same.type.id() == type.id()
                    && Double.compare(same.weight, weight) == 0
                    && Double.compare(same.delayMs, delayMs) == 0;
        }

        @Override
        public int hashCode() {
            return Objects.hash(
                    System.identityHashCode(source), System.identityHashCode(target), type.id(), weight, delayMs);
        }
    }

    EdgeFile(
            Path file,
            String population,
            TypesTable types,
            ParameterFiles parameters,
            List<NodeTable> nodes,
            List<Cells> cells,
            boolean onlyNeuron,
            EdgeSpool spool) {
        this.file = file;
        this.population = population;
        this.types = types;
        this.parameters = parameters;
        this.nodes = nodes;
        this.cells = cells;
        this.onlyNeuron = onlyNeuron;
        this.spool = spool;
    }

    /** Looks at all edges: checks them and finds what projections they make. */
    void scan(Complaints complaints) {
        boolean again = true;
        while (again) {
            numbers.clear();
            counts.clear();
            firsts.clear();
            left = 0;
            try {
                scanOnce(complaints);
                again = false;
            } catch (Differ e) {
                again = true; // with one more kind that is known to differ
            }
        }
    }

    private void scanOnce(Complaints complaints) {
        Finder finder = new Finder();
        read(complaints, piece -> {
            for (int i = 0; i < piece.count; i++) {
                int number = finder.number(piece, i, true);
                if (number < 0) {
                    left++;
                } else {
                    counts.get(number)[0]++;
                }
            }
        });
    }

    /** The synapses of a projection; of one whose weights and delays are given one by one, with these. */
    synchronized SynapseList list(int number) {
        boolean listed = keys().get(number).listed();
        if (!lists.containsKey(number)) {
            listAll(listed);
            spool.collect();
        }
        return Objects.requireNonNull(lists.get(number));
    }

    /**
     * Makes the lists of all projections that are listed, or of all others: goes through all edges twice, so that none is
     * kept beside the lists.
     */
    private void listAll(boolean listed) {
        List<Key> keys = keys();
        List<SynapseList.Filler> fillers = new ArrayList<>(); // of all projections; those of others stay empty
        for (int number = 0; number < keys.size(); number++) {
            requireListable(count(number));
            fillers.add(new SynapseList.Filler(listed, listed, Origin.INLINE));
        }
        Finder finder = new Finder();
        each(finder, listed, (number, source, target, weight, delayMs) -> fillers.get(number)
                .count(source, target, weight, delayMs));
        fillers.forEach(SynapseList.Filler::place);
        each(finder, listed, (number, source, target, weight, delayMs) -> fillers.get(number)
                .put(source, target, weight, delayMs));
        for (int number = 0; number < keys.size(); number++) {
            if (keys.get(number).listed() == listed) {
                lists.put(number, spool.keep(fillers.get(number).list()));
            }
        }
    }

    private void requireListable(long count) {
        if (count > Integer.MAX_VALUE - 16) {
            throw new SonataException(
                    Position.of(file.toString()),
                    "/edges/" + population,
                    count + " edges of one type become one projection; at most " + (Integer.MAX_VALUE - 16)
                            + " can, so split the population");
        }
    }

    private interface Edge {
        void take(int number, int source, int target, double weight, double delayMs);
    }

    private void each(Finder finder, boolean listed, Edge edge) {
        read(
                new Complaints(),
                piece -> { // all has been said when it was looked at first
                    for (int i = 0; i < piece.count; i++) {
                        int number = finder.number(piece, i, false);
                        if (number >= 0 && finder.listed() == listed) {
                            edge.take(
                                    number,
                                    finder.source(piece, i),
                                    finder.target(piece, i),
                                    piece.weights[i],
                                    piece.delaysMs[i]);
                        }
                    }
                });
    }

    private void read(Complaints complaints, EdgeTable.Visitor visitor) {
        try (H5File hdf5 = H5File.open(file)) {
            EdgeTable table = EdgeTable.of(
                    hdf5.root().requireGroup("edges", "edges").requireGroup(population, "edges"), types, nodes);
            table.read(parameters, onlyNeuron, complaints, visitor);
        }
    }

    /** What each projection has in common. */
    List<Key> keys() {
        return List.copyOf(numbers.keySet());
    }

    /** Where the weight and the delay of a projection stand. */
    First first(int number) {
        return firsts.get(number);
    }

    /** Edges of a projection. */
    long count(int number) {
        return counts.get(number)[0];
    }

    /** Edges from or to nodes that are left out. */
    long leftOut() {
        return left;
    }

    Path file() {
        return file;
    }

    String population() {
        return population;
    }

    /** Tells which projection an edge belongs to. */
    private final class Finder {
        private final Map<NodeTable, Cells[]> byRow = new HashMap<>();
        private final Map<Kind, Integer> alike = new HashMap<>(); // how many weights and delays edges of a kind have
        private @Nullable Key last;
        private int lastNumber = -1;

        Finder() {
            for (Cells part : cells) {
                Cells[] rows = byRow.computeIfAbsent(part.table(), t -> new Cells[t.size()]);
                for (int row : part.rows()) {
                    rows[row] = part;
                }
            }
        }

        private Cells[] parts(NodeTable table) {
            return byRow.computeIfAbsent(table, t -> new Cells[t.size()]);
        }

        /** The number of an edge's projection; -1 where one of its ends is left out. */
        int number(EdgeTable.Piece piece, int i, boolean create) {
            Cells source = parts(piece.sources())[piece.sourceRows[i]];
            Cells target = parts(piece.targets())[piece.targetRows[i]];
            if (source == null || target == null) {
                return -1;
            }
            EdgeType type = piece.types[i];
            Key before = last;
            if (before != null
                    && before.source == source
                    && before.target == target
                    && before.type.id() == type.id()
                    && (before.listed()
                            || (before.weight == piece.weights[i] && before.delayMs == piece.delaysMs[i]))) {
                return lastNumber;
            }
            Kind kind = new Kind(source, target, type.id());
            boolean listed = !differing.isEmpty() && differing.contains(kind);
            double weight = listed ? Double.NaN : piece.weights[i];
            double delayMs = listed ? Double.NaN : piece.delaysMs[i];
            last = new Key(source, target, type, weight, delayMs);
            Integer known = numbers.get(last);
            if (known == null && create) {
                known = numbers.size();
                numbers.put(last, known);
                counts.add(new long[1]);
                firsts.add(First.of(piece, i, listed));
                // Synapses that draw are told by their number in the projection, so that those that change stay
                // together.
                int most = type.synapse().model().plastic() ? 1 : MOST_PROJECTIONS;
                if (alike.merge(kind, 1, Integer::sum) > most) {
                    differing.add(kind);
                    throw new Differ();
                }
            }
            lastNumber = known == null ? -1 : known;
            return lastNumber;
        }

        /** Whether the edge that was asked for last is one of those that are listed. */
        boolean listed() {
            return last != null && last.listed();
        }

        int source(EdgeTable.Piece piece, int i) {
            return parts(piece.sources())[piece.sourceRows[i]].indexOf()[piece.sourceRows[i]];
        }

        int target(EdgeTable.Piece piece, int i) {
            return parts(piece.targets())[piece.targetRows[i]].indexOf()[piece.targetRows[i]];
        }
    }
}
