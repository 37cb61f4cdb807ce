package org.ganglion.io.sonata;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.io.sonata.source.Complaints;
import org.ganglion.io.sonata.source.JsonFile;
import org.ganglion.io.sonata.source.Section;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.io.yaml.Position;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.Circuit;
import org.ganglion.network.Inherited;
import org.ganglion.network.Network;
import org.ganglion.network.RunSettings;
import org.ganglion.network.spec.DescribedFile;

/** Reads a SONATA configuration with all that it names: the way in to this package. */
public final class SonataReader {
    /** Key of how long a run goes on before anything is recorded; part of {@code tstop}. */
    public static final String WARM_UP = "warm_up";

    /** Rate in Hz above which a population ends the run, 0 for none; a key of ours. */
    public static final String MAX_RATE = "max_rate";

    private static final double USUAL_DT_MS = 0.1;
    private static final List<String> SIMULATORS = List.of("NEST", "NEURON", "PyNN");

    private final Path config;
    private final boolean skipUnsupported;
    private final Complaints complaints = new Complaints();

    private SonataReader(Path config, boolean skipUnsupported) {
        this.config = config;
        this.skipUnsupported = skipUnsupported;
    }

    /** Whether a text is the configuration of a circuit rather than a model file. */
    public static boolean isConfig(String file, String text) {
        if (!file.endsWith(".json")) {
            return false;
        }
        try {
            return ConfigParts.looksLike(JsonFile.parse(text, file));
        } catch (SonataException e) {
            return text.contains("\"manifest\"") || text.contains("\"networks\"") || text.contains("\"tstop\"");
        }
    }

    /**
     * Reads all of a circuit but its edges, which are looked at and read again when the network is built.
     *
     * @param skipUnsupported whether nodes that cannot be simulated are left out; else they are an error
     * @throws SonataErrors with every mistake
     */
    public static SonataModel read(Path config, boolean skipUnsupported) {
        SonataReader reader = new SonataReader(config.toAbsolutePath().normalize(), skipUnsupported);
        Optional<SonataModel> model = reader.complaints.attempt(() -> Optional.of(reader.model()), Optional.empty());
        if (!reader.complaints.none() || model.isEmpty()) {
            throw new SonataErrors(reader.complaints.errors());
        }
        return model.get();
    }

    private SonataModel model() {
        ConfigParts parts = ConfigParts.read(config, complaints);
        Section simulation = parts.simulation().root();
        RunSettings settings = complaints.attempt(() -> settings(simulation), RunSettings.DEFAULT);
        String target = simulation
                .text("target_simulator")
                .or(() -> parts.circuit().root().text("target_simulator"))
                .orElse("NEST");
        if (SIMULATORS.stream().noneMatch(s -> s.equalsIgnoreCase(target))) {
            complaints.note(simulation.at().file() + ": target_simulator: \"" + target + "\" is none of "
                    + String.join(", ", SIMULATORS) + "; NEST's meaning of templates is taken");
        }
        SonataModel.Output output =
                complaints.attempt(() -> OutputReader.read(parts.simulation()), SonataModel.Output.STANDARD);
        try (CircuitReader circuit = new CircuitReader(parts.circuit(), target, skipUnsupported, complaints)) {
            circuit.read();
            NodeSets sets = new NodeSets(circuit.tables());
            List<Path> files = new ArrayList<>(parts.files());
            complaints.attempt(() -> nodeSets(parts, sets, files));
            InputReader inputs = new InputReader(parts.simulation(), sets, circuit.cells(), complaints);
            ReportReader reports = new ReportReader(parts.simulation(), sets, circuit.cells(), settings, complaints);
            if (complaints.none()) {
                complaints.attempt(inputs::read);
                complaints.attempt(reports::read);
            }
            Inherited inherited = complaints.attempt(
                    () -> new ExactReader(parts.circuit().root()).inherited(inputs.streams(), circuit.edgesOf()),
                    Inherited.NOTHING);
            tellRest(parts);
            files.addAll(circuit.files());
            files.addAll(inputs.files());
            Map<String, SonataModel.Place> places = new LinkedHashMap<>(circuit.places());
            places.putAll(inputs.places());
            places.putAll(reports.places());
            simulation.section("run").ifPresent(run -> {
                places.put("simulation.duration", new SonataModel.Place(run.at("tstop"), run.path("tstop")));
                places.put("simulation.dt", new SonataModel.Place(run.at("dt"), run.path("dt")));
            });
            Network network = new Network(
                    name(),
                    circuit.populations(),
                    circuit.projections(),
                    inputs.stimuli(),
                    reports.recorders(),
                    complaints.none() ? Optional.of(circuit(circuit.cells(), files, inherited)) : Optional.empty());
            return new SonataModel(network, settings, output, places, complaints.notes());
        }
    }

    private RunSettings settings(Section simulation) {
        Section run = simulation.section("run").orElseThrow(() -> simulation.missing("run", "{\"tstop\": 1000.0}"));
        double tstopMs = run.number("tstop").orElse(run.number("duration").orElse(Double.NaN));
        if (Double.isNaN(tstopMs)) {
            throw run.missing("tstop", "1000.0");
        }
        double tstartMs = run.number("tstart").orElse(0);
        if (tstartMs != 0) {
            throw run.wrong("tstart", tstartMs + " ms; a run begins at 0");
        }
        double dtMs = run.number("dt").orElse(USUAL_DT_MS);
        if (!run.has("dt")) {
            complaints.note(run.at().file() + ": run.dt is not given; it is " + USUAL_DT_MS + " ms");
        }
        double warmUpMs = run.number(WARM_UP).orElse(0);
        if (warmUpMs < 0 || warmUpMs > tstopMs) {
            throw run.wrong(WARM_UP, warmUpMs + " ms is not between 0 and tstop (" + tstopMs + " ms)");
        }
        double maxRateHz = run.number(MAX_RATE).orElse(RunSettings.DEFAULT.maxRateHz());
        if (maxRateHz < 0) {
            throw run.wrong(MAX_RATE, maxRateHz + " Hz is negative; give a rate, or 0 for none");
        }
        double seed = run.number("random_seed").orElse(run.number("seed").orElse(RunSettings.DEFAULT.seed()));
        return RunSettings.DEFAULT
                .withDtMs(dtMs)
                .withDurationMs(tstopMs - warmUpMs)
                .withWarmUpMs(warmUpMs)
                .withSeed((long) seed)
                .withMaxRateHz(maxRateHz == 0 ? Double.POSITIVE_INFINITY : maxRateHz);
    }

    private void nodeSets(ConfigParts parts, NodeSets sets, List<Path> files) {
        for (ConfigParts.Part part : List.of(parts.circuit(), parts.simulation())) {
            part.manifest().path(part.root(), "node_sets_file").ifPresent(file -> {
                files.add(file);
                sets.add(new Section(JsonFile.read(file), ""));
            });
            part.root().find("node_sets").ifPresent(value -> {
                switch (value) {
                    case Yaml.Scalar scalar -> {
                        Path file = part.manifest().path(part.root(), "node_sets", scalar.text());
                        files.add(file);
                        sets.add(new Section(JsonFile.read(file), ""));
                    }
                    case Yaml.Mapping mapping -> sets.add(new Section(mapping, "node_sets"));
                    case Yaml.Sequence list ->
                        throw part.root().wrong("node_sets", "is a list; an object of sets by name is needed");
                }
            });
        }
    }

    /** Says what nobody asked for, in one note for a file. */
    private void tellRest(ConfigParts parts) {
        List<String> meant =
                List.of("network", "simulation", "components", "networks", "conditions", "target_simulator");
        for (ConfigParts.Part part : List.of(parts.simulation(), parts.circuit())) {
            List<String> rest = new ArrayList<>(part.root().rest());
            rest.removeAll(meant);
            rest.removeIf(key -> part.root().path(key).startsWith("manifest"));
            part.root().section("run").ifPresent(run -> {
                List<String> known =
                        List.of("tstop", "tstart", "duration", "dt", "random_seed", "seed", WARM_UP, MAX_RATE);
                run.keys().stream().filter(k -> !known.contains(k)).forEach(k -> rest.add(run.path(k)));
            });
            if (part.root().has("conditions")) {
                rest.add("conditions");
            }
            if (!rest.isEmpty()) {
                complaints.note(part.file() + ": passed over: " + String.join(", ", rest));
            }
        }
    }

    private String name() {
        Path folder = Optional.ofNullable(config.getParent()).orElse(config);
        return Names.of(String.valueOf(Optional.ofNullable(folder.getFileName()).orElse(Path.of("circuit"))));
    }

    private Circuit circuit(List<Cells> cells, Collection<Path> files, Inherited inherited) {
        Map<String, Circuit.Members> members = new LinkedHashMap<>();
        for (Cells part : cells) {
            members.put(part.name(), new Circuit.Members(part.table().name(), part.ids(), !part.virtual()));
        }
        return new Circuit(new DescribedFile(config, sha256(files)), skipUnsupported, members, inherited);
    }

    /** Of the SHA-256 of all files, in the order in which they are named. */
    private static String sha256(Collection<Path> files) {
        try {
            MessageDigest all = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                all.update(DescribedFile.of(file).sha256().getBytes(StandardCharsets.US_ASCII));
            }
            return HexFormat.of().formatHex(all.digest());
        } catch (IOException e) {
            throw new SonataException(Position.of(String.valueOf(e.getMessage())), "", "cannot be read: " + e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
