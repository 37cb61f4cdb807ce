package org.ganglion.io.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ganglion.io.hdf5.Compression;
import org.ganglion.io.quantity.Quantity;
import org.ganglion.io.sonata.SonataModel;
import org.ganglion.io.sweep.Sweep;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.Change;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.NetworkCheck;
import org.ganglion.network.Population;
import org.ganglion.network.Projection;
import org.ganglion.network.Recorder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Stimulus;
import org.ganglion.network.spec.Unit;

/** Reads a whole document, section by section, and checks what it describes. */
final class DocumentReader {
    private final Findings findings;
    private final Optional<KnownModels> known;
    private final ParameterTable parameters;
    private final Numbers numbers;

    /** @param known the models of the key {@code models}, where they need not be read again */
    DocumentReader(Findings findings, Optional<KnownModels> known) {
        this.findings = findings;
        this.known = known;
        this.parameters = new ParameterTable(findings);
        this.numbers = new Numbers(findings, parameters);
    }

    /**
     * The description, which is whole only if nothing was found.
     *
     * @param standardName the network's name where the document gives none
     */
    Optional<Config> read(Yaml document, String standardName) {
        return Fields.of(findings, "", document, document.at()).map(root -> config(root, standardName));
    }

    Map<String, Quantity> parameters() {
        return parameters.values();
    }

    private Config config(Fields root, String standardName) {
        Optional<Yaml> circuit =
                root.keys().contains(CircuitSection.KEY) ? root.findSection(CircuitSection.KEY) : Optional.empty();
        return circuit.isPresent() ? ofCircuit(root, circuit.get()) : described(root, standardName);
    }

    /** A network that stands in the files of a circuit, with settings that may stand here. */
    private Config ofCircuit(Fields root, Yaml node) {
        String name = word(root, "name", "");
        String description = word(root, "description", "");
        Optional<SonataModel> read = new CircuitSection(findings, numbers).read(root, node);
        SonataModel model = read.orElseGet(() -> new SonataModel(
                new Network("", List.of(), List.of(), List.of(), List.of()),
                RunSettings.DEFAULT,
                SonataModel.Output.STANDARD,
                Map.of(),
                List.of()));
        SettingsReader settings = new SettingsReader(findings, numbers);
        RunSettings run = section(root, "simulation", root.findSection("simulation"))
                .map(fields -> settings.simulation(fields, model.settings()))
                .orElse(model.settings());
        OutputSettings standard = new OutputSettings(
                model.output().folder(),
                true,
                true,
                model.output().overwrite(),
                false,
                Compression.DEFLATE,
                Optional.of(model.output()));
        OutputSettings output = section(root, "output", root.findSection("output"))
                .map(fields -> settings.output(fields, standard))
                .orElse(standard);
        List<Change> changes =
                new ChangesReader(findings, numbers, model.network().stimuli()).read(root);
        List<String> names =
                model.network().populations().stream().map(Population::name).toList();
        Optional<Sweep> sweep = sweep(root, names);
        root.close();
        Network named = model.network();
        Network network = new Network(
                name.isEmpty() ? named.name() : name,
                named.populations(),
                named.projections(),
                named.stimuli(),
                named.recorders(),
                named.circuit());
        Experiment experiment = new Experiment(network, run, changes);
        if (read.isPresent()) {
            findings.add(NetworkCheck.check(experiment));
        }
        return new Config(experiment, description, output, notes(model.notes(), experiment, run), sweep);
    }

    /** With what is said where neurons prescribe another step than was given, and what models say of their parameters. */
    private List<String> notes(List<String> notes, Experiment experiment, RunSettings given) {
        if (!findings.errors().isEmpty()) {
            return notes;
        }
        double dtMs = experiment.settings().dtMs();
        Stream<String> ofStep = experiment.network().populations().stream()
                .filter(p -> p.model().ownStepMs() == dtMs && given.dtMs() != dtMs)
                .limit(1)
                .map(p -> "steps are of " + Unit.MILLISECOND.format(dtMs) + ", not of "
                        + Unit.MILLISECOND.format(given.dtMs()) + ", because population " + p.name() + " ("
                        + p.model().name() + ") needs them; all neurons step as often");
        Stream<String> ofModels = experiment.network().populations().stream()
                .flatMap(p -> p.model().note(p.allParameters(), dtMs).stream()
                        .map(note -> "population " + p.name() + " (" + p.model().name() + "): " + note));
        return Stream.of(notes.stream(), ofStep, ofModels).flatMap(all -> all).toList();
    }

    private Config described(Fields root, String standardName) {
        String name = word(root, "name", standardName);
        String description = word(root, "description", "");
        section(root, "parameters", root.findSection("parameters")).ifPresent(parameters::read);
        KnownModels models = root.find("models")
                .map(node -> known.orElseGet(() -> new ModelsReader(findings, numbers).read(node)))
                .orElse(KnownModels.BUILT_IN);
        PopulationTable populations = new PopulationTable(findings, numbers, models);
        section(root, "populations", root.require("populations", "{E: {model: ..., size: 100}}"))
                .ifPresent(populations::read);
        ItemReader items = new ItemReader(findings, numbers, populations);
        List<Projection> projections = new ArrayList<>();
        ProjectionReader projectionReader = new ProjectionReader(items);
        each(root, "projections", (n, fields) -> projectionReader.read(n, fields, projections::add));
        List<Stimulus> stimuli = new ArrayList<>();
        StimulusReader stimulusReader = new StimulusReader(items);
        each(root, "stimuli", (n, fields) -> stimulusReader.read(n, fields, stimuli::add));
        List<Recorder> recorders = new ArrayList<>();
        RecorderReader recorderReader = new RecorderReader(items, projections);
        each(root, "recorders", (n, fields) -> recorderReader.read(n, fields, recorders::add));
        SettingsReader settings = new SettingsReader(findings, numbers);
        RunSettings run = section(root, "simulation", root.require("simulation", "{duration: 1 s}"))
                .map(settings::simulation)
                .orElse(RunSettings.DEFAULT.withDtMs(Double.NaN));
        OutputSettings output = section(root, "output", root.findSection("output"))
                .map(fields -> settings.output(fields, OutputSettings.DEFAULT))
                .orElse(OutputSettings.DEFAULT);
        List<Change> changes = new ChangesReader(findings, numbers, stimuli).read(root);
        List<String> names =
                populations.populations().stream().map(Population::name).toList();
        Optional<Sweep> sweep = sweep(root, names);
        root.close();
        Network network = new Network(name, populations.populations(), projections, stimuli, recorders);
        Experiment experiment = new Experiment(network, run, changes);
        findings.add(NetworkCheck.check(experiment));
        return new Config(experiment, description, output, notes(List.of(), experiment, run), sweep);
    }

    private Optional<Sweep> sweep(Fields root, List<String> populations) {
        return section(root, SweepReader.KEY, root.findSection(SweepReader.KEY))
                .flatMap(new SweepReader(findings, numbers, Optional.of(root.node()), populations)::read);
    }

    private String word(Fields root, String key, String standard) {
        return root.find(key).flatMap(node -> numbers.word(key, node)).orElse(standard);
    }

    private Optional<Fields> section(Fields root, String key, Optional<Yaml> node) {
        return node.flatMap(n -> Fields.of(findings, key, n, root.keyAt(key)));
    }

    private interface Item {
        void read(String name, Fields fields);
    }

    private void each(Fields root, String key, Item reader) {
        Consumer<Fields> all = section -> {
            for (String name : section.keys()) {
                findings.place(section.path(name), section.keyAt(name));
                section.find(name)
                        .flatMap(node -> Fields.of(findings, section.path(name), node, section.keyAt(name)))
                        .ifPresent(fields -> reader.read(name, fields));
            }
            section.close();
        };
        section(root, key, root.findSection(key)).ifPresent(all);
    }
}
