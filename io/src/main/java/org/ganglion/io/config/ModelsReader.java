package org.ganglion.io.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ganglion.io.source.CompilationException;
import org.ganglion.io.source.OwnModels;
import org.ganglion.io.source.SourceClasses;
import org.ganglion.io.source.SourceCompiler;
import org.ganglion.io.source.SourceFile;
import org.ganglion.io.source.SourceMistake;
import org.ganglion.io.yaml.Position;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.catalog.NeuronModels;
import org.ganglion.network.synapse.SynapseModel;
import org.ganglion.network.synapse.SynapseModels;

/**
 * Reads the key {@code models}: Java files with models of the user, a name or a list of names relative to the model file; or,
 * as in the canonical form, a mapping of names to the texts themselves.
 */
final class ModelsReader {
    private static final String KEY = "models";

    private final Findings findings;
    private final Numbers numbers;

    ModelsReader(Findings findings, Numbers numbers) {
        this.findings = findings;
        this.numbers = numbers;
    }

    /** Ganglion's models and those read. */
    KnownModels read(Yaml node) {
        try {
            Optional<SourceClasses> classes = node instanceof Yaml.Mapping mapping ? texts(mapping) : files(node);
            return classes.map(OwnModels::of).map(own -> checked(node, own)).orElse(KnownModels.INCOMPLETE);
        } catch (CompilationException e) {
            for (SourceMistake mistake : e.mistakes()) {
                Position at =
                        mistake.line() > 0 ? new Position(mistake.file(), mistake.line(), mistake.column()) : node.at();
                findings.report(at, "", mistake.message());
            }
            return KnownModels.INCOMPLETE;
        }
    }

    private Optional<SourceClasses> texts(Yaml.Mapping mapping) {
        List<SourceFile> sources = new ArrayList<>();
        mapping.entries().forEach((name, entry) -> numbers.word(KEY + "." + name, entry.value())
                .ifPresent(text -> sources.add(new SourceFile(name, text))));
        return sources.isEmpty() ? Optional.empty() : Optional.of(SourceCompiler.compile(sources));
    }

    private Optional<SourceClasses> files(Yaml node) {
        List<Yaml> names = node instanceof Yaml.Sequence sequence ? sequence.items() : List.of(node);
        List<Path> files = new ArrayList<>();
        for (Yaml name : names) {
            numbers.word(KEY, name).flatMap(word -> file(name, word)).ifPresent(files::add);
        }
        return files.size() < names.size() || files.isEmpty()
                ? Optional.empty()
                : Optional.of(SourceCompiler.compileFiles(files));
    }

    private Optional<Path> file(Yaml node, String name) {
        try {
            Path file = findings.folder().resolve(name);
            if (!name.endsWith(".java")) {
                findings.report(node.at(), KEY, name + " is no Java source; name a file that ends in .java");
            } else if (!Files.isReadable(file) || Files.isDirectory(file)) {
                findings.report(
                        node.at(),
                        KEY,
                        name + ": there is no such file that can be read (" + file.normalize()
                                + "); names are relative to the folder of the model file");
            } else {
                return Optional.of(file.normalize());
            }
        } catch (InvalidPathException e) {
            findings.report(node.at(), KEY, "\"" + name + "\" cannot be the name of a file: " + e.getReason());
        }
        return Optional.empty();
    }

    private KnownModels checked(Yaml node, OwnModels own) {
        own.problems().forEach(problem -> findings.report(node.at(), KEY, problem));
        if (own.problems().isEmpty()
                && own.neurons().isEmpty()
                && own.synapses().isEmpty()) {
            findings.report(
                    node.at(),
                    KEY,
                    "no class in it is a model; let one implement " + NeuronModel.class.getName() + " or "
                            + SynapseModel.class.getName());
        }
        List<String> taken = new ArrayList<>();
        NeuronModels.ALL.forEach(model -> taken.add(model.name()));
        SynapseModels.ALL.forEach(model -> taken.add(model.name()));
        own.neurons().forEach(model -> unique(node, taken, model.name()));
        own.synapses().forEach(model -> unique(node, taken, model.name()));
        return KnownModels.with(own);
    }

    private void unique(Yaml node, List<String> taken, String name) {
        if (taken.contains(name)) {
            findings.report(node.at(), KEY, "there is another model called " + name + "; give this one another name");
        }
        taken.add(name);
    }
}
