package org.ganglion.cli.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ganglion.network.neuron.catalog.NeuronModels;
import org.ganglion.network.spec.Description;
import org.ganglion.network.synapse.SynapseModel;
import org.ganglion.network.synapse.SynapseModels;

/**
 * The pages of the documentation about what a model file can name, made from the code: a page for each neuron and each
 * synapse model, one for all rules, what belongs to space, all distributions and all stimuli, and an index.
 */
public final class ModelPages {
    private static final String INDEX = "README.md";
    private static final String MADE =
            "<!-- Made from the code by: ./ganglion models --markdown docs/models. Change the code instead. -->";

    /** Kinds whose members share a page, with the name of its file. */
    private static final Map<String, String> SHARED = Map.of(
            Kinds.RULES,
            "connection-rules.md",
            Kinds.POSITIONS,
            "positions.md",
            Kinds.MASKS,
            "masks.md",
            Kinds.KERNELS,
            "kernels.md",
            Kinds.DISTRIBUTIONS,
            "distributions.md",
            Kinds.STIMULI,
            "stimuli.md");

    private ModelPages() {}

    /** Writes all pages into a folder, which is made where there is none. */
    public static List<String> write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, String> pages = all();
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue());
        }
        return List.copyOf(pages.keySet());
    }

    /** Text by name of the file. */
    public static Map<String, String> all() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put(INDEX, index());
        Kinds.all().forEach((kind, descriptions) -> {
            String shared = SHARED.get(kind);
            if (shared == null) {
                descriptions.forEach(d -> pages.put(d.name() + ".md", single(kind, d)));
            } else {
                pages.put(shared, shared(kind, descriptions));
            }
        });
        return pages;
    }

    /** The example of each thing, by its name. */
    public static Map<String, String> examples() {
        Map<String, String> examples = new LinkedHashMap<>();
        Kinds.all().forEach((kind, all) -> all.forEach(d -> examples.put(d.name(), Examples.of(kind, d))));
        return examples;
    }

    private static String single(String kind, Description description) {
        PageText page = page(kind).title("#", description.name()).paragraph(description.sentence());
        if (kind.equals(Kinds.NEURONS)) {
            page.paragraph(InputText.of(NeuronModels.find(description.name()).orElseThrow()));
        }
        if (kind.equals(Kinds.SYNAPSES)) {
            ofSynapses(page, SynapseModels.find(description.name()).orElseThrow());
        }
        return page.describe(description, "##", Examples.of(kind, description)).toString();
    }

    private static void ofSynapses(PageText page, SynapseModel model) {
        model.populations().forEach(p -> page.paragraph("`" + p.name() + "` must be given: " + p.sentence() + "."));
        if (!model.drawn().isEmpty()) {
            page.paragraph("Drawn for each synapse where a distribution is given: `"
                    + String.join("`, `", model.drawn()) + "`.");
        }
    }

    private static String shared(String kind, List<Description> descriptions) {
        PageText page = page(kind).title("#", kind + "s");
        for (Description description : descriptions) {
            page.title("##", description.name())
                    .paragraph(description.sentence())
                    .describe(description, "###", Examples.of(kind, description));
        }
        return page.toString();
    }

    private static PageText page(String kind) {
        return new PageText(kind.equals(Kinds.SYNAPSES) ? "of the weight" : "of what is drawn")
                .paragraph(MADE)
                .paragraph("[" + kind + "s](" + INDEX + "#" + anchor(kind) + ")");
    }

    /** The part of a link that leads to the heading of a kind. */
    private static String anchor(String kind) {
        return kind.toLowerCase(Locale.ROOT).replace(' ', '-') + "s";
    }

    private static String index() {
        StringBuilder out = new StringBuilder(MADE + "\n\n# Models\n\n");
        out.append(
                        "What a [model file](../config.md) can name. `./ganglion models NAME` shows the same on the screen.\n")
                .append("Examples leave out `simulation` and, where they name only `E` and `I`, the populations.\n");
        Kinds.all().forEach((kind, descriptions) -> {
            out.append("\n## ").append(kind).append("s\n\n| | |\n|---|---|\n");
            for (Description description : descriptions) {
                String name = description.name();
                String target = SHARED.containsKey(kind) ? SHARED.get(kind) + "#" + name : name + ".md";
                out.append("| [")
                        .append(name)
                        .append("](")
                        .append(target)
                        .append(") | ")
                        .append(description.sentence().replace("|", "\\|"))
                        .append(" |\n");
            }
        });
        return out.toString();
    }
}
