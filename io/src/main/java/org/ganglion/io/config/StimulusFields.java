package org.ganglion.io.config;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.io.input.SpikeTimesFile;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.Rate;
import org.ganglion.network.Selection;
import org.ganglion.network.StimulusModels;
import org.ganglion.network.spec.Unit;

/**
 * The keys of one stimulus. Lists may be given by their names in NEST.
 *
 * @param to the populations that it is written for
 */
record StimulusFields(ItemReader items, Fields fields, ItemReader.Names to, Selection neurons) {

    /** From when to when it acts. */
    record Window(double startMs, double stopMs) {}

    /** Reads {@code start}, {@code stop} and what is added to both, {@code origin}. */
    Window window() {
        double originMs = items.number(fields, "origin", Unit.MILLISECOND, 0);
        return new Window(
                originMs + items.number(fields, "start", Unit.MILLISECOND, 0),
                originMs + items.number(fields, "stop", Unit.MILLISECOND, Double.POSITIVE_INFINITY));
    }

    double number(String key, Unit unit, double standard) {
        return items.number(fields, key, unit, standard);
    }

    double required(String key, Unit unit, String example) {
        return items.required(fields, key, unit, example);
    }

    boolean flag(String key, boolean standard) {
        return fields.find(key)
                .map(node -> items.numbers().flag(fields.path(key), node, standard))
                .orElse(standard);
    }

    /** A list of numbers that must be there. */
    List<Double> list(String key, Unit unit, String example) {
        String written = written(key);
        items.findings().show(fields.path(key), fields.path(written));
        return items.numbers(fields.path(written), fields.require(written, example), unit);
    }

    /** Whether a key is given, by either of its names. */
    boolean has(String key) {
        return fields.keys().contains(written(key));
    }

    private String written(String key) {
        for (Map.Entry<String, String> alias : StimulusModels.PARAMETER_ALIASES.entrySet()) {
            boolean used =
                    fields.keys().contains(alias.getKey()) && !fields.keys().contains(key);
            if (alias.getValue().equals(key) && used) {
                return alias.getKey();
            }
        }
        return key;
    }

    /** The neurons of the smallest of the populations. */
    SpikeTimesFile.Neurons smallest() {
        return to.names().stream()
                .filter(name -> items.size(name) > 0)
                .min(Comparator.comparingInt(items::size))
                .map(name -> new SpikeTimesFile.Neurons(name, items.size(name)))
                .orElse(SpikeTimesFile.Neurons.ANY);
    }

    /** A weight, which is not needed onto relays; to be read for each target by {@link #weightOnto}. */
    Optional<Yaml> weight() {
        return items.onlyCounts(to.names()) ? fields.find("weight") : fields.require("weight", "87.8 pA");
    }

    /** A weight in the unit of a target. */
    double weightOnto(Optional<Yaml> weight, String target) {
        return weight.map(node -> items.numbers().number(fields.path("weight"), node, items.weightUnit(target)))
                .orElse(items.onlyCounts(List.of(target)) ? 1 : Double.NaN);
    }

    /** A rate that is a number or an expression of time. */
    Rate rate() {
        String path = fields.path("rate");
        Optional<Yaml> node = fields.require("rate", "8 Hz");
        if (node.isEmpty() || !FormulaReader.mentions(node.get(), Rate.TIME)) {
            return new Rate.Constant(
                    node.map(n -> items.numbers().number(path, n, Unit.HERTZ)).orElse(Double.NaN));
        }
        if (items.numbers().knows(Rate.TIME)) {
            items.findings()
                    .report(
                            node.get().at(),
                            path,
                            "t is the time here, and there is a parameter of that name; rename the parameter");
        }
        return items.numbers()
                .formulas()
                .read(path, node.get(), Rate.TIME, Unit.MILLISECOND, Unit.HERTZ)
                .<Rate>map(Rate.Course::new)
                .orElse(new Rate.Constant(Double.NaN));
    }

    /** A rate that is given by times and values, or as {@link #rate} reads it. */
    Rate course() {
        boolean steps = has("rate_times") || has("rate_values");
        if (!steps && has("rate")) {
            return rate();
        }
        List<Double> timesMs = list("rate_times", Unit.MILLISECOND, "[0 ms, 500 ms]");
        List<Double> ratesHz = list("rate_values", Unit.HERTZ, "[5 Hz, 20 Hz]");
        if (has("rate")) {
            items.findings()
                    .report(
                            fields.keyAt("rate"),
                            fields.path("rate"),
                            "the rate is given twice; remove rate, or rate_times and rate_values");
            fields.find("rate");
        }
        return new Rate.Steps(timesMs, ratesHz);
    }

    /** A rate that is a sine of time. */
    Rate sine() {
        return new Rate.Sinusoid(
                required("rate", Unit.HERTZ, "10 Hz"),
                number("amplitude", Unit.HERTZ, 0),
                number("frequency", Unit.HERTZ, 0),
                number("phase", Unit.NONE, 0));
    }
}
