package org.ganglion.distributed.protocol;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.DamagedException;
import org.ganglion.distributed.checkpoint.Generation;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.group.NeuronGroup;
import org.ganglion.simulator.group.SpikeBatch;
import org.ganglion.simulator.plan.Layout;

/** Puts a group that has just been built where the latest checkpoint is. */
public final class Restoring {
    private final Checkpoints checkpoints;
    private final Layout layout;
    private final Leg leg;

    /**
     * @param layout of the network now; the checkpoint may be of another
     * @param leg which stretch of the run this is
     */
    public Restoring(Checkpoints checkpoints, Layout layout, Leg leg) {
        this.checkpoints = checkpoints;
        this.layout = layout;
        this.leg = leg;
    }

    /**
     * Restores a group, or leaves it at step 0 if there is no checkpoint.
     *
     * @return the group's own last spikes
     */
    public SpikeBatch restore(NeuronGroup group) throws IOException {
        return restore(group, 0);
    }

    /** Restores one start of a group likewise. */
    public SpikeBatch restore(NeuronGroup group, long incarnation) throws IOException {
        group.countFrom(leg.firstStep());
        while (true) {
            Optional<Generation> latest = checkpoints.latest();
            requireBeginningOfLeg(latest.map(Generation::step).orElse(0L));
            if (latest.isEmpty()) {
                checkpoints.begin(group.number(), layout.groups(), incarnation, latest);
                return new SpikeBatch(group.number(), 0, new int[0], new int[0]);
            }
            Generation generation = latest.get();
            try {
                requireOfThisRunsPast(generation);
                SpikeBatch recent = restore(group, generation);
                checkpoints.begin(group.number(), layout.groups(), incarnation, latest);
                return recent;
            } catch (DamagedException e) {
                checkpoints.setAside(generation.step(), e.getMessage());
            } catch (IOException e) {
                if (checkpoints.latest().equals(latest)) {
                    checkpoints.setAside(generation.step(), "a part cannot be read (" + e + ")");
                }
            }
        }
    }

    /** What earlier legs recorded up to where this one began may be lost with the checkpoint there. */
    private void requireBeginningOfLeg(long found) throws IOException {
        if (found < leg.firstStep() && checkpoints.wasLost(leg.firstStep())) {
            throw new IOException(
                    "the checkpoint at step " + leg.firstStep() + ", from which the run was resumed, is lost"
                            + " on all disks that can be reached; ganglion resume begins again at an earlier one");
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
