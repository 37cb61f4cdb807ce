package org.ganglion.distributed.protocol;

import java.util.Optional;
import org.ganglion.distributed.checkpoint.PartName;

/**
 * What one group does.
 *
 * @param incarnation of the group on this node
 * @param step the next that it computes
 * @param until the step at which it will stand still, as far as it has heard
 * @param taken the step up to which it has taken spikes of any other group
 * @param spikes emitted, warm-up included
 * @param waitsFor the group that holds it back, -1 for none
 * @param waitingMs since when
 * @param savingStep the step of the last checkpoint that it began to write its part of
 * @param saved the last part of a checkpoint that it wrote
 * @param began step at which this incarnation began
 * @param computed steps that this incarnation has computed
 * @param failure why it failed; empty unless it did
 * @param revision how many changes of stimuli it knows
 * @param windows what it has to tell of windows of time
 */
public record GroupReport(
        int group,
        long incarnation,
        State state,
        long step,
        long until,
        long taken,
        long spikes,
        int waitsFor,
        long waitingMs,
        long savingStep,
        Optional<PartName> saved,
        long began,
        long computed,
        long synapseBytes,
        double buildSeconds,
        String failure,
        int revision,
        Windows windows) {

    /** Where a group is in its life. */
    public enum State {
        /** Its synapses are being built, or its state is being read. */
        BUILDING,
        RUNNING,
        /** It threw an exception; see {@link GroupReport#failure}. */
        FAILED
    }

    /** Whether it has come to a step and goes no further before it hears more. */
    public boolean standsAt(long where) {
        return step == where && until == where;
    }

    /** The step up to which it, or a group that may be lost by now, has computed. */
    public long furthest() {
        return Math.max(step, taken);
    }

    /** A group that is being built. */
    public static GroupReport building(int group, long incarnation) {
        return new GroupReport(
                group,
                incarnation,
                State.BUILDING,
                0,
                0,
                0,
                0,
                -1,
                0,
                0,
                Optional.empty(),
                0,
                0,
                0,
                0,
                "",
                0,
                Windows.NONE);
    }

    /** A group that cannot go on. */
    public GroupReport failed(String why) {
        return new GroupReport(
                group,
                incarnation,
                State.FAILED,
                step,
                until,
                taken,
                spikes,
                -1,
                0,
                savingStep,
                saved,
                began,
                computed,
                synapseBytes,
                buildSeconds,
                why,
                revision,
                windows);
    }
}
