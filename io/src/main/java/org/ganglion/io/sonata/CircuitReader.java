package org.ganglion.io.sonata;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ganglion.io.sonata.source.Complaints;
import org.ganglion.io.sonata.source.H5File;
import org.ganglion.io.sonata.source.H5Group;
import org.ganglion.io.sonata.source.Section;
import org.ganglion.io.sonata.source.TypesTable;
import org.ganglion.io.yaml.Position;
import org.ganglion.network.Population;
import org.ganglion.network.Projection;
import org.ganglion.network.connect.ListedSynapses;
import org.ganglion.network.neuron.simple.IntFire1;
import org.ganglion.network.wiring.SynapticValue;

/** Reads the nodes and edges that a configuration names. Closed when the last question about nodes has been asked. */
final class CircuitReader implements Closeable {
    private final ConfigParts.Part config;
    private final String target;
    private final boolean skipUnsupported;
    private final Complaints complaints;
    private final ParameterFiles cellFiles;
    private final ParameterFiles synapseFiles;
    private final List<H5File> open = new ArrayList<>();
    private final EdgeSpool spool = new EdgeSpool();
    private final List<NodeTable> tables = new ArrayList<>();
    private final List<Cells> cells = new ArrayList<>();
    private final List<Population> populations = new ArrayList<>();
    private final List<Projection> projections = new ArrayList<>();
    private final Map<String, SonataModel.Place> places = new LinkedHashMap<>();
    private final Set<Path> files = new LinkedHashSet<>();
    private final Map<String, String> edgesOf = new LinkedHashMap<>(); // population of edges, by projection

    CircuitReader(ConfigParts.Part config, String target, boolean skipUnsupported, Complaints complaints) {
        this.config = config;
        this.target = target;
        this.skipUnsupported = skipUnsupported;
        this.complaints = complaints;
        Optional<Section> components = config.root().section("components");
        this.cellFiles = new ParameterFiles(
                components.flatMap(c -> config.manifest().path(c, "point_neuron_models_dir")),
                "components.point_neuron_models_dir");
        this.synapseFiles = new ParameterFiles(
                components.flatMap(c -> config.manifest().path(c, "synaptic_models_dir")),
                "components.synaptic_models_dir");
    }

    void read() {
        Section networks = config.root().section("networks").orElseThrow(() -> config.root()
                .missing("networks", "{...}"));
        List<Section> nodes = networks.sections("nodes");
        if (nodes.isEmpty()) {
            throw networks.missing("nodes", "[{\"nodes_file\": \"nodes.h5\"}]");
        }
        nodes.forEach(part -> complaints.attempt(() -> readNodes(part)));
        Set<String> taken = new HashSet<>();
        for (NodeTable table : tables) {
            complaints.attempt(() -> sort(table, taken));
        }
        List<Section> edges = networks.sections("edges");
        if (!complaints.none()) {
            return; // edges can only be held against nodes that are sound
        }
        Set<String> names = new HashSet<>();
        edges.forEach(part -> complaints.attempt(() -> readEdges(part, names)));
    }

    private TypesTable types(Section part, String key, String column, Path beside) {
        Optional<Path> file = config.manifest().path(part, key);
        file.ifPresent(files::add);
        return file.isPresent() ? TypesTable.read(file.get(), column) : TypesTable.none(beside);
    }

    private void readNodes(Section part) {
        if (!part.flag("enabled", true)) {
            return;
        }
        Path file = config.manifest().requirePath(part, "nodes_file", "\"nodes.h5\"");
        files.add(file);
        TypesTable types = types(part, "node_types_file", "node_type_id", file);
        H5File hdf5 = H5File.open(file);
        open.add(hdf5);
        Map<String, H5Group> groups =
                hdf5.root().requireGroup("nodes", "populations of nodes").groups();
        if (groups.isEmpty()) {
            throw hdf5.root().wrong("nodes", "there is no population in this group; one at least is needed");
        }
        groups.forEach((name, group) -> complaints.attempt(() -> {
            if (tables.stream().anyMatch(t -> t.name().equals(name))) {
                throw group.file()
                        .root()
                        .wrong("nodes/" + name, "another file has a population of this name; rename one of them");
            }
            tables.add(NodeTable.read(name, group, types));
        }));
    }

    private void sort(NodeTable table, Set<String> taken) {
        for (Cells part : new CellSorter(table, target, skipUnsupported, complaints).sort(taken)) {
            Population population = CellParameters.population(part, cellFiles, complaints);
            cells.add(part);
            populations.add(population);
            Position at = Position.of(table.population().file().path().toString());
            places.put(
                    "populations." + part.name(),
                    new SonataModel.Place(at, table.population().path()));
        }
    }

    private void readEdges(Section part, Set<String> names) {
        if (!part.flag("enabled", true)) {
            return;
        }
        Path file = config.manifest().requirePath(part, "edges_file", "\"edges.h5\"");
        files.add(file);
        TypesTable types = types(part, "edge_types_file", "edge_type_id", file);
        List<String> populationNames;
        try (H5File hdf5 = H5File.open(file)) {
            populationNames = List.copyOf(hdf5.root()
                    .requireGroup("edges", "populations of edges")
                    .groups()
                    .keySet());
        }
        boolean onlyNeuron = cells.stream().allMatch(c -> c.virtual() || c.model() instanceof IntFire1);
        for (String population : populationNames) {
            complaints.attempt(() -> project(
                    new EdgeFile(file, population, types, synapseFiles, tables, cells, onlyNeuron, spool), names));
        }
    }

    private void project(EdgeFile edges, Set<String> names) {
        edges.scan(complaints);
        if (edges.leftOut() > 0) {
            complaints.note(edges.file() + ": /edges/" + edges.population() + ": " + edges.leftOut()
                    + " edges from or to nodes that are left out are left out too");
        }
        List<EdgeFile.Key> keys = edges.keys();
        for (int i = 0; i < keys.size(); i++) {
            EdgeFile.Key key = keys.get(i);
            String name = Names.different(edges.population() + "-" + key.type().id(), names);
            edgesOf.put(name, edges.population());
            projections.add(new Projection(
                    name,
                    key.source().name(),
                    key.target().name(),
                    key.listed() ? new ListedSynapses(edges.list(i)) : new EdgeRule(edges, i),
                    key.listed() ? SynapticValue.Listed.WEIGHT : SynapticValue.constant(key.weight()),
                    key.listed() ? SynapticValue.Listed.DELAY : SynapticValue.constant(key.delayMs()),
                    key.type().synapse()));
            place(edges, key.type(), edges.first(i), "projections." + name);
        }
    }

    /** Says where what a projection is made of stands. */
    private void place(EdgeFile edges, EdgeType type, EdgeFile.First first, String path) {
        Position row = type.row().at();
        Position file = Position.of(edges.file().toString());
        places.put(path, new SonataModel.Place(row, type.path()));
        places.put(
                path + ".weight",
                first.weight()
                        .map(dataset -> new SonataModel.Place(file, dataset))
                        .orElse(new SonataModel.Place(row, type.path() + ".syn_weight")));
        first.delay().ifPresent(dataset -> places.put(path + ".delay", new SonataModel.Place(file, dataset)));
        type.places().forEach((parameter, place) -> places.put(path + ".synapse." + parameter, place));
    }

    List<NodeTable> tables() {
        return tables;
    }

    List<Cells> cells() {
        return cells;
    }

    List<Population> populations() {
        return populations;
    }

    List<Projection> projections() {
        return projections;
    }

    /** The population of edges that each projection is of, by its name. */
    Map<String, String> edgesOf() {
        return edgesOf;
    }

    Map<String, SonataModel.Place> places() {
        return places;
    }

    /** All files that decide what the circuit is. */
    List<Path> files() {
        List<Path> all = new ArrayList<>(files);
        all.addAll(cellFiles.files());
        all.addAll(synapseFiles.files());
        return all;
    }

    @Override
    public void close() {
        open.forEach(H5File::close);
    }
}
