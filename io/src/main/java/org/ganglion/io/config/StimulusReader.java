package org.ganglion.io.config;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;

/** Reads one entry of the section {@code stimuli}, which makes one stimulus for each population. */
final class StimulusReader {
    static final List<String> TYPES = List.of("poisson", "spike_train", "dc", "step_current");

    private final ItemReader items;

    StimulusReader(ItemReader items) {
        this.items = items;
    }

    void read(String name, Fields fields, Consumer<Stimulus> out) {
        Optional<Yaml> type = fields.require("type", "poisson");
        Optional<String> word = type.flatMap(node -> items.numbers().word(fields.path("type"), node));
        ItemReader.Names to = items.names(fields.path("to"), fields.require("to", "E"));
        Selection neurons = items.neurons(fields);
        Optional<BiFunction<String, String, Stimulus>> maker = word.flatMap(w -> switch (w) {
            case "poisson" -> Optional.of(poisson(fields, to, neurons));
            case "spike_train" -> Optional.of(spikeTrain(fields, to, neurons));
            case "dc" -> Optional.of(direct(name, fields, neurons));
            case "step_current" -> Optional.of(steps(fields, neurons));
            default -> {
                items.findings()
                        .report(
                                type.orElseThrow().at(),
                                fields.path("type"),
                                Suggestion.unknown("type of stimulus", w, TYPES));
                yield Optional.empty();
            }
        });
        if (maker.isEmpty()) {
            return;
        }
        for (String target : to.names()) {
            String own = items.expanded("stimuli", name, to.listed(), target);
            out.accept(maker.get().apply(own, target));
        }
        fields.close();
    }

    private BiFunction<String, String, Stimulus> poisson(Fields fields, ItemReader.Names to, Selection neurons) {
        double rateHz = items.required(fields, "rate", Unit.HERTZ, "8 Hz");
        Optional<Yaml> weight = weight(fields, to);
        double startMs = items.number(fields, "start", Unit.MILLISECOND, 0);
        double stopMs = items.number(fields, "stop", Unit.MILLISECOND, Double.POSITIVE_INFINITY);
        String receptor = items.receptor(fields);
        return (own, target) -> new Stimulus.Poisson(
                own, target, neurons, rateHz, weightOnto(fields, weight, target), startMs, stopMs, receptor);
    }

    private BiFunction<String, String, Stimulus> spikeTrain(Fields fields, ItemReader.Names to, Selection neurons) {
        List<Double> timesMs =
                items.numbers(fields.path("times"), fields.require("times", "[10 ms, 20 ms]"), Unit.MILLISECOND);
        Optional<Yaml> weight = weight(fields, to);
        double delayMs = items.required(fields, "delay", Unit.MILLISECOND, "1.5 ms");
        String receptor = items.receptor(fields);
        return (own, target) -> new Stimulus.SpikeTrain(
                own, target, neurons, timesMs, weightOnto(fields, weight, target), delayMs, receptor);
    }

    private BiFunction<String, String, Stimulus> direct(String name, Fields fields, Selection neurons) {
        double amplitudePa = items.required(fields, "amplitude", Unit.PICOAMPERE, "300 pA");
        double startMs = items.number(fields, "start", Unit.MILLISECOND, 0);
        double stopMs = items.number(fields, "stop", Unit.MILLISECOND, Double.POSITIVE_INFINITY);
        String item = "stimuli." + name;
        items.findings().show(item + ".times.0", item + ".start");
        items.findings().show(item + ".times.1", item + ".stop");
        items.findings().show(item + ".amplitudes.0", item + ".amplitude");
        return (own, target) -> Stimulus.Current.direct(own, target, neurons, amplitudePa, startMs, stopMs);
    }

    private BiFunction<String, String, Stimulus> steps(Fields fields, Selection neurons) {
        List<Double> timesMs =
                items.numbers(fields.path("times"), fields.require("times", "[0 ms, 100 ms]"), Unit.MILLISECOND);
        List<Double> amplitudesPa = items.numbers(
                fields.path("amplitudes"), fields.require("amplitudes", "[300 pA, 0 pA]"), Unit.PICOAMPERE);
        return (own, target) -> new Stimulus.Current(own, target, neurons, timesMs, amplitudesPa);
    }

    private Optional<Yaml> weight(Fields fields, ItemReader.Names to) {
        return items.onlyCounts(to.names()) ? fields.find("weight") : fields.require("weight", "87.8 pA");
    }

    private double weightOnto(Fields fields, Optional<Yaml> weight, String target) {
        return weight.map(node -> items.numbers().number(fields.path("weight"), node, items.weightUnit(target)))
                .orElse(items.onlyCounts(List.of(target)) ? 1 : Double.NaN);
    }
}
