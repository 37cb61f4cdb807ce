package org.ganglion.simulator.link;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a group reads and who reads it: how far it may compute with what has come, how far ahead of its readers, and how many
 * steps it sends at once.
 */
public final class GroupLinks {
    /** A group stops this many steps ahead of its slowest reader. */
    public static final int RUN_AHEAD = 512;

    /**
     * A delay is sent in this many pieces. The spikes of a piece wait until it is full, so that less of the delay is left to
     * hide a slow link: a half with two pieces, a quarter with four (docs/decisions/0030-pieces.md).
     */
    private static final int PIECES = 4;

    /** Steps between two acknowledgements to a group that gets no batches from this one. */
    private static final int ACKNOWLEDGE = RUN_AHEAD / 4;

    /** Those of a group that reads none and is read by none. */
    public static final GroupLinks NONE = new GroupLinks(List.of(), List.of(), 1);

    private List<InLink> in;
    private List<OutLink> out;
    private final int window;

    private GroupLinks(List<InLink> in, List<OutLink> out, int window) {
        this.in = List.copyOf(in);
        this.out = List.copyOf(out);
        this.window = window;
    }

    /**
     * Links of a group.
     *
     * @param delaysIn {@code [group]}: steps of slack from that group, 0 if it is not read
     * @param delaysOut {@code [group]}: steps of slack of that group as a reader, 0 if it is none
     */
    public static GroupLinks of(int[] delaysIn, int[] delaysOut) {
        List<InLink> in = new ArrayList<>();
        List<OutLink> out = new ArrayList<>();
        int slack = 2 * RUN_AHEAD;
        for (int g = 0; g < delaysIn.length; g++) {
            if (delaysIn[g] > 0) {
                in.add(new InLink(g, delaysIn[g]));
            }
            if (delaysOut[g] > 0) {
                out.add(new OutLink(g, delaysOut[g]));
                slack = Math.min(slack, delaysOut[g]);
            }
        }
        return new GroupLinks(in, out, Math.ceilDiv(Math.min(slack, RUN_AHEAD), PIECES));
    }

    /** Steps that are sent at once. */
    public int window() {
        return window;
    }

    /** From whom spikes come. */
    public List<InLink> in() {
        return in;
    }

    /** The link from a group; null if that is not read. */
    @Nullable
    public InLink from(int sender) {
        for (int i = 0; i < in.size(); i++) {
            if (in.get(i).sender() == sender) {
                return in.get(i);
            }
        }
        return null;
    }

    /** Steps below this one can be computed with what is known. */
    public long horizon() {
        long horizon = Long.MAX_VALUE;
        for (int i = 0; i < in.size(); i++) {
            horizon = Math.min(horizon, in.get(i).horizon());
        }
        return horizon;
    }

    /** The step that a group may compute up to, so as not to run away from its readers. */
    public long farthest() {
        long farthest = Long.MAX_VALUE;
        for (int i = 0; i < out.size(); i++) {
            farthest = Math.min(farthest, out.get(i).reached() + RUN_AHEAD);
        }
        return farthest;
    }

    /** Takes note of how far a reader is. */
    public void readerReached(int reader, long step) {
        for (int i = 0; i < out.size(); i++) {
            if (out.get(i).reader() == reader) {
                out.get(i).reached(step);
            }
        }
    }

    /** Sends a batch to all readers. */
    public void send(SpikeBatch batch, Outbox outbox) {
        for (int i = 0; i < out.size(); i++) {
            outbox.send(out.get(i).reader(), batch);
        }
    }

    /** Now and then tells those that are read but read nothing how far this group is. */
    public void acknowledge(int group, long time, Outbox outbox) {
        if (time % ACKNOWLEDGE != 0) {
            return;
        }
        for (int i = 0; i < in.size(); i++) {
            int sender = in.get(i).sender();
            if (out.stream().noneMatch(o -> o.reader() == sender)) {
                outbox.acknowledge(sender, group, time);
            }
        }
    }

    public int[] readers() {
        return out.stream().mapToInt(OutLink::reader).toArray();
    }

    public int[] senders() {
        return in.stream().mapToInt(InLink::sender).toArray();
    }

    /** The group whose spikes are needed first for the step after the horizon; -1 if none is read. */
    public int slowestSender() {
        int slowest = -1;
        long horizon = Long.MAX_VALUE;
        for (int i = 0; i < in.size(); i++) {
            if (in.get(i).horizon() < horizon) {
                horizon = in.get(i).horizon();
                slowest = in.get(i).sender();
            }
        }
        return slowest;
    }

    /** The reader that holds a group at this step back by being slow; -1 if none does. */
    public int slowestReader(long time) {
        for (int i = 0; i < out.size(); i++) {
            if (out.get(i).reached() + RUN_AHEAD <= time) {
                return out.get(i).reader();
            }
        }
        return -1;
    }

    /** Takes a group out, as reader and as sender. */
    public void forget(int group) {
        in = in.stream().filter(l -> l.sender() != group).toList();
        out = out.stream().filter(l -> l.reader() != group).toList();
    }

    /** Continues at a step, with spikes of others that will be sent from an earlier one on. */
    public void restore(long step, long promise) {
        in.forEach(l -> l.restore(promise));
        out.forEach(l -> l.reached(step));
    }
}
