package org.ganglion.io.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.Stimulus;
import org.ganglion.network.StimulusModels;
import org.ganglion.network.spec.Suggestion;

/** Reads one entry of the section {@code stimuli}, which makes one stimulus for each population. */
final class StimulusReader {
    private final ItemReader items;

    /** Makes the stimulus onto one population. */
    interface Maker {
        Stimulus onto(String name, String target);
    }

    StimulusReader(ItemReader items) {
        this.items = items;
    }

    void read(String name, Fields fields, Consumer<Stimulus> out) {
        Optional<Yaml> type = fields.require("type", "poisson");
        Optional<String> word = type.flatMap(node -> items.numbers().word(fields.path("type"), node));
        ItemReader.Names to = items.names(fields.path("to"), fields.require("to", "E"));
        StimulusFields keys = new StimulusFields(items, fields, to, items.neurons(fields));
        Optional<Maker> maker = word.flatMap(w -> maker(StimulusModels.nameOf(w), name, keys));
        if (maker.isEmpty()) {
            if (!fields.keys().contains("type")) {
                fields.reportMissing("type", "poisson");
            }
            word.ifPresent(w -> items.findings().report(type.orElseThrow().at(), fields.path("type"), unknown(w)));
            return;
        }
        for (String target : to.names()) {
            String own = items.expanded("stimuli", name, to.listed(), target);
            out.accept(maker.get().onto(own, target));
        }
        fields.close();
    }

    private static String unknown(String name) {
        List<String> names = new ArrayList<>(StimulusModels.names());
        if (Suggestion.closest(name, names).isEmpty()) {
            names.addAll(StimulusModels.otherNames());
        }
        return Suggestion.unknown("type of stimulus", name, names);
    }

    private static Optional<Maker> maker(String type, String name, StimulusFields keys) {
        return SpikeStimulusReader.maker(type, keys).or(() -> CurrentStimulusReader.maker(type, name, keys));
    }
}
