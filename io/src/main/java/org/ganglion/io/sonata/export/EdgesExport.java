package org.ganglion.io.sonata.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.io.hdf5.ColumnFile;
import org.ganglion.network.synapse.Synapse;

/** Writes edges: one population in one file of HDF5 for each projection, and one table of their types. */
final class EdgesExport {
    static final String FILE = "network/edges.h5";
    static final String TYPES = "network/edge_types.csv";
    static final String MODELS = "components/synaptic_models";

    private static final int FIRST_TYPE = 100;

    private final Path folder;
    private final List<Edges> all = new ArrayList<>();

    /** Where the edges of a projection come from. */
    interface Source {
        /** Hands over all edges, always the same. */
        void each(Sink sink) throws IOException;
    }

    /** Takes edges. */
    interface Sink {
        void edge(int source, int target, double weight, double delayMs) throws IOException;
    }

    /**
     * The edges of a projection.
     *
     * @param name of their population
     * @param weight that all have, if they do
     * @param delayMs likewise
     * @param synapse that all have, with the same parameters
     */
    record Edges(
            String name,
            String source,
            String target,
            long size,
            Optional<Double> weight,
            Optional<Double> delayMs,
            Synapse synapse,
            Source edges) {}

    EdgesExport(Path folder) {
        this.folder = folder;
    }

    /** Adds edges; nothing is asked of them yet. */
    void add(Edges edges) {
        all.add(edges);
    }

    /**
     * Writes all edges, one projection after the other, and returns what the configuration says of the files. Where there are
     * none, no file is written.
     */
    List<Map<String, String>> write() throws IOException {
        if (all.isEmpty()) {
            return List.of();
        }
        List<String> types = new ArrayList<>(List.of("edge_type_id model_template syn_weight delay dynamics_params"));
        try (ColumnFile file = new ColumnFile(folder.resolve(FILE))) {
            all.forEach(edges -> announce(file, edges));
            file.layOut();
            for (int i = 0; i < all.size(); i++) {
                Edges edges = all.get(i);
                types.add((FIRST_TYPE + i) + " " + edges.synapse().model().name() + " " + cell(edges.weight()) + " "
                        + cell(edges.delayMs()) + " " + parameters(edges));
                write(file, edges, FIRST_TYPE + i);
            }
            file.commit();
        }
        Files.write(folder.resolve(TYPES), types);
        return List.of(Map.of("edges_file", FILE, "edge_types_file", TYPES));
    }

    private static void announce(ColumnFile file, Edges edges) {
        String group = "edges/" + edges.name();
        for (String column :
                List.of("source_node_id", "target_node_id", "edge_type_id", "edge_group_id", "edge_group_index")) {
            file.wholes(group + "/" + column, edges.size());
        }
        file.attribute(group + "/source_node_id", "node_population", edges.source());
        file.attribute(group + "/target_node_id", "node_population", edges.target());
        file.group(group + "/0");
        if (edges.weight().isEmpty()) {
            file.reals(group + "/0/syn_weight", edges.size());
        }
        if (edges.delayMs().isEmpty()) {
            file.reals(group + "/0/delay", edges.size());
        }
    }

    /** Writes the parameters of synapses, and returns the name of their file; NULL where there are none. */
    private String parameters(Edges edges) throws IOException {
        Synapse synapse = edges.synapse();
        Map<String, Object> tree = new LinkedHashMap<>();
        synapse.values().byName().forEach((name, value) -> tree.put(name, value.quantile(0.5)));
        tree.putAll(synapse.populations());
        if (tree.isEmpty()) {
            return "NULL";
        }
        Path models = Files.createDirectories(folder.resolve(MODELS));
        String file = edges.name() + ".json";
        JsonTree.write(models.resolve(file), tree);
        return file;
    }

    private static String cell(Optional<Double> value) {
        return value.map(String::valueOf).orElse("NULL");
    }

    private static void write(ColumnFile file, Edges edges, long type) throws IOException {
        String group = "edges/" + edges.name();
        ColumnFile.Column sources = file.fill(group + "/source_node_id");
        ColumnFile.Column targets = file.fill(group + "/target_node_id");
        Optional<ColumnFile.Column> weights =
                edges.weight().isPresent() ? Optional.empty() : Optional.of(file.fill(group + "/0/syn_weight"));
        Optional<ColumnFile.Column> delays =
                edges.delayMs().isPresent() ? Optional.empty() : Optional.of(file.fill(group + "/0/delay"));
        edges.edges().each((source, target, weight, delayMs) -> {
            sources.put((long) source);
            targets.put((long) target);
            if (weights.isPresent()) {
                weights.get().put(weight);
            }
            if (delays.isPresent()) {
                delays.get().put(delayMs);
            }
        });
        file.repeat(group + "/edge_type_id", type);
        file.repeat(group + "/edge_group_id", 0);
        file.number(group + "/edge_group_index");
    }
}
