package org.ganglion.io.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;

/** Reads one entry of the section {@code recorders}, which makes one recorder for each population. */
final class RecorderReader {
    static final List<String> TYPES = List.of("spikes", "state", "rate");

    /** What types are called in NEST. */
    static final Map<String, String> OTHER_NAMES = Map.of("spike_recorder", "spikes", "multimeter", "state");

    private static final Set<String> ALL_TYPES = Set.of("spikes", "state", "rate", "spike_recorder", "multimeter");

    private final ItemReader items;

    RecorderReader(ItemReader items) {
        this.items = items;
    }

    void read(String name, Fields fields, Consumer<Recorder> out) {
        Optional<Yaml> type = fields.require("type", "spikes");
        Optional<String> word = type.flatMap(node -> items.numbers().word(fields.path("type"), node));
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
        double originMs = items.number(fields, "origin", Unit.MILLISECOND, 0);
        double startMs = originMs + items.number(fields, "start", Unit.MILLISECOND, 0);
        double stopMs = originMs + items.number(fields, "stop", Unit.MILLISECOND, Double.POSITIVE_INFINITY);
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
