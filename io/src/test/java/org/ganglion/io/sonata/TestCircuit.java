package org.ganglion.io.sonata;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableDataset;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Writes the files of small circuits. */
final class TestCircuit {
    private static final DatasetCreationOptions UNSIGNED =
            DatasetCreationOptions.builder().unsigned().build();

    private final Path folder;

    TestCircuit(Path folder) {
        this.folder = folder;
    }

    Path text(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        return Files.writeString(file, String.join("\n", lines) + "\n");
    }

    /** Groups and datasets by path; a dataset is an array. */
    static final class Contents {
        private final Map<String, Object> datasets = new LinkedHashMap<>();
        private final Map<String, String> attributes = new LinkedHashMap<>();

        Contents with(String path, Object array) {
            datasets.put(path, array);
            return this;
        }

        Contents without(String path) {
            datasets.remove(path);
            return this;
        }

        Contents attribute(String path, String value) {
            attributes.put(path, value);
            return this;
        }
    }

    Path hdf5(String name, Contents contents) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.toAbsolutePath().getParent());
        Map<String, WritableGroup> groups = new LinkedHashMap<>();
        try (WritableHdfFile hdf5 = HdfFile.write(file)) {
            groups.put("", hdf5);
            contents.datasets.forEach((path, array) -> {
                WritableGroup group = group(groups, path.substring(0, path.lastIndexOf('/')));
                String own = path.substring(path.lastIndexOf('/') + 1);
                WritableDataset dataset =
                        array instanceof long[] ? group.putDataset(own, array, UNSIGNED) : group.putDataset(own, array);
                String population = contents.attributes.get(path);
                if (population != null) {
                    dataset.putAttribute(path.endsWith("timestamps") ? "units" : "node_population", population);
                }
            });
        }
        return file;
    }

    private static WritableGroup group(Map<String, WritableGroup> groups, String path) {
        WritableGroup known = groups.get(path);
        if (known == null) {
            int slash = path.lastIndexOf('/');
            known = group(groups, slash < 0 ? "" : path.substring(0, slash)).putGroup(path.substring(slash + 1));
            groups.put(path, known);
        }
        return known;
    }

    /** Nodes 0, 1, 2 ... in one group that has no attributes but these positions. */
    static Contents nodes(String population, long... types) {
        int size = types.length;
        String path = "nodes/" + population;
        return new Contents()
                .with(path + "/node_id", IntStream.range(0, size).asLongStream().toArray())
                .with(path + "/node_type_id", types)
                .with(path + "/node_group_id", new int[size])
                .with(path + "/node_group_index", IntStream.range(0, size).toArray())
                .with(path + "/0/x", IntStream.range(0, size).asDoubleStream().toArray());
    }

    /** Edges in one group without attributes. */
    static Contents edges(String source, String target, long[] sources, long[] targets, long[] types) {
        String path = "edges/" + source + "_to_" + target;
        int size = sources.length;
        return new Contents()
                .with(path + "/source_node_id", sources)
                .attribute(path + "/source_node_id", source)
                .with(path + "/target_node_id", targets)
                .attribute(path + "/target_node_id", target)
                .with(path + "/edge_type_id", types)
                .with(path + "/edge_group_id", new int[size])
                .with(path + "/edge_group_index", IntStream.range(0, size).toArray());
    }

    static Contents spikes(String population, long[] nodes, double[] timesMs) {
        return new Contents()
                .with("spikes/" + population + "/node_ids", nodes)
                .with("spikes/" + population + "/timestamps", timesMs)
                .attribute("spikes/" + population + "/timestamps", "ms");
    }
}
