package org.ganglion.distributed.protocol;

import java.util.List;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.link.SpikeBatch;

/** What a {@link HostedGroup} needs of whoever hosts it. */
public interface GroupHost {

    /**
     * Takes spikes to all groups that read them, wherever they are.
     *
     * @param revision how many changes of stimuli the group knows
     */
    void publish(SpikeBatch batch, int[] readers, int revision);

    /** Takes a message to one group, wherever it is. */
    void send(GroupMessage message);

    /** Writes a part of a checkpoint, without making the group wait, and says so by {@link HostedGroup#saved}. */
    void save(GroupState state);

    /** The group has learned of changes of stimuli; these are all that it knows of now. */
    void changed(List<LiveChange> changes);

    /**
     * Throws this incarnation away and begins anew from the latest checkpoint.
     *
     * @param why in words, for the log
     */
    void beginAnew(String why);

    /** Step of the latest checkpoint that is whole; 0 if there is none, which every group can begin from. */
    long latestCheckpoint();
}
