package org.ganglion.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ganglion.cli.catalog.CatalogText;
import org.ganglion.cli.catalog.Kinds;
import org.ganglion.cli.catalog.ModelPages;
import org.ganglion.cli.model.UserException;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.synapse.SynapseModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion models}. */
@Command(
        name = "models",
        description =
                "Lists neuron and synapse models, connection rules, distributions and stimuli with their parameters.",
        footer = {
            "",
            "Examples:",
            "  ganglion models",
            "  ganglion models iaf_psc_exp",
            "  ganglion models --markdown docs/models"
        })
final class ModelsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Shows this one in full.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--markdown",
            paramLabel = "DIR",
            description = "Writes all of it as pages in Markdown into a folder.")
    private Optional<Path> markdown = Optional.empty();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (name.isPresent()) {
            out.print(one(name.get()));
            return 0;
        }
        if (markdown.isPresent()) {
            ModelPages.write(markdown.get())
                    .forEach(page -> out.println(markdown.get().resolve(page)));
            return 0;
        }
        boolean first = true;
        for (Map.Entry<String, List<Description>> kind : Kinds.all().entrySet()) {
            out.print((first ? "" : "\n") + kind.getKey() + "s\n");
            kind.getValue().forEach(d -> out.print(CatalogText.entry(d)));
            first = false;
        }
        out.println("\nganglion models NAME shows one in full.");
        return 0;
    }

    /** Everything of this name: a distribution and a kernel may have the same. */
    private static String one(String name) {
        StringBuilder found = new StringBuilder();
        Kinds.all().forEach((kind, descriptions) -> descriptions.stream()
                .filter(d -> d.name().equals(name))
                .forEach(d -> found.append(found.isEmpty() ? "" : "\n")
                        .append(CatalogText.full(kind, d))
                        .append(SynapseModels.find(name)
                                .map(CatalogText::ofSynapses)
                                .orElse(""))));
        if (!found.isEmpty()) {
            return found.toString();
        }
        List<String> all = Kinds.all().values().stream()
                .flatMap(List::stream)
                .map(Description::name)
                .toList();
        throw new UserException("ganglion: " + Suggestion.unknown("model, rule or distribution", name, all));
    }
}
