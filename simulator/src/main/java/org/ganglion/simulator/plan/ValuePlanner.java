package org.ganglion.simulator.plan;

import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.NumbersCheck;
import org.ganglion.network.Pairs;
import org.ganglion.network.Projection;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.InvalidNetworkException;
import org.ganglion.network.spec.Problem;
import org.ganglion.network.wiring.ImpossibleWiring;
import org.ganglion.network.wiring.Measured;
import org.ganglion.network.wiring.SynapseNumbers;
import org.ganglion.network.wiring.SynapticValue;
import org.ganglion.network.wiring.Wiring;

/** Wires the projections of a network and finds out where the weights and delays of their synapses come from. */
final class ValuePlanner {
    private final Experiment experiment;
    private final Network network;
    private final double dtMs;
    private final Pairs pairs;

    ValuePlanner(Experiment experiment) {
        this.experiment = experiment;
        this.network = experiment.network();
        this.dtMs = experiment.settings().dtMs();
        this.pairs = Pairs.of(experiment);
    }

    Wiring wire(int projection) {
        Projection wired = network.projections().get(projection);
        try {
            return wired.rule().wire(pairs.of(projection), experiment.settings().seed(), projection);
        } catch (ImpossibleWiring e) {
            String path = "projections." + wired.name() + "." + e.parameter();
            throw new InvalidNetworkException(List.of(new Problem(path, e.reason())));
        }
    }

    /** Weights of a projection. */
    PlannedValue weight(int projection, Wiring wiring) {
        PlannedValue weight =
                value(projection, network.projections().get(projection).weight(), wiring, 0);
        if (weight instanceof PlannedValue.Given given) {
            require(NumbersCheck.weights(experiment, projection, given.measured()));
        }
        return weight;
    }

    /** Delays of a projection, in ms. */
    PlannedValue delay(int projection, Wiring wiring) {
        PlannedValue delay =
                value(projection, network.projections().get(projection).delayMs(), wiring, dtMs);
        if (delay instanceof PlannedValue.Given given) {
            require(NumbersCheck.delays(experiment, projection, given.measured()));
        }
        return delay;
    }

    private PlannedValue value(int projection, SynapticValue value, Wiring wiring, double step) {
        return value instanceof SynapticValue.Drawn(Distribution distribution)
                ? new PlannedValue.Drawn(distribution)
                : given(projection, value, wiring, step);
    }

    private PlannedValue given(int projection, SynapticValue value, Wiring wiring, double step) {
        SynapseNumbers numbers = pairs.numbers(projection, value);
        int targets = pairs.of(projection).targets();
        Measured measured = Measured.of(numbers, wiring, targets, step);
        return new PlannedValue.Given(numbers, measured, value instanceof SynapticValue.Listed);
    }

    private static void require(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidNetworkException(problems);
        }
    }
}
