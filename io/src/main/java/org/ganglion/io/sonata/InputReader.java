package org.ganglion.io.sonata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ganglion.io.sonata.source.Complaints;
import org.ganglion.io.sonata.source.Section;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.io.yaml.Position;
import org.ganglion.network.Inherited;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.spec.Suggestion;

/** Reads the section {@code inputs}: spikes of virtual nodes, and current clamps. */
final class InputReader {
    private static final List<String> TYPES = List.of("spikes", "current_clamp");
    private static final List<String> SPIKE_MODULES = List.of("h5", "hdf5", "sonata", "csv", "nwb");

    private final ConfigParts.Part config;
    private final NodeSets sets;
    private final List<Cells> cells;
    private final Complaints complaints;
    private final List<Stimulus> stimuli = new ArrayList<>();
    private final Map<String, SonataModel.Place> places = new LinkedHashMap<>();
    private final Set<Path> files = new LinkedHashSet<>();
    private final Streams streams = new Streams();

    InputReader(ConfigParts.Part config, NodeSets sets, List<Cells> cells, Complaints complaints) {
        this.config = config;
        this.sets = sets;
        this.cells = cells;
        this.complaints = complaints;
    }

    void read() {
        config.root().section("inputs").ifPresent(inputs -> {
            for (String name : inputs.keys()) {
                complaints.attempt(() -> inputs.section(name).ifPresent(input -> input(name, input)));
            }
        });
        streams.fill();
    }

    private void input(String name, Section input) {
        if (!input.flag("enabled", true)) {
            return;
        }
        String type = input.requireText("input_type", "\"spikes\"");
        switch (type.toLowerCase(Locale.ROOT)) {
            case "spikes" -> spikes(name, input);
            case "current_clamp" -> currents(name, input);
            default ->
                throw input.wrong(
                        "input_type",
                        Suggestion.unknown("type of input", type, TYPES) + "; or leave it out with \"enabled\": false");
        }
    }

    private void spikes(String name, Section input) {
        String module = input.text("module").orElse("h5").toLowerCase(Locale.ROOT);
        if (GeneratorReader.OF_SPIKES.contains(module)) {
            generate(name, input, module);
            return;
        }
        if (!SPIKE_MODULES.contains(module) || module.equals("nwb")) {
            throw input.wrong(
                    "module",
                    module.equals("nwb")
                            ? "NWB files are not read; convert the spikes to SONATA, or leave them out with \"enabled\":"
                                    + " false"
                            : Suggestion.unknown(
                                    "module for spikes", module, all(SPIKE_MODULES, GeneratorReader.OF_SPIKES)));
        }
        for (String text : input.texts("input_file")) {
            Path file = config.manifest().path(input, "input_file", text);
            files.add(file);
            for (Map.Entry<NodeTable, BitSet> chosen :
                    sets.resolve(input, "node_set").rows().entrySet()) {
                NodeTable table = chosen.getKey();
                InputSpikes spikes = module.equals("csv")
                        ? SpikeFiles.csv(file, table.name())
                        : SpikeFiles.hdf5(file, table.name(), complaints::note);
                give(name, input, file, table, chosen.getValue(), spikes);
            }
        }
        if (!input.has("input_file")) {
            throw input.missing("input_file", "\"spikes.h5\"");
        }
    }

    /** Gives spikes to the nodes of a population that are in the set. */
    private void give(String name, Section input, Path file, NodeTable table, BitSet chosen, InputSpikes spikes) {
        Map<Cells, TreeMap<Integer, List<Double>>> trains = new LinkedHashMap<>();
        int others = 0;
        for (int i = 0; i < spikes.size(); i++) {
            int row = table.rowOf(spikes.id(i));
            if (row < 0) {
                throw new SonataException(
                        Position.of(file.toString()),
                        "",
                        "spike " + i + " is of node " + spikes.id(i) + ", which is not there; " + table.idsInWords());
            }
            if (!chosen.get(row)) {
                others++;
                continue;
            }
            for (Cells part : cells) {
                if (part.table() == table && part.indexOf()[row] >= 0) {
                    trains.computeIfAbsent(part, p -> new TreeMap<>())
                            .computeIfAbsent(part.indexOf()[row], n -> new ArrayList<>())
                            .add(spikes.tic(i) / InputSpikes.TICS_PER_MS);
                }
            }
        }
        if (others > 0) {
            complaints.note(file + ": " + others + " spikes are of nodes of " + table.name()
                    + " outside the node set of " + input.path() + "; they are passed over");
        }
        trains.forEach((part, byNeuron) -> {
            if (!part.virtual()) {
                throw input.wrong("node_set", part.name() + " is simulated; only virtual nodes can be given spikes");
            }
            byNeuron.forEach((neuron, times) -> {
                String own = unused(Names.of(name) + "/" + neuron);
                stimuli.add(
                        new Stimulus.SpikeTrain(own, part.name(), new Selection.Listed(List.of(neuron)), times, 1, 0));
                places.put(
                        "stimuli." + own,
                        new SonataModel.Place(Position.of(file.toString()), "node " + table.id(part.rows()[neuron])));
            });
        });
    }

    private String unused(String name) {
        String result = name;
        for (int i = 2; places.containsKey("stimuli." + result); i++) {
            result = name + "-" + i;
        }
        return result;
    }

    private void currents(String name, Section input) {
        String module = input.text("module").orElse("IClamp");
        if (GeneratorReader.OF_CURRENTS.contains(module)) {
            generate(name, input, module);
            return;
        }
        if (!module.equalsIgnoreCase("IClamp")) {
            throw input.wrong(
                    "module",
                    Suggestion.unknown(
                            "module for currents", module, all(List.of("IClamp"), GeneratorReader.OF_CURRENTS)));
        }
        if (input.has("input_file") || input.has("electrode_file")) {
            throw input.wrong("input_file", "currents from files are not read; write amp, delay and duration");
        }
        List<Double> amplitudes = needed(input, "amp", "190.0");
        List<Double> delays = needed(input, "delay", "100.0");
        List<Double> durations = needed(input, "duration", "500.0");
        if (delays.size() != amplitudes.size() || durations.size() != amplitudes.size()) {
            throw input.wrong(
                    "amp",
                    amplitudes.size() + " amplitudes, " + delays.size() + " delays and " + durations.size()
                            + " durations; give as many of each");
        }
        for (int i = 0; i < durations.size(); i++) {
            if (!(durations.get(i) > 0)) {
                throw input.wrong("duration", durations.get(i) + " ms is not allowed; it must be above 0 ms");
            }
        }
        simulated(input).forEach((part, neurons) -> {
            for (int i = 0; i < amplitudes.size(); i++) {
                String own = unused(Names.of(name) + "/" + part.name());
                stimuli.add(Stimulus.Current.direct(
                        own,
                        part.name(),
                        selection(part, neurons),
                        amplitudes.get(i),
                        delays.get(i),
                        delays.get(i) + durations.get(i)));
                String entry = amplitudes.size() == 1 ? "" : "." + i;
                places.put("stimuli." + own, new SonataModel.Place(input.at(), input.path()));
                place("stimuli." + own + ".amplitudes.0", input, "amp", entry);
                place("stimuli." + own + ".times.0", input, "delay", entry);
                place("stimuli." + own + ".times.1", input, "duration", entry + " (end of the current)");
            }
        });
    }

    private void place(String path, Section input, String key, String entry) {
        places.put(path, new SonataModel.Place(input.at(key), input.path(key) + entry));
    }

    /** Spikes or currents that are drawn or computed while the network runs. */
    private void generate(String name, Section input, String module) {
        GeneratorReader.Maker maker = GeneratorReader.read(input, module);
        Optional<Integer> own = ExactReader.stream(input, ExactReader.STREAM);
        Optional<Integer> common = ExactReader.stream(input, ExactReader.COMMON_STREAM);
        List<String> names = new ArrayList<>();
        simulated(input).forEach((part, neurons) -> {
            String base = name.endsWith("/" + part.name())
                    ? name.substring(0, name.length() - part.name().length() - 1)
                    : name;
            String stimulus = unused(Names.of(base) + "/" + part.name());
            names.add(stimulus);
            stimuli.add(maker.make(stimulus, part.name(), selection(part, neurons)));
            places.put("stimuli." + stimulus, new SonataModel.Place(input.at(), input.path()));
        });
        streams.add(names, own, common);
    }

    /** The neurons that an input reaches. */
    private Map<Cells, int[]> simulated(Section input) {
        Map<Cells, int[]> targets = NodeSets.within(sets.resolve(input, "node_set"), cells);
        targets.keySet().removeIf(Cells::virtual);
        if (targets.isEmpty()) {
            throw NodeSets.nobody(input.at("node_set"), input.path("node_set"));
        }
        return targets;
    }

    private static List<String> all(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static List<Double> needed(Section input, String key, String example) {
        List<Double> values = input.numbers(key);
        if (values.isEmpty()) {
            throw input.missing(key, example);
        }
        return values;
    }

    /** Some neurons of a population. */
    static Selection selection(Cells part, int[] neurons) {
        return neurons.length == part.rows().length
                ? Selection.ALL
                : new Selection.Listed(IntStream.of(neurons).boxed().toList());
    }

    List<Stimulus> stimuli() {
        return stimuli;
    }

    /** The numbers by which stimuli draw, by their names. */
    Map<String, Inherited.Numbers> streams() {
        return streams.numbers();
    }

    Map<String, SonataModel.Place> places() {
        return places;
    }

    Set<Path> files() {
        return files;
    }
}
