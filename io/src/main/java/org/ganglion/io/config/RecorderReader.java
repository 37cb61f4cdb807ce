package org.ganglion.io.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;

/** Reads one entry of the section {@code recorders}, which makes one recorder for each population. */
final class RecorderReader {
    static final List<String> TYPES = List.of("spikes", "state");

    private final ItemReader items;

    RecorderReader(ItemReader items) {
        this.items = items;
    }

    void read(String name, Fields fields, Consumer<Recorder> out) {
        Optional<Yaml> type = fields.require("type", "spikes");
        Optional<String> word = type.flatMap(node -> items.numbers().word(fields.path("type"), node));
        ItemReader.Names from = items.names(fields.path("from"), fields.require("from", "E"));
        Selection neurons = items.neurons(fields);
        if (word.isEmpty() || !TYPES.contains(word.get())) {
            word.ifPresent(w -> items.findings()
                    .report(
                            type.orElseThrow().at(),
                            fields.path("type"),
                            Suggestion.unknown("type of recorder", w, TYPES)));
            return;
        }
        boolean state = word.get().equals("state");
        List<String> variables = state ? variables(fields) : List.of();
        double intervalMs = state ? items.required(fields, "interval", Unit.MILLISECOND, "0.1 ms") : 0;
        for (String population : from.names()) {
            String own = items.expanded("recorders", name, from.listed(), population);
            out.accept(
                    state
                            ? new Recorder.State(own, population, neurons, variables, intervalMs)
                            : new Recorder.Spikes(own, population, neurons));
        }
        fields.close();
    }

    private List<String> variables(Fields fields) {
        String path = fields.path("variables");
        List<String> names = new ArrayList<>();
        List<Yaml> nodes = fields.require("variables", "[V_m]")
                .map(node -> items.list(path, node))
                .orElse(List.of());
        for (int i = 0; i < nodes.size(); i++) {
            names.add(items.numbers().word(path + "." + i, nodes.get(i)).orElse(""));
        }
        return names;
    }
}
