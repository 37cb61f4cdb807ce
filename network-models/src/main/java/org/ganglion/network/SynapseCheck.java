package org.ganglion.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.Receptor.Sign;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.synapse.PopulationSpec;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.network.synapse.SynapseModel;

/** Checks the synapse model of one projection. */
final class SynapseCheck {
    private final CheckedNetwork network;
    private final Report report;
    private final Synapse synapse;
    private final SynapseModel model;
    private final String path;

    private SynapseCheck(CheckedNetwork network, Synapse synapse, String path) {
        this.network = network;
        this.report = network.report();
        this.synapse = synapse;
        this.model = synapse.model();
        this.path = path;
    }

    /**
     * @param number of the projection
     * @param target empty where nothing can be concluded from it or the weight
     */
    static void check(CheckedNetwork network, int number, String path, Optional<Population> target) {
        Projection projection = network.network().projections().get(number);
        SynapseCheck check = new SynapseCheck(network, projection.synapse(), path + ".synapse");
        int before = network.report().count();
        check.parameters();
        check.populations();
        if (network.report().count() == before) {
            check.together(
                    network.resembling(number, projection.weight()),
                    target,
                    network.receptors(path + ".receptor", target, projection.receptor()));
        }
    }

    private void parameters() {
        List<String> names = new ArrayList<>(model.description().parameters().stream()
                .map(ParameterSpec::name)
                .toList());
        model.populations().forEach(p -> names.add(p.name()));
        for (Map.Entry<String, Distribution> entry : synapse.parameters().entrySet()) {
            String at = path + "." + entry.getKey();
            model.description()
                    .parameter(entry.getKey())
                    .ifPresentOrElse(
                            spec -> parameter(at, entry.getValue(), spec),
                            () -> report.add(
                                    at, Suggestion.unknown("parameter of " + model.name(), entry.getKey(), names)));
        }
        for (String name : synapse.populations().keySet()) {
            if (model.populations().stream().noneMatch(p -> p.name().equals(name))) {
                report.add(path + "." + name, Suggestion.unknown("parameter of " + model.name(), name, names));
            }
        }
        for (ParameterSpec spec : model.description().parameters()) {
            if (spec.standard().isEmpty() && !synapse.parameters().containsKey(spec.name())) {
                report.add(path + "." + spec.name(), "is missing; " + model.name() + " has no default for it");
            }
        }
    }

    private void parameter(String at, Distribution value, ParameterSpec spec) {
        if (value.isConstant() || model.drawn().contains(spec.name())) {
            ValueCheck.parameter(report, at, value, spec);
        } else {
            report.add(
                    at,
                    "cannot be drawn from a distribution; give one value"
                            + (model.drawn().isEmpty()
                                    ? ""
                                    : " (" + String.join(", ", model.drawn()) + " can be drawn)"));
        }
    }

    private void populations() {
        for (PopulationSpec spec : model.populations()) {
            String at = path + "." + spec.name();
            String name = synapse.populations().get(spec.name());
            if (name == null) {
                report.add(at, "is missing; give " + spec.sentence());
            } else {
                network.population(at, name);
            }
            Distribution delay = synapse.parameters().get(spec.delay());
            double delayMs = delay != null
                    ? delay.quantile(0.5)
                    : model.description()
                            .parameter(spec.delay())
                            .orElseThrow()
                            .standard()
                            .orElse(Double.NaN);
            if (network.grid().usable() && delayMs > 0) {
                String atDelay = path + "." + spec.delay();
                if (delayMs / network.grid().dtMs() > ProjectionCheck.MAX_DELAY_STEPS) {
                    report.add(
                            atDelay,
                            Unit.MILLISECOND.format(delayMs) + " is longer than the longest delay ("
                                    + Unit.MILLISECOND.format(network.grid().timeMs(ProjectionCheck.MAX_DELAY_STEPS))
                                    + "); lower it or raise simulation.dt");
                } else {
                    ProjectionCheck.constantDelay(report, atDelay, delayMs, network.grid());
                }
            }
        }
    }

    /** What the model says of its parameters and the weights together, and whether the target feels a weight. */
    private void together(Distribution weight, Optional<Population> target, Optional<List<Receptor>> receptors) {
        if (!model.plastic() || receptors.isEmpty()) {
            return;
        }
        boolean counting = receptors.get().stream().anyMatch(r -> r.sign() == Sign.COUNT);
        if (counting && !model.ontoCounting()) {
            report.add(
                    path,
                    model.name() + " changes weights, but "
                            + target.orElseThrow().model().name()
                            + " counts spikes whatever their weight; choose another target or take static_synapse");
            return;
        }
        model.check(
                synapse.values(),
                weight,
                ProjectionCheck.unit(receptors),
                (name, message) -> report.add(path + "." + name, message));
    }
}
