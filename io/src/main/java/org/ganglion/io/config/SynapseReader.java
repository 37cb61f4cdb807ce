package org.ganglion.io.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.synapse.PopulationSpec;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.network.synapse.SynapseModel;

/** Reads the key {@code synapse} of a projection: the name of a model, or a mapping of its name and its parameters. */
final class SynapseReader {
    private final Findings findings;
    private final Numbers numbers;
    private final DistributionReader distributions;
    private final KnownModels models;
    private final Optional<SynapseModel> model;
    private final Map<ParameterSpec, Yaml> given = new HashMap<>();
    private final Map<String, String> populations = new HashMap<>();
    private final String path;

    SynapseReader(Findings findings, Numbers numbers, KnownModels models, Fields projection) {
        this.findings = findings;
        this.models = models;
        this.numbers = numbers;
        this.distributions = new DistributionReader(findings, numbers);
        this.path = projection.path("synapse");
        Optional<Yaml> node = projection.find("synapse");
        if (node.isPresent() && node.get() instanceof Yaml.Mapping mapping) {
            this.model = Fields.of(findings, path, mapping, projection.keyAt("synapse"))
                    .flatMap(this::parameters);
        } else {
            this.model = node.flatMap(n -> find(path, n));
        }
    }

    private Optional<SynapseModel> parameters(Fields fields) {
        Optional<SynapseModel> found =
                fields.require("model", "stdp_synapse").flatMap(n -> find(fields.path("model"), n));
        if (found.isEmpty()) {
            fields.keys().forEach(fields::find); // nothing is known of the others
        } else {
            for (ParameterSpec spec : found.get().description().parameters()) {
                Optional<Yaml> value =
                        spec.standard().isPresent() ? fields.find(spec.name()) : fields.require(spec.name(), "0.1");
                value.ifPresent(v -> given.put(spec, v));
            }
            for (PopulationSpec spec : found.get().populations()) {
                fields.require(spec.name(), "dopamine")
                        .flatMap(node -> numbers.word(fields.path(spec.name()), node))
                        .ifPresent(name -> populations.put(spec.name(), name));
            }
        }
        fields.close();
        return found;
    }

    private Optional<SynapseModel> find(String at, Yaml node) {
        return numbers.word(at, node).flatMap(name -> {
            Optional<SynapseModel> found = models.synapse(name);
            if (found.isEmpty()) {
                models.reportSynapse(findings, node.at(), at, name);
            }
            return found;
        });
    }

    /**
     * The synapse for targets whose weights have this unit.
     *
     * @param weightUnit empty where it is not known, because the target is broken
     */
    Synapse read(Optional<Unit> weightUnit) {
        if (model.isEmpty()) {
            return Synapse.STATIC;
        }
        Map<String, Distribution> values = new HashMap<>();
        given.forEach((spec, node) -> {
            Optional<Unit> unit = spec.unit() == Unit.DRAWN ? weightUnit : Optional.of(spec.unit());
            String at = path + "." + spec.name();
            values.put(
                    spec.name(),
                    spec.kind() == ParameterSpec.Kind.SWITCH
                            ? Distribution.constant(numbers.number(at, node, spec, unit))
                            : distributions.read(at, node, unit));
        });
        return new Synapse(model.get(), values, populations);
    }
}
