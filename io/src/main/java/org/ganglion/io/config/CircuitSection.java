package org.ganglion.io.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.io.sonata.SonataErrors;
import org.ganglion.io.sonata.SonataModel;
import org.ganglion.io.sonata.SonataReader;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.io.yaml.Position;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.Circuit;

/** Reads the section {@code sonata}, which stands for all that describes a network: the configuration of a circuit. */
final class CircuitSection {
    static final String KEY = "sonata";
    static final String SKIP = "skip_unsupported";

    private static final List<String> DESCRIBED_THERE =
            List.of("parameters", "populations", "projections", "stimuli", "recorders");

    private final Findings findings;
    private final Numbers numbers;

    CircuitSection(Findings findings, Numbers numbers) {
        this.findings = findings;
        this.numbers = numbers;
    }

    /** A model file that says no more than which configuration it is. */
    static Yaml standingFor(Path config) {
        Position at = Position.of(config.toString());
        Yaml file = new Yaml.Scalar(at, config.toAbsolutePath().toString(), false, false);
        Yaml section = new Yaml.Mapping(at, Map.of(FileReference.FILE, new Yaml.Entry(at, file)));
        return new Yaml.Mapping(at, Map.of(KEY, new Yaml.Entry(at, section)));
    }

    /** The circuit; empty where it cannot be read, which has been reported. */
    Optional<SonataModel> read(Fields root, Yaml node) {
        for (String section : DESCRIBED_THERE) {
            root.findSection(section)
                    .ifPresent(value -> findings.report(
                            value.at(), section, "cannot stand beside sonata; describe it in the circuit's files"));
        }
        Optional<Fields> fields = Fields.of(findings, KEY, node, root.keyAt(KEY));
        return fields.flatMap(this::read);
    }

    private Optional<SonataModel> read(Fields fields) {
        Optional<Yaml> file = fields.require(FileReference.FILE, "simulation_config.json");
        Optional<Yaml> sha256 = fields.find(FileReference.SHA256);
        boolean skip = fields.find(SKIP)
                .map(node -> numbers.flag(fields.path(SKIP), node, false))
                .orElse(false);
        fields.close();
        Optional<SonataModel> model = file.flatMap(node -> numbers.word(fields.path(FileReference.FILE), node)
                .flatMap(name -> model(fields.path(FileReference.FILE), node, name, skip)));
        model.ifPresent(m -> {
            sha256.flatMap(node -> numbers.word(fields.path(FileReference.SHA256), node))
                    .ifPresent(wanted -> requireSame(fields, file.get(), m, wanted));
            m.places().forEach((path, place) -> {
                findings.show(path, place.path());
                findings.place(place.path(), place.at());
            });
        });
        return model;
    }

    private Optional<SonataModel> model(String path, Yaml node, String name, boolean skip) {
        try {
            return Optional.of(SonataReader.read(findings.folder().resolve(name), skip));
        } catch (SonataErrors e) {
            for (SonataException error : e.errors()) {
                findings.report(error.at(), error.path(), error.what());
            }
        } catch (InvalidPathException e) {
            findings.report(node.at(), path, "\"" + e.getInput() + "\" cannot be the name of a file: " + e.getReason());
        }
        return Optional.empty();
    }

    private void requireSame(Fields fields, Yaml file, SonataModel model, String wanted) {
        Optional<Circuit> circuit = model.network().circuit();
        if (circuit.isPresent() && !circuit.get().config().sha256().equals(wanted)) {
            findings.report(
                    file.at(),
                    fields.path(FileReference.FILE),
                    circuit.get().config().path() + ", or a file that it names, has changed since it was described: the"
                            + " SHA-256 of all is " + circuit.get().config().sha256() + ", not " + wanted
                            + "; restore the files, or remove sha256 to take them as they are");
        }
    }
}
