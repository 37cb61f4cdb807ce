package org.ganglion.io.sonata;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ganglion.io.sonata.source.Complaints;
import org.ganglion.io.sonata.source.Section;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.io.sonata.source.TypesTable;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.network.synapse.SynapseModel;
import org.ganglion.network.synapse.SynapseModels;

/**
 * What the edges of one type have in common.
 *
 * @param path what it is called in messages
 * @param weight of edges that have none of their own
 * @param delayMs likewise
 * @param synapses of edges that have no number of their own
 * @param sign that weights are multiplied by
 * @param places where the parameters of the synapse that are given stand
 */
record EdgeType(
        long id,
        String path,
        TypesTable.Row row,
        OptionalDouble weight,
        OptionalDouble delayMs,
        double synapses,
        double sign,
        Synapse synapse,
        Map<String, SonataModel.Place> places) {
    /** The attribute that says of how many synapses an edge is made. */
    static final String SYNAPSES = "nsyns";

    /** What such a number is, for messages. */
    static final String COUNT = "a whole number of 0 or more";

    private static final Set<String> PLAIN_WEIGHTS = Set.of("wmax", "default", "syn_weight", "default_weight_fnc");
    private static final Set<String> PASSED_OVER = Set.of("sign", "level_of_detail");

    /**
     * Reads a type that some edges have.
     *
     * @param population path of the edges
     * @param onlyNeuron whether all targets are NEURON's cells, which know no synapse models
     */
    static EdgeType read(
            long id,
            String population,
            TypesTable.Row row,
            TypesTable table,
            ParameterFiles files,
            boolean onlyNeuron,
            Complaints complaints) {
        row.text("weight_function").ifPresent(name -> {
            if (!PLAIN_WEIGHTS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new SonataException(
                        row.at(),
                        "weight_function",
                        "\"" + name + "\" is computed by a program that is not part of the circuit; write the weights"
                                + " into syn_weight, and wmax here");
            }
        });
        Optional<Section> json = files.of(row, table.file());
        double sign = row.number("sign")
                .orElse(json.map(j -> j.number("sign").orElse(1)).orElse(1.0));
        OptionalDouble synapses = row.number(SYNAPSES);
        if (synapses.isPresent() && !counts(synapses.getAsDouble())) {
            throw new SonataException(
                    row.at(), SYNAPSES, synapses.getAsDouble() + " is given; " + COUNT + " is needed");
        }
        String path = population + ", type " + id;
        Map<String, SonataModel.Place> places = new LinkedHashMap<>();
        return new EdgeType(
                id,
                path,
                row,
                row.number("syn_weight"),
                row.number("delay"),
                synapses.orElse(1),
                sign,
                synapse(row, json, onlyNeuron, complaints, path, places),
                places);
    }

    /** Whether a number can be a number of synapses. */
    static boolean counts(double number) {
        return number >= 0 && number == Math.rint(number);
    }

    /** Whether its synapse model has a parameter. */
    boolean takes(String parameter) {
        return synapse.model().description().parameter(parameter).isPresent();
    }

    /** Whether its synapse model has a parameter that names a population. */
    boolean namesPopulation(String parameter) {
        return synapse.model().populations().stream().anyMatch(p -> p.name().equals(parameter));
    }

    /** The value of a parameter that its synapse model has; NaN where it is missing and has no default. */
    double standard(String parameter) {
        Distribution given = synapse.parameters().get(parameter);
        return given != null
                ? given.quantile(0.5)
                : synapse.model()
                        .description()
                        .parameter(parameter)
                        .orElseThrow()
                        .standard()
                        .orElse(Double.NaN);
    }

    /** The same type with a parameter that stands with its edges. */
    EdgeType with(String parameter, double value, SonataModel.Place place) {
        Map<String, SonataModel.Place> all = new LinkedHashMap<>(places);
        all.put(parameter, place);
        return new EdgeType(id, path, row, weight, delayMs, synapses, sign, synapse.set(parameter, value), all);
    }

    private static Synapse synapse(
            TypesTable.Row row,
            Optional<Section> json,
            boolean onlyNeuron,
            Complaints complaints,
            String path,
            Map<String, SonataModel.Place> places) {
        Optional<String> template = row.text("model_template").map(t -> t.replaceFirst("^(?i)nest:", ""));
        Optional<SynapseModel> model = template.flatMap(SynapseModels::find);
        if (template.isPresent() && model.isEmpty() && !onlyNeuron) {
            throw new SonataException(
                    row.at(),
                    "model_template",
                    Suggestion.unknown("synapse model", template.get(), SynapseModels.names()));
        }
        Synapse synapse = Synapse.STATIC;
        if (model.isPresent()) {
            synapse = new Synapse(model.get(), Map.of());
        }
        Set<String> known = new LinkedHashSet<>();
        synapse.model().description().parameters().forEach(p -> known.add(p.name()));
        Set<String> populations = new LinkedHashSet<>();
        synapse.model().populations().forEach(p -> populations.add(p.name()));
        for (String key : json.map(Section::keys).orElse(List.of())) {
            places.put(key, new SonataModel.Place(json.get().at(key), path + ".dynamics_params." + key));
            if (known.contains(key)) {
                synapse = synapse.set(key, json.get().requireNumber(key, "0.1"));
            } else if (populations.contains(key)) {
                synapse = synapse.set(key, json.get().requireText(key, "\"population\""));
            } else if (!PASSED_OVER.contains(key)) {
                complaints.note(json.get().at(key).file() + ": " + json.get().path(key) + ": "
                        + synapse.model().name() + " has no such parameter; it is passed over");
            }
        }
        for (String key : row.values().keySet()) { // columns of the table count more than the file
            if (known.contains(key) || populations.contains(key)) {
                places.put(key, new SonataModel.Place(row.at(), path + "." + key));
                synapse = known.contains(key)
                        ? synapse.set(key, row.number(key).orElseThrow())
                        : synapse.set(key, row.text(key).orElseThrow());
            }
        }
        return synapse;
    }
}
