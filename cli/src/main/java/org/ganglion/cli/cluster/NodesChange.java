package org.ganglion.cli.cluster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.ganglion.cli.model.UserException;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.distributed.run.Visit;
import org.ganglion.distributed.wire.proto.RefusedChange;
import org.ganglion.distributed.wire.proto.Status;
import org.ganglion.distributed.wire.proto.StimulusChange;
import org.ganglion.network.Change;

/** A change of a stimulus that is asked of a run on nodes. */
public final class NodesChange {
    private static final long LOOK_MS = 100;

    private final Path run;
    private final LiveChange change;

    /** @param change when it takes effect is left to the nodes */
    public NodesChange(Path run, Change change) {
        this.run = run;
        this.change =
                new LiveChange(UUID.randomUUID().toString(), 0, change.stimulus(), change.parameter(), change.value());
    }

    /** What the first node that hears of it says. */
    public enum Answer {
        PASSED_ON,
        REFUSED,
        NOBODY_ANSWERS
    }

    /**
     * What came of asking.
     *
     * @param why it is refused; else empty
     */
    public record Outcome(Answer answer, String why) {}

    /** Asks for it. */
    public Outcome ask() throws IOException, InterruptedException {
        String[] refusal = {""};
        boolean heard = AnyNode.hears(run, door -> refusal[0] = Visit.change(door, change));
        Answer answer = !heard ? Answer.NOBODY_ANSWERS : refusal[0].isEmpty() ? Answer.PASSED_ON : Answer.REFUSED;
        return new Outcome(answer, refusal[0]);
    }

    /**
     * Waits until all nodes have agreed on a step.
     *
     * @return the step; nothing if the run has gone before
     * @throws UserException if it cannot be made after all
     */
    public Optional<Long> awaitStep() throws IOException, InterruptedException {
        while (true) {
            Optional<Status> status = AnyNode.status(run);
            if (status.isEmpty()) {
                return Optional.empty();
            }
            for (StimulusChange made : status.get().getWord().getChangesList()) {
                if (made.getId().equals(change.id())) {
                    return Optional.of(made.getStep());
                }
            }
            for (RefusedChange refused : status.get().getWord().getRefusedList()) {
                if (refused.getId().equals(change.id())) {
                    throw new UserException(change.change(1).path() + ": " + refused.getWhy());
                }
            }
            Thread.sleep(LOOK_MS);
        }
    }
}
