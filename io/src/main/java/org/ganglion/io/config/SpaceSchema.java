package org.ganglion.io.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.network.connect.ConnectionRules;
import org.ganglion.network.space.Kernel;
import org.ganglion.network.space.SpaceCatalog;
import org.ganglion.network.spec.Catalog;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;

/** The parts of the schema that are about space and lists of synapses. */
final class SpaceSchema {
    private static final List<String> POINTS =
            List.of("shape", "extent", "center", "anchor", "lower_left", "upper_right", "x", "y", "z");

    private SpaceSchema() {}

    /** Keys of projections beside the numbers of the rules. */
    static Map<String, Object> ofProjections() {
        Map<String, Object> properties = new LinkedHashMap<>();
        ConnectionRules.names().stream()
                .flatMap(rule -> ConnectionRules.kernelOf(rule).stream())
                .forEach(name -> properties.put(name, kernel()));
        properties.put(SpaceReader.MASK, oneOf(SpaceCatalog.MASKS, "type", "where partners are, around the neuron"));
        properties.put(
                ProjectionReader.MAKE_SYMMETRIC,
                ConfigSchema.described(ConfigSchema.ref("switch"), "whether a symmetric rule makes the way back too"));
        file(properties);
        for (String key : List.of(SynapseListReader.SOURCES, SynapseListReader.TARGETS)) {
            properties.put(key, numbers("neurons, one entry for each synapse"));
        }
        properties.put(SynapseListReader.WEIGHTS, numbers("one weight for each synapse, in the unit of weights"));
        properties.put(SynapseListReader.DELAYS, numbers("one delay for each synapse, in ms"));
        return properties;
    }

    private static void file(Map<String, Object> properties) {
        properties.put(
                FileReference.FILE, ConfigSchema.typed("string", "CSV or HDF5, relative to the folder of this file"));
        properties.put(FileReference.SHA256, ConfigSchema.typed("string", "what the file must have"));
    }

    private static Map<String, Object> numbers(String sentence) {
        return ConfigSchema.described(ConfigSchema.list(Map.of("type", List.of("number", "string"))), sentence);
    }

    private static Map<String, Object> kernel() {
        List<Object> forms = new ArrayList<>();
        forms.add(ConfigSchema.typed(List.of("number", "string"), "a number, or an expression of distance"));
        for (Catalog.Entry<Kernel> entry : SpaceCatalog.KERNELS.entries()) {
            forms.add(form(entry.description(), SpaceReader.KERNEL, List.of()));
        }
        return ConfigSchema.choice("oneOf", forms);
    }

    static Map<String, Object> positions() {
        return oneOf(SpaceCatalog.POSITIONS, "type", "where the neurons are");
    }

    private static Map<String, Object> oneOf(List<Description> descriptions, String key, String sentence) {
        List<Object> forms = new ArrayList<>();
        for (Description description : descriptions) {
            List<String> others = SpaceReader.NEST_NAMES.entrySet().stream()
                    .filter(e -> e.getValue().equals(description.name()))
                    .map(Map.Entry::getKey)
                    .toList();
            forms.add(form(description, key, others));
        }
        return ConfigSchema.described(ConfigSchema.choice("oneOf", forms), sentence);
    }

    /** A mapping in which {@code key} has the name of the description, or one of its other names. */
    private static Map<String, Object> form(Description description, String key, List<String> others) {
        List<String> names = new ArrayList<>(List.of(description.name()));
        names.addAll(others);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(key, Map.of("enum", names));
        for (ParameterSpec spec : description.parameters()) {
            String form = spec.kind() == ParameterSpec.Kind.SWITCH ? "switch" : ConfigSchema.NUMBER;
            properties.put(
                    spec.name(),
                    POINTS.contains(spec.name())
                            ? numbers(spec.sentence())
                            : ConfigSchema.described(ConfigSchema.ref(form), spec.sentence()));
        }
        if (properties.containsKey(FileReference.FILE)) {
            file(properties);
            properties.put("y", numbers("as x"));
            properties.put("z", numbers("as x"));
        }
        List<String> needed = new ArrayList<>(List.of(key));
        needed.addAll(ConfigSchema.required(description));
        return ConfigSchema.object(needed, properties);
    }
}
