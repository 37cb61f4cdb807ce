package org.ganglion.io.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.Projection;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;

/** Reads one entry of the section {@code recorders}, which makes one recorder for each population or projection. */
final class RecorderReader {
    private static final String WEIGHTS = "weights";

    static final List<String> TYPES = List.of("spikes", "state", "rate", WEIGHTS);

    /** What types are called in NEST. */
    static final Map<String, String> OTHER_NAMES = Map.of("spike_recorder", "spikes", "multimeter", "state");

    private static final Set<String> ALL_TYPES =
            Set.of("spikes", "state", "rate", WEIGHTS, "spike_recorder", "multimeter");

    private final ItemReader items;
    private final List<Projection> projections;

    /** @param projections of the network, which have been read */
    RecorderReader(ItemReader items, List<Projection> projections) {
        this.items = items;
        this.projections = projections;
    }

    void read(String name, Fields fields, Consumer<Recorder> out) {
        Optional<Yaml> type = fields.require("type", "spikes");
        Optional<String> word = type.flatMap(node -> items.numbers().word(fields.path("type"), node));
        if (word.isPresent() && word.get().equals(WEIGHTS)) {
            weights(name, fields, out);
            return;
        }
        ItemReader.Names from = items.names(fields.path("from"), fields.require("from", "E"));
        Selection neurons = items.neurons(fields);
        if (word.isEmpty() || !ALL_TYPES.contains(word.get())) {
            if (!fields.keys().contains("type")) {
                fields.reportMissing("type", "spikes");
            }
            word.ifPresent(w -> items.findings()
                    .report(
                            type.orElseThrow().at(),
                            fields.path("type"),
                            Suggestion.unknown("type of recorder", w, TYPES)));
            return;
        }
        Maker maker = maker(OTHER_NAMES.getOrDefault(word.get(), word.get()), fields, neurons);
        for (String population : from.names()) {
            String own = items.expanded("recorders", name, from.listed(), population);
            out.accept(maker.of(own, population));
        }
        fields.close();
    }

    /** Makes the recorder of one population. */
    private interface Maker {
        Recorder of(String name, String population);
    }

    private Maker maker(String type, Fields fields, Selection neurons) {
        Window window = window(fields);
        double startMs = window.startMs();
        double stopMs = window.stopMs();
        switch (type) {
            case "spikes" -> {
                return (name, population) -> new Recorder.Spikes(name, population, neurons, startMs, stopMs);
            }
            case "rate" -> {
                double binMs = items.required(fields, "bin", Unit.MILLISECOND, "5 ms");
                return (name, population) -> new Recorder.Rates(name, population, neurons, binMs, startMs, stopMs);
            }
            default -> {
                List<String> variables = variables(fields);
                double intervalMs = items.required(fields, "interval", Unit.MILLISECOND, "0.1 ms");
                double offsetMs = items.number(fields, "offset", Unit.MILLISECOND, 0);
                return (name, population) ->
                        new Recorder.State(name, population, neurons, variables, intervalMs, offsetMs, startMs, stopMs);
            }
        }
    }

    /** From when to when it records. */
    private record Window(double startMs, double stopMs) {}

    private Window window(Fields fields) {
        double originMs = items.number(fields, "origin", Unit.MILLISECOND, 0);
        double startMs = originMs + items.number(fields, "start", Unit.MILLISECOND, 0);
        double stopMs = originMs + items.number(fields, "stop", Unit.MILLISECOND, Double.POSITIVE_INFINITY);
        return new Window(startMs, stopMs);
    }

    private void weights(String name, Fields fields, Consumer<Recorder> out) {
        Set<String> chosen = new LinkedHashSet<>();
        boolean several = fields.require("projection", "E-I")
                .map(node -> projections(fields.path("projection"), node, chosen))
                .orElse(false);
        Selection sources = items.neurons(fields, "sources");
        Selection targets = items.neurons(fields, "targets");
        double intervalMs = items.number(fields, "interval", Unit.MILLISECOND, Double.POSITIVE_INFINITY);
        Window window = window(fields);
        for (String projection : chosen) {
            String own = items.expanded("recorders", name, several, projection.replace('/', '-'));
            out.accept(new Recorder.Weights(
                    own, projection, sources, targets, intervalMs, window.startMs(), window.stopMs()));
        }
        fields.close();
    }

    /** Adds the projections that are named, by one name, a list of names or {@code all}; whether there may be several. */
    private boolean projections(String path, Yaml node, Set<String> out) {
        if (node instanceof Yaml.Scalar scalar && scalar.text().equals("all")) {
            projections.forEach(p -> out.add(p.name()));
            if (projections.isEmpty()) {
                items.findings().report(node.at(), path, "there is no projection; remove the recorder");
            }
            return true;
        }
        boolean several = node instanceof Yaml.Sequence;
        for (Yaml item : items.list(path, node)) {
            Optional<String> name = items.numbers().word(path, item);
            for (String projection : name.map(this::named).orElse(List.of())) {
                several |= !projection.equals(name.orElseThrow());
                if (!out.add(projection)) {
                    items.findings().report(item.at(), path, projection + " is listed twice; remove one");
                }
            }
        }
        return several;
    }

    /** The projection of that name, or those of an entry that made several; an unknown name stays, and is told later. */
    private List<String> named(String name) {
        List<String> names = projections.stream().map(Projection::name).toList();
        List<String> parts =
                names.stream().filter(n -> n.startsWith(name + "/")).toList();
        return names.contains(name) || parts.isEmpty() ? List.of(name) : parts;
    }

    private List<String> variables(Fields fields) {
        boolean asInNest =
                fields.keys().contains("record_from") && !fields.keys().contains("variables");
        String key = asInNest ? "record_from" : "variables";
        String path = fields.path(key);
        items.findings().show(fields.path("variables"), path);
        List<String> names = new ArrayList<>();
        List<Yaml> nodes =
                fields.require(key, "[V_m]").map(node -> items.list(path, node)).orElse(List.of());
        for (int i = 0; i < nodes.size(); i++) {
            names.add(items.numbers().word(path + "." + i, nodes.get(i)).orElse(""));
        }
        return names;
    }
}
