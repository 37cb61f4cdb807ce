package org.ganglion.distributed.protocol;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.DamagedException;
import org.ganglion.distributed.checkpoint.Generation;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.group.NeuronGroup;
import org.ganglion.simulator.link.SpikeBatch;
import org.ganglion.simulator.plan.Layout;
import org.ganglion.simulator.plan.NetworkPlan;

/** Puts a group that has just been built where the latest checkpoint is. */
public final class Restoring {
    private final Checkpoints checkpoints;
    private final Layout layout;
    private final double dtMs;
    private final Leg leg;

    /**
     * @param plan of the network now; the checkpoint may be of another layout
     * @param leg which stretch of the run this is
     */
    public Restoring(Checkpoints checkpoints, NetworkPlan plan, Leg leg) {
        this.checkpoints = checkpoints;
        this.layout = plan.layout();
        this.dtMs = plan.experiment().settings().dtMs();
        this.leg = leg;
    }

    /**
     * How a group was found.
     *
     * @param recent its own last spikes
     * @param changes of stimuli in this leg of the run, which it now knows
     */
    public record Restored(SpikeBatch recent, List<LiveChange> changes) {}

    /**
     * Restores a group, or leaves it at step 0 if there is no checkpoint.
     */
    public Restored restore(NeuronGroup group) throws IOException {
        return restore(group, 0);
    }

    /** Restores one start of a group likewise. */
    public Restored restore(NeuronGroup group, long incarnation) throws IOException {
        group.countFrom(leg.firstStep());
        List<LiveChange> changes = List.of();
        while (true) {
            Optional<Generation> latest = checkpoints.latest();
            changes = learn(group, changes);
            requireBeginningOfLeg(latest.map(Generation::step).orElse(0L));
            if (latest.isEmpty()) {
                checkpoints.begin(group.number(), layout.groups(), incarnation, latest);
                return new Restored(new SpikeBatch(group.number(), 0, new int[0], new int[0]), changes);
            }
            Generation generation = latest.get();
            requireNotOfALaterLeg(generation);
            if (isOlder(generation, changes)) {
                continue; // a change was decided meanwhile
            }
            try {
                requireOfThisRunsPast(generation);
                SpikeBatch recent = restore(group, generation);
                checkpoints.begin(group.number(), layout.groups(), incarnation, latest);
                return new Restored(recent, changes);
            } catch (DamagedException e) {
                checkpoints.setAside(generation.step(), e.getMessage());
            } catch (IOException e) {
                if (checkpoints.latest().equals(latest)) {
                    checkpoints.setAside(generation.step(), "a part cannot be read (" + e + ")");
                }
            }
        }
    }

    /** Tells a group of changes that it does not know; they are to be known before it is restored. */
    private List<LiveChange> learn(NeuronGroup group, List<LiveChange> known) throws IOException {
        List<LiveChange> all = checkpoints.changes().of(leg.number());
        all.stream().skip(known.size()).forEach(change -> group.change(change.change(dtMs)));
        return all;
    }

    private boolean isOlder(Generation generation, List<LiveChange> changes) {
        return generation.leg().equals(leg) && !generation.knows(changes);
    }

    /** What earlier legs recorded up to where this one began may be lost with the checkpoint there. */
    private void requireBeginningOfLeg(long found) throws IOException {
        if (found < leg.firstStep() && checkpoints.wasLost(leg.firstStep())) {
            throw new IOException(
                    "the checkpoint at step " + leg.firstStep() + ", from which the run was resumed, is lost"
                            + " on all disks that can be reached; ganglion resume begins again at an earlier one");
        }
    }

    /** A node that slept while the run was taken up again must not touch what that has saved. */
    private void requireNotOfALaterLeg(Generation generation) throws IOException {
        if (generation.leg().number() > leg.number()) {
            throw new IOException("the run was taken up again without this node: the checkpoint at step "
                    + generation.step() + " is of leg " + generation.leg().number() + ", this node of leg "
                    + leg.number());
        }
    }

    /** What an earlier leg computed past the step at which this one began is not part of what this leg counts. */
    private void requireOfThisRunsPast(Generation generation) throws DamagedException {
        if (!generation.leg().equals(leg) && generation.step() > leg.firstStep()) {
            throw new DamagedException("the checkpoint at step " + generation.step() + " is of leg "
                    + generation.leg().number() + ", and leg " + leg.number() + " began at step " + leg.firstStep());
        }
    }

    private SpikeBatch restore(NeuronGroup group, Generation generation) throws IOException {
        List<SpikeBatch> past = checkpoints.recent(generation);
        long step = generation.step();
        if (generation.leg().equals(leg)) {
            GroupState own = checkpoints.part(generation, group.number());
            group.restore(step, step, List.of(own), past, own.totals());
            return own.recent();
        }
        group.restore(step, step, checkpoints.parts(generation), past, GroupState.Totals.NONE);
        return Regrouped.spikes(layout, group.number(), past, step);
    }
}
