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
        group.countFrom(leg.firstStep());
        while (true) {
            Optional<Generation> latest = checkpoints.latest();
            if (latest.isEmpty()) {
                return new SpikeBatch(group.number(), 0, new int[0], new int[0]);
            }
            Generation generation = latest.get();
            try {
                return restore(group, generation);
            } catch (DamagedException e) {
                checkpoints.setAside(generation.step(), e.getMessage());
            } catch (IOException e) {
                if (checkpoints.latest().equals(latest)) {
                    checkpoints.setAside(generation.step(), "a part cannot be read (" + e + ")");
                }
            }
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
