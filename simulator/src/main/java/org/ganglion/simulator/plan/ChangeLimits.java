package org.ganglion.simulator.plan;

import java.util.ArrayList;
import java.util.List;
import org.ganglion.network.Change;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkCheck;
import org.ganglion.network.Population;
import org.ganglion.network.Stimulus;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.spec.InvalidNetworkException;
import org.ganglion.network.spec.Problem;

/** What a running network can be changed to: whatever it could have been described as, as far as it was planned for it. */
public final class ChangeLimits {
    private ChangeLimits() {}

    /**
     * Passes if a change can be added to a network that is running.
     *
     * @throws InvalidNetworkException with all that is wrong with it
     */
    public static void require(Experiment running, Change change) {
        List<Problem> problems = new ArrayList<>(NetworkCheck.check(running, change));
        Experiment changed = running.with(change);
        for (int s = 0; problems.isEmpty() && s < running.network().stimuli().size(); s++) {
            Stimulus stimulus = running.network().stimuli().get(s);
            boolean relayed = change.concerns(stimulus) && relays(running, stimulus.target());
            if (relayed && StimulusBound.atOnce(changed, s) > StimulusBound.atOnce(running, s)) {
                problems.add(new Problem(
                        change.path(),
                        stimulus.target()
                                + " relays spikes, and was planned for fewer in a step than this gives; begin the"
                                + " run with a higher rate, or write the change into the model file"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidNetworkException(problems);
        }
    }

    private static boolean relays(Experiment experiment, String name) {
        Population population = experiment.network().population(name);
        return population.model().receptors(population.allParameters()).stream()
                .anyMatch(r -> r.sign() == Receptor.Sign.COUNT);
    }
}
