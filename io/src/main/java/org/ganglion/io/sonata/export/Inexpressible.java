package org.ganglion.io.sonata.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Population;
import org.ganglion.network.Projection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.neuron.NeuronModels;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.spec.Elements;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Problem;
import org.ganglion.network.synapse.StaticSynapse;

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
        if (!(projection.synapse().model() instanceof StaticSynapse)) {
            problems.add(
                    new Problem(
                            path + ".synapse",
                            projection.synapse().model().name()
                                    + " is not written, for it would not run to the same spikes again; only static_synapse is"));
        }
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
            case Stimulus.RecordedTrains _, Stimulus.Current _ -> "";
            case Stimulus.Poisson _,
                    Stimulus.ModulatedPoisson _,
                    Stimulus.Gamma _,
                    Stimulus.Mip _,
                    Stimulus.PulsePacket _ ->
                "draws spikes while it runs, but circuits know given ones only; record them once (from a"
                        + " population of parrot_neuron) and give them as spike_train, or leave all such stimuli out"
                        + " with --skip-stimuli";
            case Stimulus.Alternating _, Stimulus.Noise _ ->
                "is a current that changes all the time, but circuits know steps only; write step_current, or leave"
                        + " it out with --skip-stimuli";
        };
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
