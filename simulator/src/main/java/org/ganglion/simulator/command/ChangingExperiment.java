package org.ganglion.simulator.command;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.ganglion.network.Change;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.RunState;
import org.ganglion.simulator.plan.ChangeLimits;

/** What a run is a run of, with what was changed of it so far. */
public final class ChangingExperiment {
    private volatile Experiment experiment; // written where deeds are done, which is one thread at a time

    public ChangingExperiment(Experiment experiment) {
        this.experiment = experiment;
    }

    /** As it is now, for any thread. */
    public Experiment now() {
        return experiment;
    }

    /**
     * Gives a parameter of a stimulus another value from the next step on that no group has passed.
     *
     * @param phase of the run
     * @param atAgreedStep has something done at that step
     * @param groups are told of the change then
     * @throws IllegalStateException if the run has ended
     * @throws org.ganglion.network.spec.InvalidNetworkException with all that is wrong with the change
     */
    public void change(
            RunState.Phase phase, Change wanted, Consumer<LongConsumer> atAgreedStep, Consumer<Change> groups) {
        if (phase == RunState.Phase.DONE) {
            throw new IllegalStateException("the run has ended; nothing can change any more");
        }
        ChangeLimits.require(experiment, wanted);
        atAgreedStep.accept(at -> {
            Change there = wanted.atStep(at, experiment.settings().dtMs());
            experiment = experiment.with(there);
            groups.accept(there);
        });
    }
}
