package org.ganglion.distributed.protocol;

import java.util.List;
import java.util.Optional;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.simulator.Runaway;

/**
 * What the keeper of a run has decided; repeated, so that it does not matter when one is lost.
 *
 * @param keeper the node that says it
 * @param number counts a keeper's words
 * @param end step at which the run ends
 * @param checkpoint every group saves itself when it comes to this step; 0 for none
 * @param complete step of the last checkpoint that is whole
 * @param keepFrom spikes before this step need not be kept any more
 * @param finished whether all is written, so that nodes may go
 * @param failure why the run cannot go on; empty unless it cannot
 * @param silenced groups that are done without
 * @param hold no group passes this step; the largest number there is where the run is not paused
 * @param held what was asked and is done
 * @param changes of stimuli that were decided since this leg of the run began, in order
 * @param refused changes that were asked for and cannot be made
 * @param gather no group passes this step until it is decided what changes there; the largest number there is where nothing
 *     is to be decided
 * @param closed the step up to which windows of time are closed
 * @param bound no group passes this step until it is told of a later one, so that those that nothing connects stay within reach of
 *     each other; the largest number there is where they may go on
 * @param runaway why the run ends before it was meant to, where a population fires too fast
 */
public record Word(
        String keeper,
        long number,
        long end,
        long checkpoint,
        long complete,
        long keepFrom,
        boolean finished,
        String failure,
        List<Silenced> silenced,
        long hold,
        Holding held,
        List<LiveChange> changes,
        List<Refused> refused,
        long gather,
        long closed,
        long bound,
        Optional<Runaway> runaway) {

    public Word {
        silenced = List.copyOf(silenced);
        changes = List.copyOf(changes);
        refused = List.copyOf(refused);
    }

    /** A lost group, and the step from which on it counts as silent. */
    public record Silenced(int group, long since) {}

    /** A change that was asked for and cannot be made. */
    public record Refused(String id, String why) {}

    /** Before anything was decided. */
    public static Word none(long end) {
        return new Word(
                "",
                0,
                end,
                0,
                0,
                0,
                false,
                "",
                List.of(),
                Long.MAX_VALUE,
                Holding.NONE,
                List.of(),
                List.of(),
                Long.MAX_VALUE,
                0,
                Long.MAX_VALUE,
                Optional.empty());
    }

    /** The step at which groups stand still: the end, or where they pause, or gather for a change. */
    public long until() {
        return Math.min(end, Math.min(hold, gather));
    }

    /** Whether a change that somebody asked for is decided, one way or the other. */
    public boolean settles(String id) {
        return changes.stream().anyMatch(c -> c.id().equals(id))
                || refused.stream().anyMatch(r -> r.id().equals(id));
    }

    /** Whether this one counts beside another: the later of one keeper; of two keepers, whichever came last. */
    public boolean replaces(Word other) {
        return !keeper.equals(other.keeper) || number > other.number;
    }
}
