package org.ganglion.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ganglion.cli.model.UserException;
import org.ganglion.network.StimulusModels;
import org.ganglion.network.connect.ConnectionRules;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronModels;
import org.ganglion.network.random.Distributions;
import org.ganglion.network.spec.Catalog;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.synapse.SynapseModel;
import org.ganglion.network.synapse.SynapseModels;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ganglion models}. */
@Command(
        name = "models",
        description =
                "Lists neuron and synapse models, connection rules, distributions and stimuli with their parameters.",
        footer = {"", "Examples:", "  ganglion models", "  ganglion models iaf_psc_exp"})
final class ModelsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Shows this one in full.")
    private Optional<String> name = Optional.empty();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (name.isPresent()) {
            out.print(one(name.get()));
            return 0;
        }
        boolean first = true;
        for (Map.Entry<String, List<Description>> kind : kinds().entrySet()) {
            out.print((first ? "" : "\n") + kind.getKey() + "s\n");
            kind.getValue().forEach(d -> out.print(CatalogText.entry(d)));
            first = false;
        }
        out.println("\nganglion models NAME shows one in full.");
        return 0;
    }

    private static String one(String name) {
        for (Map.Entry<String, List<Description>> kind : kinds().entrySet()) {
            for (Description description : kind.getValue()) {
                if (description.name().equals(name)) {
                    return CatalogText.full(kind.getKey(), description);
                }
            }
        }
        List<String> all = kinds().values().stream()
                .flatMap(List::stream)
                .map(Description::name)
                .toList();
        throw new UserException("ganglion: " + Suggestion.unknown("model, rule or distribution", name, all));
    }

    /** Everything that a file can name, by kind. */
    static Map<String, List<Description>> kinds() {
        Map<String, List<Description>> kinds = new LinkedHashMap<>();
        kinds.put(
                "Neuron model",
                NeuronModels.ALL.stream().map(NeuronModel::description).toList());
        kinds.put(
                "Synapse model",
                SynapseModels.ALL.stream().map(SynapseModel::description).toList());
        kinds.put("Connection rule", descriptions(ConnectionRules.CATALOG));
        kinds.put("Distribution", descriptions(Distributions.CATALOG));
        kinds.put("Stimulus type", StimulusModels.ALL);
        return kinds;
    }

    private static List<Description> descriptions(Catalog<?> catalog) {
        return catalog.entries().stream().map(Catalog.Entry::description).toList();
    }
}
