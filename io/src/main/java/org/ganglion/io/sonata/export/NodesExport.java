package org.ganglion.io.sonata.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.io.hdf5.ColumnFile;
import org.ganglion.network.Population;
import org.ganglion.network.neuron.simple.IntFire1;
import org.ganglion.network.space.Points;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.VariableSpec;
import org.ganglion.simulator.group.NeuronValues;
import org.ganglion.simulator.plan.NetworkPlan;

/** Writes nodes: a file of HDF5 for each population, one table of their types, and one of parameters for each model type. */
final class NodesExport {
    static final String TYPES = "network/node_types.csv";
    static final String MODELS = "components/point_neuron_models";

    private final Path folder;
    private final List<String> types = new ArrayList<>();
    private final List<Map<String, String>> files = new ArrayList<>();

    NodesExport(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("network"));
        Files.createDirectories(folder.resolve(MODELS));
        types.add("node_type_id pop_name model_type model_template dynamics_params");
    }

    /** Neurons of a network, with all that a run would draw for them. */
    void neurons(NetworkPlan plan, int index) throws IOException {
        Population population = plan.populations().get(index).population();
        NeuronValues values = NeuronValues.of(plan, index);
        Map<String, Object> same = new LinkedHashMap<>();
        Map<String, double[]> differing = new LinkedHashMap<>();
        boolean inSeconds = population.model() instanceof IntFire1;
        for (ParameterSpec spec : population.model().description().parameters()) {
            if (!spec.isList()) {
                double[] all = values.parameter(spec.name());
                for (int i = 0; inSeconds && i < all.length; i++) {
                    all[i] = seconds(all[i]);
                }
                sort(spec.name(), all, same, differing);
            }
        }
        for (VariableSpec spec : population.model().description().variables()) {
            if (spec.settable()) {
                sort(spec.name(), values.initial(spec.name()), same, differing);
            }
        }
        String json = population.name() + ".json";
        JsonTree.write(folder.resolve(MODELS).resolve(json), same);
        String template = (inSeconds ? "nrn:" : "nest:") + population.model().name();
        Points points = population
                .positions()
                .points(population.size(), plan.experiment().settings().seed(), index);
        if (points.exist()) {
            for (int d = 0; d < points.dimensions(); d++) {
                double[] at = new double[population.size()];
                for (int i = 0; i < at.length; i++) {
                    at[i] = points.at(d, i);
                }
                differing.put("../" + "xyz".charAt(d), at);
            }
        }
        write(population.name(), population.size(), differing, "point_neuron " + template + " " + json);
    }

    /** What a number in ms must be in seconds so that it is the same in ms again. */
    private static double seconds(double ms) {
        double near = ms / 1000;
        for (double tried : new double[] {near, Math.nextUp(near), Math.nextDown(near)}) {
            if (tried * 1000 == ms) {
                return tried;
            }
        }
        return near;
    }

    private static void sort(String name, double[] all, Map<String, Object> same, Map<String, double[]> differing) {
        boolean equal = true;
        for (double value : all) {
            equal &= value == all[0];
        }
        if (!equal) {
            differing.put(name, all);
        } else if (all.length > 0 && Double.isFinite(all[0])) { // what is infinite is so by default
            same.put(name, all[0]);
        }
    }

    /** Nodes that only send spikes that they are given. */
    void virtual(String name, int size) throws IOException {
        write(name, size, Map.of(), "virtual NULL NULL");
    }

    private void write(String name, int size, Map<String, double[]> parameters, String type) throws IOException {
        int typeId = 100 + files.size();
        types.add(typeId + " " + name + " " + type);
        String file = "network/" + name + "_nodes.h5";
        String group = "nodes/" + name;
        try (ColumnFile nodes = new ColumnFile(folder.resolve(file))) {
            for (String column : List.of("node_id", "node_type_id", "node_group_id", "node_group_index")) {
                nodes.wholes(group + "/" + column, size);
            }
            nodes.group(group + "/0");
            parameters.forEach((parameter, values) -> nodes.reals(path(group, parameter), size));
            nodes.layOut();
            nodes.number(group + "/node_id");
            nodes.repeat(group + "/node_type_id", typeId);
            nodes.repeat(group + "/node_group_id", 0);
            nodes.number(group + "/node_group_index");
            for (Map.Entry<String, double[]> entry : parameters.entrySet()) {
                nodes.fill(path(group, entry.getKey()), entry.getValue());
            }
            nodes.commit();
        }
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put("nodes_file", file);
        entry.put("node_types_file", TYPES);
        files.add(entry);
    }

    private static String path(String group, String parameter) {
        return parameter.startsWith("../")
                ? group + "/0/" + parameter.substring(3)
                : group + "/0/dynamics_params/" + parameter;
    }

    /** Writes the table of types, and returns what the configuration says of all files. */
    List<Map<String, String>> finish() throws IOException {
        Files.write(folder.resolve(TYPES), types);
        return files;
    }
}
