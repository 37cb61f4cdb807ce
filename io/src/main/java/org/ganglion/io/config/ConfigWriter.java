package org.ganglion.io.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.ganglion.io.json.JsonText;
import org.ganglion.io.source.SourceClasses;
import org.ganglion.network.Circuit;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Population;
import org.ganglion.network.Projection;
import org.ganglion.network.Recorder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.connect.ConnectionRule;
import org.ganglion.network.connect.ListedSynapses;
import org.ganglion.network.connect.SpatialRule;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.random.Clipped;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Redrawn;
import org.ganglion.network.random.SharedDraw;
import org.ganglion.network.spec.DescribedFile;
import org.ganglion.network.spec.Elements;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.ParameterSpec.Kind;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.network.synapse.SynapseValues;
import org.ganglion.network.wiring.SynapseList;
import org.ganglion.network.wiring.SynapticValue;

/**
 * Writes an experiment in canonical form: JSON with everything spelt out, which {@link ConfigReader} reads back as an
 * equal experiment.
 *
 * <p>Expressions are values, defaults are written, lists of populations are single items, keys have a fixed order, and
 * numbers are the shortest that round-trip. Two experiments that are equal have the same form.
 */
public final class ConfigWriter {

    private ConfigWriter() {}

    /** The canonical form of a whole configuration. */
    public static String toJson(Config config) {
        SequencedMap<String, Object> tree = tree(config.experiment());
        tree.putFirst("description", config.description());
        tree.putFirst("name", config.experiment().network().name());
        tree.put("output", output(config.output()));
        return JsonText.of(tree);
    }

    /** The canonical form of an experiment. */
    public static String toJson(Experiment experiment) {
        return JsonText.of(tree(experiment));
    }

    /**
     * SHA-256 of what decides the results, as 64 hexadecimal digits: the canonical form without numbers of groups and
     * threads, without the barrier and the rate that ends a run, and without the names of files whose own SHA-256 is in it.
     */
    public static String networkHash(Experiment experiment) {
        Map<String, Object> tree = tree(experiment);
        tree.put("simulation", times(experiment.settings()));
        removeFileNames(tree);
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(JsonText.of(tree).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where a file lies decides nothing; what is in it stays in the form by its SHA-256. */
    private static void removeFileNames(Map<?, ?> tree) {
        if (tree.containsKey(FileReference.SHA256)) {
            tree.remove(FileReference.FILE);
        }
        for (Object value : tree.values()) {
            if (value instanceof Map<?, ?> below) {
                removeFileNames(below);
            }
        }
    }

    /** A file that belongs to the description, as {@link FileReference} reads it. */
    static void putFile(Map<String, Object> tree, DescribedFile file) {
        tree.put(FileReference.FILE, file.path().toString());
        tree.put(FileReference.SHA256, file.sha256());
    }

    private static SequencedMap<String, Object> tree(Experiment experiment) {
        Network network = experiment.network();
        if (network.circuit().isPresent()) {
            return ofCircuit(experiment, network.circuit().get());
        }
        Map<String, Object> populations = new LinkedHashMap<>();
        network.populations().forEach(p -> populations.put(p.name(), population(p)));
        Map<String, Object> projections = new LinkedHashMap<>();
        network.projections().forEach(p -> projections.put(p.name(), projection(network, p)));
        Map<String, Object> stimuli = new LinkedHashMap<>();
        network.stimuli()
                .forEach(s -> stimuli.put(
                        s.name(),
                        StimulusWriter.write(s, network.population(s.target()).weightUnit())));
        Map<String, Object> recorders = new LinkedHashMap<>();
        network.recorders().forEach(r -> recorders.put(r.name(), recorder(r)));
        SequencedMap<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", network.name());
        Map<String, String> sources = new TreeMap<>();
        SourceClasses.of(experiment).forEach(classes -> sources.putAll(classes.sources()));
        if (!sources.isEmpty()) {
            tree.put("models", sources);
        }
        tree.put("populations", populations);
        tree.put("projections", projections);
        tree.put("stimuli", stimuli);
        tree.put("recorders", recorders);
        ChangesWriter.put(tree, experiment);
        tree.put("simulation", simulation(experiment.settings()));
        return tree;
    }

    /** A circuit stays in its files. */
    private static SequencedMap<String, Object> ofCircuit(Experiment experiment, Circuit circuit) {
        Map<String, Object> files = new LinkedHashMap<>();
        putFile(files, circuit.config());
        files.put(CircuitSection.SKIP, circuit.partial());
        SequencedMap<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", experiment.network().name());
        tree.put(CircuitSection.KEY, files);
        ChangesWriter.put(tree, experiment);
        tree.put("simulation", simulation(experiment.settings()));
        return tree;
    }

    private static Map<String, Object> population(Population population) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        Map<String, Distribution> all = population.allParameters();
        for (ParameterSpec spec : population.model().description().parameters()) {
            if (spec.isList()) {
                parameters.put(spec.name(), elements(all, spec));
                continue;
            }
            Distribution value = all.get(spec.name());
            if (value != null && Double.isFinite(value.quantile(0.5))) {
                parameters.put(spec.name(), value(value, spec));
            }
        }
        Map<String, Object> initial = new LinkedHashMap<>();
        Map<String, Distribution> starts = population.allInitial();
        for (VariableSpec spec : population.model().description().variables()) {
            Distribution value = starts.get(spec.name());
            // A start that is a drawn parameter is left to the model: it may mean each neuron's own draw.
            boolean given = population.initial().containsKey(spec.name());
            if (value != null && (given || value.isConstant())) {
                initial.put(spec.name(), value(value, spec.unit()));
            }
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("model", population.model().name());
        tree.put("size", population.size());
        if (population.positions().dimensions() > 0) {
            tree.put("positions", SpaceWriter.positions(population.positions()));
        }
        tree.put("parameters", parameters);
        tree.put("initial", initial);
        return tree;
    }

    private static List<Object> elements(Map<String, Distribution> parameters, ParameterSpec list) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < Elements.count(list.name(), parameters.keySet()); i++) {
            Distribution value = parameters.get(Elements.name(list.name(), i));
            if (value != null) {
                elements.add(value(value, list.unit()));
            }
        }
        return elements;
    }

    private static Map<String, Object> projection(Network network, Projection projection) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("from", projection.source());
        tree.put("to", projection.target());
        rule(tree, projection.rule());
        Unit weightUnit = network.population(projection.target()).weightUnit();
        tree.put("synapse", synapse(projection.synapse(), weightUnit));
        put(tree, "weight", projection.weight(), weightUnit);
        put(tree, "delay", projection.delayMs(), Unit.MILLISECOND);
        receptor(tree, projection.receptor());
        return tree;
    }

    /** What the sign of the weight decides is left out. */
    static void receptor(Map<String, Object> tree, String name) {
        if (!name.equals(Receptor.BY_SIGN)) {
            tree.put("receptor", name);
        }
    }

    private static void rule(Map<String, Object> tree, ConnectionRule rule) {
        tree.put("rule", rule.name());
        Map<String, Double> values = rule.values();
        for (ParameterSpec spec : rule.description().parameters()) {
            Double value = values.get(spec.name());
            if (value != null) {
                tree.put(spec.name(), number(value, spec));
            }
        }
        switch (rule) {
            case SpatialRule spatial -> SpaceWriter.put(tree, spatial);
            case ListedSynapses(SynapseList list) -> SpaceWriter.put(tree, list);
            default -> {}
        }
    }

    /** A weight or delay; those that stand in a list are written there. */
    private static void put(Map<String, Object> tree, String key, SynapticValue value, Unit unit) {
        switch (value) {
            case SynapticValue.Drawn(Distribution distribution) -> tree.put(key, value(distribution, unit));
            case SynapticValue.ByDistance(Formula formula) -> tree.put(key, formula.text());
            case SynapticValue.Listed listed -> {}
        }
    }

    /** A model without parameters is its name. */
    private static Object synapse(Synapse synapse, Unit weightUnit) {
        List<ParameterSpec> specs = synapse.model().description().parameters();
        if (specs.isEmpty()) {
            return synapse.model().name();
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("model", synapse.model().name());
        SynapseValues values = synapse.values();
        synapse.model().populations().forEach(p -> tree.put(p.name(), values.population(p.name())));
        for (ParameterSpec spec : specs) {
            Distribution value = values.distribution(spec.name());
            tree.put(spec.name(), spec.unit() == Unit.DRAWN ? value(value, weightUnit) : value(value, spec));
        }
        return tree;
    }

    private static Map<String, Object> recorder(Recorder recorder) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(
                "type",
                switch (recorder) {
                    case Recorder.Spikes _ -> "spikes";
                    case Recorder.State _ -> "state";
                    case Recorder.Rates _ -> "rate";
                    case Recorder.Weights _ -> "weights";
                });
        if (recorder instanceof Recorder.OfNeurons ofNeurons) {
            tree.put("from", ofNeurons.population());
            tree.put("neurons", neurons(ofNeurons.neurons()));
        }
        switch (recorder) {
            case Recorder.Spikes _ -> {}
            case Recorder.State state -> {
                tree.put("variables", state.variables());
                tree.put("interval", amount(state.intervalMs(), Unit.MILLISECOND));
                putUnlessZero(tree, "offset", state.offsetMs());
            }
            case Recorder.Rates rates -> tree.put("bin", amount(rates.binMs(), Unit.MILLISECOND));
            case Recorder.Weights weights -> {
                tree.put("projection", weights.projection());
                tree.put("sources", neurons(weights.sources()));
                tree.put("targets", neurons(weights.targets()));
                if (weights.samples()) {
                    tree.put("interval", amount(weights.intervalMs(), Unit.MILLISECOND));
                }
            }
        }
        putUnlessZero(tree, "start", recorder.startMs());
        if (Double.isFinite(recorder.stopMs())) {
            tree.put("stop", amount(recorder.stopMs(), Unit.MILLISECOND));
        }
        return tree;
    }

    private static void putUnlessZero(Map<String, Object> tree, String key, double ms) {
        if (ms != 0) {
            tree.put(key, amount(ms, Unit.MILLISECOND));
        }
    }

    static Object neurons(Selection neurons) {
        return switch (neurons) {
            case Selection.All() -> "all";
            case Selection.Slice(int first, int end) -> first + ".." + (end - 1);
            case Selection.Listed(List<Integer> listed) -> listed;
        };
    }

    private static Map<String, Object> times(RunSettings settings) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("dt", amount(settings.dtMs(), Unit.MILLISECOND));
        tree.put("duration", amount(settings.durationMs(), Unit.MILLISECOND));
        tree.put("warm-up", amount(settings.warmUpMs(), Unit.MILLISECOND));
        tree.put("seed", settings.seed());
        return tree;
    }

    private static Map<String, Object> simulation(RunSettings settings) {
        Map<String, Object> tree = times(settings);
        tree.put("groups", count(settings.groups()));
        tree.put("threads", count(settings.threads()));
        tree.put("barrier", settings.barrier());
        double maxRateHz = settings.maxRateHz();
        tree.put(
                SettingsReader.MAX_RATE,
                Double.isFinite(maxRateHz) ? amount(maxRateHz, Unit.HERTZ) : SettingsReader.NONE);
        return tree;
    }

    private static Object count(int value) {
        return value == 0 ? "auto" : value;
    }

    private static Map<String, Object> output(OutputSettings output) {
        Map<String, Object> tree = new LinkedHashMap<>();
        output.directory().ifPresent(directory -> tree.put("directory", directory.toString()));
        tree.put("raster", output.raster());
        if (!output.report()) {
            tree.put(SettingsReader.REPORT, false);
        }
        if (output.spikesTable()) {
            tree.put(SettingsReader.SPIKES_TABLE, true);
        }
        if (output.compression() != OutputSettings.DEFAULT.compression()) {
            tree.put(SettingsReader.COMPRESSION, output.compression().word());
        }
        return tree;
    }

    private static Object value(Distribution value, ParameterSpec spec) {
        return value.isConstant() ? number(value.quantile(0.5), spec) : value(value, spec.unit());
    }

    private static Object number(double value, ParameterSpec spec) {
        return spec.kind() == Kind.SWITCH ? (Object) (value != 0) : amount(value, spec.unit());
    }

    private static Object value(Distribution value, Unit unit) {
        if (value.isConstant()) {
            return amount(value.quantile(0.5), unit);
        }
        if (value instanceof SharedDraw(Formula formula)) {
            return Map.of(DistributionReader.EXPRESSION, formula.text());
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("distribution", value.description().name());
        for (ParameterSpec spec : value.description().parameters()) {
            Double number = value.values().get(spec.name());
            if (number != null) {
                tree.put(spec.name(), amount(number, spec.unit() == Unit.DRAWN ? unit : spec.unit()));
            }
        }
        switch (value) {
            case Redrawn redrawn -> tree.put("redraw", bounds(redrawn.min(), redrawn.max(), unit));
            case Clipped clipped -> tree.put("clip", bounds(clipped.min(), clipped.max(), unit));
            default -> {}
        }
        return tree;
    }

    private static Map<String, Object> bounds(double min, double max, Unit unit) {
        Map<String, Object> bounds = new LinkedHashMap<>();
        if (Double.isFinite(min)) {
            bounds.put("min", amount(min, unit));
        }
        if (Double.isFinite(max)) {
            bounds.put("max", amount(max, unit));
        }
        return bounds;
    }

    static Object amount(double value, Unit unit) {
        return unit.symbol().isEmpty() ? (Object) value : JsonText.number(value) + " " + unit.symbol();
    }
}
