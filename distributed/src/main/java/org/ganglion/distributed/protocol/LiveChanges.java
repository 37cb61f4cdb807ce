package org.ganglion.distributed.protocol;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.network.Experiment;
import org.ganglion.network.spec.InvalidNetworkException;
import org.ganglion.network.spec.Problem;
import org.ganglion.simulator.plan.ChangeLimits;

/** What changes make of a description, and which can be made. */
public final class LiveChanges {
    private LiveChanges() {}

    /** The description with changes that were decided. */
    public static Experiment applied(Experiment experiment, List<LiveChange> decided) {
        Experiment changed = experiment;
        for (LiveChange change : decided) {
            changed = changed.with(change.change(experiment.settings().dtMs()));
        }
        return changed;
    }

    /**
     * Why a change cannot be made; nothing if it can.
     *
     * @param experiment that the groups of the run were planned for
     */
    public static Optional<String> refusal(Experiment experiment, List<LiveChange> decided, LiveChange asked) {
        try {
            ChangeLimits.require(
                    applied(experiment, decided),
                    asked.change(experiment.settings().dtMs()));
            return Optional.empty();
        } catch (InvalidNetworkException e) {
            return Optional.of(e.problems().stream().map(Problem::message).collect(Collectors.joining("; ")));
        }
    }
}
