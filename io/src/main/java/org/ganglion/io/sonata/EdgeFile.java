package org.ganglion.io.sonata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ganglion.io.sonata.source.Complaints;
import org.ganglion.io.sonata.source.H5File;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.io.sonata.source.TypesTable;
import org.ganglion.io.yaml.Position;
import org.ganglion.network.spec.Origin;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.network.wiring.SynapseList;
import org.ganglion.network.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/**
 * The edges of one population, as they become projections: one for each pair of populations of the network, synapse model,
 * weight and delay. They are looked at once while the circuit is read, and twice more when they are wired: to count the
 * sources of every target, and to put each source where it belongs. Beside that nothing is kept of them.
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
    private final List<Wiring> wired = new ArrayList<>(); // ready for being taken, once each
    private final Map<Integer, SynapseList> lists = new HashMap<>(); // by projection, until they are taken
    private long left;
    private final Set<Kind> differing = new HashSet<>();

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
    record Key(Cells source, Cells target, long type, Synapse synapse, double weight, double delayMs) {
        /** Whether weights and delays are given synapse by synapse. */
        boolean listed() {
            return Double.isNaN(weight);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key same
                    && same.source == source
                    && same.target == target
                    && same.type == type
                    && Double.compare(same.weight, weight) == 0
                    && Double.compare(same.delayMs, delayMs) == 0;
        }

        @Override
        public int hashCode() {
            return Objects.hash(
                    System.identityHashCode(source), System.identityHashCode(target), type, weight, delayMs);
        }
    }

    EdgeFile(
            Path file,
            String population,
            TypesTable types,
            ParameterFiles parameters,
            List<NodeTable> nodes,
            List<Cells> cells,
            boolean onlyNeuron) {
        this.file = file;
        this.population = population;
        this.types = types;
        this.parameters = parameters;
        this.nodes = nodes;
        this.cells = cells;
        this.onlyNeuron = onlyNeuron;
    }

    /** Looks at all edges: checks them and finds what projections they make. */
    void scan(Complaints complaints) {
        boolean again = true;
        while (again) {
            numbers.clear();
            counts.clear();
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

    /** The synapses of a projection whose weights and delays are given one by one; to be taken once. */
    SynapseList list(int number) {
        if (lists.isEmpty()) {
            listAll();
        }
        return Objects.requireNonNull(lists.remove(number), "taken already");
    }

    /** Goes through all edges twice, for all listed projections together, so that none is kept beside the lists. */
    private void listAll() {
        List<Key> keys = keys();
        List<SynapseList.Filler> fillers = new ArrayList<>(); // of all projections; those of others stay empty
        for (int number = 0; number < keys.size(); number++) {
            if (keys.get(number).listed()) {
                requireListable(count(number));
            }
            fillers.add(new SynapseList.Filler(true, true, Origin.INLINE));
        }
        Finder finder = new Finder();
        eachListed(finder, (number, source, target, weight, delayMs) -> fillers.get(number)
                .count(source, target, weight, delayMs));
        fillers.forEach(SynapseList.Filler::place);
        eachListed(finder, (number, source, target, weight, delayMs) -> fillers.get(number)
                .put(source, target, weight, delayMs));
        for (int number = 0; number < keys.size(); number++) {
            if (keys.get(number).listed()) {
                lists.put(number, fillers.get(number).list());
            }
        }
    }

    private void requireListable(long count) {
        if (count > Integer.MAX_VALUE - 16) {
            throw new SonataException(
                    Position.of(file.toString()),
                    "/edges/" + population,
                    count + " edges of one type have weights of their own; at most " + (Integer.MAX_VALUE - 16)
                            + " can, so split the population");
        }
    }

    private interface ListedEdge {
        void take(int number, int source, int target, double weight, double delayMs);
    }

    private void eachListed(Finder finder, ListedEdge edge) {
        read(new Complaints(), piece -> {
            for (int i = 0; i < piece.count; i++) {
                int number = finder.number(piece, i, false);
                if (number >= 0 && finder.listed()) {
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

    /** The synapses of a projection. All projections are wired together; each takes its own, once. */
    synchronized Wiring take(int number) {
        if (wired.isEmpty()) {
            wireAll();
        }
        Wiring own = wired.get(number);
        if (own == EdgeWiring.TAKEN) {
            wireAll();
            own = wired.get(number);
        }
        wired.set(number, EdgeWiring.TAKEN);
        if (wired.stream().allMatch(w -> w == EdgeWiring.TAKEN)) {
            wired.clear();
        }
        return own;
    }

    private void wireAll() {
        List<EdgeWiring.Filler> fillers = new ArrayList<>();
        for (Key key : numbers.keySet()) {
            fillers.add(new EdgeWiring.Filler(
                    key.source().rows().length, key.target().rows().length));
        }
        Finder finder = new Finder();
        Complaints ignored = new Complaints(); // all has been said when it was looked at first
        each(finder, ignored, (number, source, target) -> fillers.get(number).count(target));
        fillers.forEach(EdgeWiring.Filler::place);
        each(finder, ignored, (number, source, target) -> fillers.get(number).put(source, target));
        wired.clear();
        List<Key> keys = keys();
        for (int i = 0; i < fillers.size(); i++) {
            wired.add(keys.get(i).listed() ? EdgeWiring.TAKEN : fillers.get(i).wiring());
        }
    }

    private interface Edge {
        void take(int number, int source, int target);
    }

    private void each(Finder finder, Complaints complaints, Edge edge) {
        read(complaints, piece -> {
            for (int i = 0; i < piece.count; i++) {
                int number = finder.number(piece, i, false);
                if (number >= 0 && !finder.listed()) {
                    edge.take(number, finder.source(piece, i), finder.target(piece, i));
                }
            }
        });
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
                    && before.type == type.id()
                    && (before.listed()
                            || (before.weight == piece.weights[i] && before.delayMs == piece.delaysMs[i]))) {
                return lastNumber;
            }
            Kind kind = new Kind(source, target, type.id());
            boolean listed = !differing.isEmpty() && differing.contains(kind);
            double weight = listed ? Double.NaN : piece.weights[i];
            double delayMs = listed ? Double.NaN : piece.delaysMs[i];
            last = new Key(source, target, type.id(), type.synapse(), weight, delayMs);
            Integer known = numbers.get(last);
            if (known == null && create) {
                known = numbers.size();
                numbers.put(last, known);
                counts.add(new long[1]);
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
