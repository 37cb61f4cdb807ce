package org.ganglion.io.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ganglion.io.json.JsonText;
import org.ganglion.network.StimulusModels;
import org.ganglion.network.connect.ConnectionRule;
import org.ganglion.network.connect.ConnectionRules;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.catalog.NeuronModels;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Distributions;
import org.ganglion.network.spec.Catalog;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.ParameterSpec.Kind;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;
import org.ganglion.network.synapse.PopulationSpec;
import org.ganglion.network.synapse.SynapseModel;
import org.ganglion.network.synapse.SynapseModels;

/**
 * The JSON Schema of model files, made from the catalogues, for completion and checks in editors.
 *
 * <p>It knows keys, names and types. Values of expressions, dimensions of units, and names of populations are left to
 * {@link ConfigReader}.
 */
public final class ConfigSchema {
    static final String QUANTITY = "quantity";
    static final String NUMBER = "number";

    private ConfigSchema() {}

    public static String toJson() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "A Ganglion model");
        schema.putAll(object(List.of(), sections()));
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("required", List.of("populations", "simulation"));
        described.put("properties", Map.of("simulation", Map.of("required", List.of("duration"))));
        schema.put("anyOf", List.of(described, Map.of("required", List.of(CircuitSection.KEY))));
        schema.put("if", Map.of("required", List.of("models")));
        schema.put("then", Map.of("properties", networkOf("own-population", "own-projection")));
        schema.put("else", Map.of("properties", networkOf("population", "projection")));
        schema.put("$defs", definitions());
        return JsonText.of(schema);
    }

    private static Map<String, Object> sections() {
        Map<String, Object> sections = new LinkedHashMap<>();
        sections.put("name", typed("string", "what the network is called; by default, the file's name"));
        sections.put("description", typed("string", "what it is"));
        sections.put("parameters", named(ref(NUMBER)));
        sections.put("models", models());
        sections.put("populations", Map.of("type", List.of("object", "null")));
        sections.put("projections", Map.of("type", List.of("object", "null")));
        sections.put("stimuli", named(ref("stimulus")));
        sections.put("recorders", named(ref("recorder")));
        sections.put(ChangesReader.KEY, SettingsSchema.changes());
        sections.put(CircuitSection.KEY, SettingsSchema.circuit());
        sections.put("simulation", ref("simulation"));
        sections.put("output", ref("output"));
        sections.put(SweepReader.KEY, ref(SweepReader.KEY));
        return sections;
    }

    /** What can be said of populations and projections depends on whether the file brings models of its own. */
    private static Map<String, Object> networkOf(String population, String projection) {
        Map<String, Object> network = new LinkedHashMap<>();
        network.put("populations", named(ref(population)));
        network.put("projections", named(ref(projection)));
        return network;
    }

    private static Map<String, Object> models() {
        Map<String, Object> texts = new LinkedHashMap<>();
        texts.put("type", "object");
        texts.put("additionalProperties", typed("string", "the text of the file of this name"));
        Map<String, Object> file = typed("string", "a Java file with a neuron model or a synapse model");
        return choice("oneOf", List.of(file, list(file), texts));
    }

    private static Map<String, Object> definitions() {
        Map<String, Object> definitions = new LinkedHashMap<>();
        definitions.put(QUANTITY, typed("string", "a number with a unit, such as 1.5 ms, or an expression"));
        definitions.put(NUMBER, typed(List.of("number", "string"), "a number or an expression"));
        definitions.put("switch", typed("boolean", "on or off"));
        definitions.put(
                "populationNames",
                choice(
                        "oneOf",
                        List.of(typed("string", "a population, or all"), list(typed("string", "a population")))));
        definitions.put(
                "neurons",
                choice(
                        "oneOf",
                        List.of(
                                typed(List.of("integer", "string"), "all, an index or expression, or first..last"),
                                list(typed(List.of("integer", "string"), "an index")))));
        definitions.put(drawn(QUANTITY), drawnValue(QUANTITY));
        definitions.put(drawn(NUMBER), drawnValue(NUMBER));
        List<String> neurons = NeuronModels.ALL.stream().map(NeuronModel::name).toList();
        definitions.put("population", population(names(neurons)));
        definitions.put("own-population", population(typed("string", "a neuron model")));
        definitions.put("projection", projection(synapse()));
        definitions.put("own-projection", projection(typed(List.of("string", "object"), "a synapse model")));
        definitions.put("stimulus", stimulus());
        definitions.put("recorder", RecorderSchema.recorder());
        definitions.put("simulation", SettingsSchema.simulation());
        definitions.put("output", SettingsSchema.output());
        definitions.put(SweepReader.KEY, SweepSchema.sweep());
        return definitions;
    }

    private static Map<String, Object> population(Map<String, Object> models) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("model", models);
        properties.put("size", ref(NUMBER));
        properties.put("positions", SpaceSchema.positions());
        properties.put("parameters", Map.of("type", List.of("object", "null")));
        properties.put("initial", Map.of("type", List.of("object", "null")));
        Map<String, Object> population = object(List.of("model", "size"), properties);
        List<Object> cases = new ArrayList<>();
        for (NeuronModel model : NeuronModels.ALL) {
            Description description = model.description();
            Map<String, Object> then = new LinkedHashMap<>();
            then.put("parameters", orNull(object(List.of(), parameters(description, true))));
            Map<String, Object> initial = new LinkedHashMap<>();
            description.variables().stream()
                    .filter(VariableSpec::settable)
                    .forEach(v -> initial.put(v.name(), described(ref(drawn(kind(v.unit()))), v.sentence())));
            then.put("initial", orNull(object(List.of(), initial)));
            cases.add(when("model", description.name(), Map.of("properties", then)));
        }
        return withCases(population, cases);
    }

    private static Map<String, Object> projection(Map<String, Object> synapse) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("from", ref("populationNames"));
        properties.put("to", ref("populationNames"));
        properties.put("rule", names(ConnectionRules.names()));
        properties.put("weight", ref(drawn(NUMBER)));
        properties.put("delay", ref(drawn(QUANTITY)));
        properties.put("synapse", synapse);
        properties.put("receptor", typed(List.of("string", "integer"), "the receptor at which synapses end"));
        List<Object> cases = new ArrayList<>();
        for (Catalog.Entry<ConnectionRule> rule : ConnectionRules.CATALOG.entries()) {
            properties.putAll(parameters(rule.description(), false));
            List<String> needed = new ArrayList<>(required(rule.description()));
            needed.add("delay");
            cases.add(when("rule", rule.description().name(), Map.of("required", needed)));
        }
        properties.putAll(SpaceSchema.ofProjections());
        return withCases(object(List.of("from", "to", "rule"), properties), cases);
    }

    /** The name of a model, or a mapping with its parameters. */
    private static Map<String, Object> synapse() {
        List<Object> forms = new ArrayList<>();
        forms.add(names(SynapseModels.names()));
        for (SynapseModel model : SynapseModels.ALL) {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("model", Map.of("const", model.name()));
            List<String> needed = new ArrayList<>(List.of("model"));
            for (PopulationSpec population : model.populations()) {
                properties.put(population.name(), typed("string", population.sentence()));
                needed.add(population.name());
            }
            properties.putAll(parameters(model.description(), model.drawn()::contains));
            needed.addAll(required(model.description()));
            forms.add(object(needed, properties));
        }
        return choice("oneOf", forms);
    }

    private static Map<String, Object> stimulus() {
        List<String> types = new ArrayList<>(StimulusModels.names());
        types.addAll(StimulusModels.otherNames());
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("type", names(types));
        properties.put("to", ref("populationNames"));
        properties.put("neurons", ref("neurons"));
        for (Description model : StimulusModels.ALL) {
            for (ParameterSpec spec : model.parameters()) {
                properties.putIfAbsent(spec.name(), stimulusValue(spec));
            }
        }
        StimulusModels.PARAMETER_ALIASES.forEach((alias, key) -> properties.put(alias, properties.get(key)));
        properties.put("receptor", typed(List.of("string", "integer"), "the receptor at which spikes end"));
        properties.put("origin", described(ref(QUANTITY), "added to start and stop"));
        properties.put("file", typed("string", "a file of spikes, beside this one"));
        properties.put("sha256", typed("string", "what the file must have"));
        properties.put("population", typed("string", "which population of the file"));
        List<Object> cases = new ArrayList<>();
        for (String type : types) {
            List<String> needed = needed(type);
            if (!needed.isEmpty()) {
                cases.add(when("type", type, Map.of("required", needed)));
            }
        }
        return withCases(object(List.of("type", "to"), properties), cases);
    }

    private static Map<String, Object> stimulusValue(ParameterSpec spec) {
        Map<String, Object> plain = spec.kind() == Kind.SWITCH
                ? ref("switch")
                : ref(spec.name().equals("weight") ? NUMBER : kind(spec.unit()));
        return StimulusModels.LISTS.contains(spec.name())
                ? choice("oneOf", List.of(plain, list(plain)))
                : described(plain, spec.sentence());
    }

    /** What must be given under its only name; weights are not needed onto relays. */
    private static List<String> needed(String type) {
        return StimulusModels.ALL.stream()
                .filter(model -> model.name().equals(StimulusModels.nameOf(type)))
                .flatMap(model -> required(model).stream())
                .filter(key -> !key.equals("weight"))
                .filter(key -> !StimulusModels.PARAMETER_ALIASES.containsValue(key))
                .toList();
    }

    private static Map<String, Object> drawnValue(String kind) {
        List<Object> forms = new ArrayList<>();
        forms.add(ref(kind));
        Map<String, Object> ofNeurons = typed("string", "an expression of u, which each neuron draws once");
        forms.add(object(List.of(DistributionReader.EXPRESSION), Map.of(DistributionReader.EXPRESSION, ofNeurons)));
        for (Catalog.Entry<Distribution> entry : Distributions.CATALOG.entries()) {
            Description description = entry.description();
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("distribution", Map.of("const", description.name()));
            for (ParameterSpec spec : description.parameters()) {
                String own = spec.unit() == Unit.DRAWN ? kind : kind(spec.unit());
                properties.put(spec.name(), described(ref(own), spec.sentence()));
            }
            Map<String, Object> bounds = new LinkedHashMap<>();
            bounds.put("min", ref(kind));
            bounds.put("max", ref(kind));
            properties.put("redraw", object(List.of(), bounds));
            properties.put("clip", object(List.of(), bounds));
            List<String> needed = new ArrayList<>(List.of("distribution"));
            needed.addAll(required(description));
            forms.add(object(needed, properties));
        }
        return choice("oneOf", forms);
    }

    private static Map<String, Object> parameters(Description description, boolean mayBeDrawn) {
        return parameters(description, name -> mayBeDrawn);
    }

    private static Map<String, Object> parameters(Description description, Predicate<String> mayBeDrawn) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (ParameterSpec spec : description.parameters()) {
            String plain = kind(spec.unit());
            String form = spec.kind() == Kind.SWITCH ? "switch" : mayBeDrawn.test(spec.name()) ? drawn(plain) : plain;
            Map<String, Object> value =
                    spec.isList() ? choice("oneOf", List.of(ref(form), list(ref(form)))) : ref(form);
            properties.put(spec.name(), described(value, spec.sentence()));
        }
        return properties;
    }

    static List<String> required(Description description) {
        return description.parameters().stream()
                .filter(spec -> spec.standard().isEmpty() && !spec.isList())
                .map(ParameterSpec::name)
                .toList();
    }

    private static String kind(Unit unit) {
        return unit == Unit.NONE || unit == Unit.DRAWN ? NUMBER : QUANTITY;
    }

    private static String drawn(String kind) {
        return "drawn-" + kind;
    }

    static Map<String, Object> ref(String definition) {
        return Map.of("$ref", "#/$defs/" + definition);
    }

    static Map<String, Object> described(Map<String, Object> schema, String sentence) {
        Map<String, Object> described = new LinkedHashMap<>(schema);
        described.put("description", sentence);
        return described;
    }

    static Map<String, Object> typed(Object type, String sentence) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type);
        schema.put("description", sentence);
        return schema;
    }

    static Map<String, Object> names(List<String> allowed) {
        return Map.of("enum", allowed);
    }

    static Map<String, Object> choice(String key, List<?> forms) {
        return Map.of(key, forms);
    }

    static Map<String, Object> list(Map<String, Object> items) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        schema.put("items", items);
        return schema;
    }

    private static Map<String, Object> named(Map<String, Object> items) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", List.of("object", "null"));
        schema.put("additionalProperties", items);
        return schema;
    }

    static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("properties", properties);
        schema.put("additionalProperties", false);
        return schema;
    }

    static Map<String, Object> orNull(Map<String, Object> object) {
        Map<String, Object> schema = new LinkedHashMap<>(object);
        schema.put("type", List.of("object", "null"));
        return schema;
    }

    static Map<String, Object> when(String key, String value, Map<String, Object> then) {
        Map<String, Object> test = new LinkedHashMap<>();
        test.put("required", List.of(key));
        test.put("properties", Map.of(key, Map.of("const", value)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("if", test);
        schema.put("then", then);
        return schema;
    }

    static Map<String, Object> withCases(Map<String, Object> schema, List<Object> cases) {
        if (!cases.isEmpty()) {
            schema.put("allOf", cases);
        }
        return schema;
    }
}
