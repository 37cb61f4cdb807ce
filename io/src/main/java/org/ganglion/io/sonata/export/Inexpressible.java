package org.ganglion.io.sonata.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Population;
import org.ganglion.network.Projection;
import org.ganglion.network.Rate;
import org.ganglion.network.Stimulus;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.catalog.NeuronModels;
import org.ganglion.network.spec.Elements;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Problem;
import org.ganglion.network.synapse.SynapseModel;
import org.ganglion.network.synapse.SynapseModels;

/** Finds what a network has that the files of a circuit cannot say. */
final class Inexpressible {
    private final Network network;
    private final List<Problem> problems = new ArrayList<>();

    private Inexpressible(Network network) {
        this.network = network;
    }

    /** Everything but stimuli. */
    static List<Problem> of(Experiment experiment) {
        Inexpressible found = new Inexpressible(experiment.network());
        found.network.populations().forEach(found::population);
        found.network.projections().forEach(found::projection);
        if (!experiment.changes().isEmpty()) {
            found.problems.add(new Problem(
                    "changes",
                    "circuits cannot say that a stimulus changes while it runs; leave the changes out, or write"
                            + " step_current"));
        }
        return found.problems;
    }

    private void population(Population population) {
        String path = "populations." + population.name();
        String model = population.model().name();
        boolean known = NeuronModels.find(model)
                .filter(m -> m.getClass() == population.model().getClass())
                .isPresent();
        if (!known) {
            problems.add(new Problem(
                    path + ".model",
                    model + " is a model of its own, which a circuit cannot bring along; use one that comes with"
                            + " Ganglion"));
        }
        for (ParameterSpec spec : population.model().description().parameters()) {
            if (spec.isList()
                    && Elements.count(spec.name(), population.parameters().keySet()) > 0) {
                problems.add(new Problem(
                        path + ".parameters." + spec.name(),
                        "is a list, which circuits do not have; leave it as it is by default (" + spec.standardList()
                                + ")"));
            }
        }
        if (population.name().contains("/") || population.name().equals(".")) {
            problems.add(new Problem(path, "HDF5 has no such name; call the population otherwise"));
        }
    }

    private void projection(Projection projection) {
        String path = "projections." + projection.name();
        SynapseModel model = projection.synapse().model();
        boolean known = SynapseModels.find(model.name())
                .filter(m -> m.getClass() == model.getClass())
                .isPresent();
        if (!known) {
            problems.add(new Problem(
                    path + ".synapse",
                    model.name() + " is a model of its own, which a circuit cannot bring along; use one that comes with"
                            + " Ganglion"));
        }
        projection.synapse().parameters().forEach((name, value) -> {
            if (!value.isConstant()) {
                problems.add(new Problem(
                        path + ".synapse." + name,
                        "is drawn for each synapse, but all edges of a type have the same; give one value"));
            }
        });
        if (!projection.receptor().equals(Receptor.BY_SIGN)) {
            problems.add(new Problem(
                    path + ".receptor",
                    projection.receptor() + " is chosen by its name, which circuits cannot say; leave it to the sign of"
                            + " the weight"));
        }
    }

    /** Why a stimulus cannot be written; empty where it can. */
    static String why(Stimulus stimulus) {
        return switch (stimulus) {
            case Stimulus.SpikeTrain train -> byName(train.receptor());
            case Stimulus.ModulatedPoisson poisson -> byFormula(poisson.rate());
            case Stimulus.Gamma gamma -> byFormula(gamma.rate());
            case Stimulus.RecordedTrains _,
                    Stimulus.Poisson _,
                    Stimulus.Mip _,
                    Stimulus.PulsePacket _,
                    Stimulus.OfCurrent _ -> "";
        };
    }

    private static String byFormula(Rate rate) {
        return rate instanceof Rate.Course
                ? "has a rate that is an expression of time, which circuits cannot say; write rate_times and"
                        + " rate_values, or leave it out with --skip-stimuli"
                : "";
    }

    private static String byName(String receptor) {
        return receptor.equals(Receptor.BY_SIGN)
                ? ""
                : "receptor " + receptor + " is chosen by its name, which circuits cannot say; leave it to the sign of"
                        + " the weight";
    }

    /** Names that must not be given to anything else. */
    static Set<String> names(Network network) {
        Set<String> names = new java.util.HashSet<>();
        network.populations().forEach(p -> names.add(p.name()));
        return names;
    }
}
