package org.ganglion.distributed.protocol;

import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.group.SpikeBatch;

/** What a {@link HostedGroup} needs of whoever hosts it. */
public interface GroupHost {

    /** Takes spikes to all groups that read them, wherever they are. */
    void publish(SpikeBatch batch, int[] readers);

    /** Takes a message to one group, wherever it is. */
    void send(GroupMessage message);

    /** Writes a part of a checkpoint, without making the group wait, and says so by {@link HostedGroup#saved}. */
    void save(GroupState state);

    /**
     * Throws this incarnation away and begins anew from the latest checkpoint.
     *
     * @param why in words, for the log
     */
    void beginAnew(String why);

    /** Step of the latest checkpoint that is whole; 0 if there is none, which every group can begin from. */
    long latestCheckpoint();
}
