package org.ganglion.io.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ganglion.io.quantity.Names;
import org.ganglion.io.sonata.SonataReader;
import org.ganglion.io.source.OwnModels;
import org.ganglion.io.source.SourceClasses;
import org.ganglion.io.sweep.Sweep;
import org.ganglion.io.yaml.Position;
import org.ganglion.io.yaml.TextFile;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.io.yaml.YamlParser;
import org.ganglion.network.Experiment;
import org.ganglion.network.Population;

/**
 * Reads model files: the way in for the command line.
 *
 * <p>Every method either returns a description that can be run or throws a {@link ConfigException} with all mistakes.
 */
public final class ConfigReader {

    private ConfigReader() {}

    /**
     * Reads a YAML or JSON file: a description, the {@code run.json} of a run, which holds the one it was made from, or the
     * configuration of a SONATA circuit.
     */
    public static Config read(Path file, Overrides overrides) {
        Findings findings = new Findings(file.toString());
        Optional<String> text = TextFile.read(file, (at, message) -> findings.report(at, "", message));
        if (text.isEmpty()) {
            throw new ConfigException(findings.errors());
        }
        return read(text.get(), file.toString(), overrides);
    }

    /**
     * Reads a text.
     *
     * @param file what it is called in messages; without folder and ending, the name of a network that has none
     */
    public static Config read(String text, String file, Overrides overrides) {
        return read(text, file, overrides, Optional.empty());
    }

    private static Config read(String text, String file, Overrides overrides, Optional<KnownModels> known) {
        Findings findings = new Findings(file);
        Optional<Yaml> document = SonataReader.isConfig(file, text)
                ? Optional.of(CircuitSection.standingFor(Path.of(file)))
                : YamlParser.parse(text, file, (at, message) -> findings.report(at, "", message));
        if (document.isEmpty() && findings.errors().isEmpty()) {
            findings.report(
                    new Position(file, 1, 1), "", "the file is empty; describe populations and simulation at least");
        }
        Optional<Config> config = document.map(ConfigReader::description)
                .map(d -> overrides.applyTo(d, findings))
                .flatMap(d -> new DocumentReader(findings, known).read(d, nameOf(file)));
        return config.filter(c -> findings.errors().isEmpty())
                .orElseThrow(() -> new ConfigException(findings.errors()));
    }

    /**
     * Where a file describes a projection, for messages about it that come after reading: {@code brunel.yaml:31:3}; the
     * file alone where the place is not known, as in a Java program.
     *
     * @param projection its name; of {@code inhibitory/I-E} the part before the slash stands in the file
     */
    public static String placeOfProjection(Path file, String projection) {
        String key = projection.replaceFirst("/.*", "");
        return TextFile.read(file, (at, message) -> {})
                .flatMap(text -> YamlParser.parse(text, file.toString(), (at, message) -> {}))
                .map(ConfigReader::description)
                .flatMap(root -> entry(root, "projections"))
                .flatMap(section -> entry(section.value(), key))
                .map(e -> e.keyAt().toString())
                .orElse(file.toString());
    }

    private static Optional<Yaml.Entry> entry(Yaml node, String key) {
        return node instanceof Yaml.Mapping mapping
                ? Optional.ofNullable(mapping.entries().get(key))
                : Optional.empty();
    }

    /**
     * An experiment from a Java program with overrides by path, such as {@code simulation.groups=7}, applied to its
     * canonical form. One with models of the program's own is always read back from that form, so that what cannot be
     * repeated from it is found at once.
     *
     * @param source the program, for messages
     */
    public static Config override(Experiment experiment, String source, Overrides overrides) {
        return changed(experiment, source, overrides).withSweep(sweep(experiment, overrides));
    }

    /** What the command line says of trials of a program, which alone knows its parameters. */
    private static Optional<Sweep> sweep(Experiment experiment, Overrides overrides) {
        Findings findings = new Findings("--sweep");
        Yaml said = overrides.sweep().applyTo(new Yaml.Mapping(Position.of("--sweep"), Map.of()), findings);
        List<String> names = experiment.network().populations().stream()
                .map(Population::name)
                .toList();
        Optional<Sweep> sweep = entry(said, SweepReader.KEY)
                .flatMap(e -> Fields.of(findings, SweepReader.KEY, e.value(), e.keyAt()))
                .flatMap(new SweepReader(findings, new Numbers(findings, Names.NONE), Optional.empty(), names)::read);
        require(findings.errors());
        return sweep;
    }

    private static Config changed(Experiment experiment, String source, Overrides overrides) {
        Config unchanged = new Config(experiment, "", OutputSettings.DEFAULT);
        Overrides paths = overrides.withPaths();
        Set<SourceClasses> sources = SourceClasses.of(experiment);
        if (sources.isEmpty()) {
            return paths.setNothing() ? unchanged : read(ConfigWriter.toJson(unchanged), source, paths);
        }
        OwnModels own = OwnModels.of(sources.iterator().next());
        requireNamed(experiment, own, source);
        return read(ConfigWriter.toJson(unchanged), source, paths, Optional.of(KnownModels.with(own)));
    }

    /** Throws if a model of the program cannot be found again by its name, and so the run not be repeated. */
    private static void requireNamed(Experiment experiment, OwnModels own, String source) {
        Stream<Object> used = Stream.concat(
                experiment.network().populations().stream().map(Population::model),
                experiment.network().projections().stream().map(p -> p.synapse().model()));
        List<Class<?>> known = Stream.concat(own.neurons().stream(), own.synapses().stream())
                .<Class<?>>map(Object::getClass)
                .toList();
        boolean lost = used.map(Object::getClass)
                .anyMatch(type -> type.getClassLoader() instanceof SourceClasses && !known.contains(type));
        if (lost) {
            require(own.problems().stream()
                    .map(problem -> new ConfigError(Position.of(source), "", problem))
                    .toList());
        }
    }

    /** The description in a document: the whole of it, or of a {@code run.json} the part that repeats the run. */
    private static Yaml description(Yaml document) {
        if (document instanceof Yaml.Mapping run && run.entries().containsKey("ganglion")) {
            Yaml.Entry config = run.entries().get("config");
            return config == null ? document : config.value();
        }
        return document;
    }

    /** Throws what an override says in vain; see {@link Overrides#parameters}. */
    static void require(List<ConfigError> errors) {
        if (!errors.isEmpty()) {
            throw new ConfigException(errors);
        }
    }

    private static String nameOf(String file) {
        String last = Optional.ofNullable(Path.of(file).getFileName())
                .map(Path::toString)
                .orElse(file);
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }
}
