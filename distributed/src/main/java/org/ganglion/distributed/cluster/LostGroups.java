package org.ganglion.distributed.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import org.ganglion.distributed.protocol.GroupReport;
import org.ganglion.distributed.protocol.Keeper;
import org.ganglion.distributed.protocol.KeeperRules;
import org.ganglion.distributed.protocol.NodeReport;
import org.ganglion.distributed.protocol.OnFailure;
import org.ganglion.distributed.protocol.Word;

/**
 * Sees to groups that are on no node: at the start all of them, later those whose node is lost, or has handed them over. Every
 * node takes note of who was where; the one that keeps the run has such groups woken, or does without those that are lost.
 */
final class LostGroups {
    /** A group that was woken is given this time to report. */
    private static final long WAKING_MS = 1500;

    /** Nodes that are expected are waited for so long before groups are placed. */
    private static final long GATHERING_MS = 15_000;

    /** When no group can be started for so long, what places them is at fault. */
    private static final long HELPLESS_MS = 12_000;

    /** In place of the name of a node that lives and has given the group up, or is about to. */
    private static final String MOVING = "";

    private final KeeperRules rules;
    private final int expectedNodes;
    private final NodeLog log;
    private final IntConsumer wake;
    private final Map<Integer, Long> woken = new HashMap<>();
    private final Map<Integer, String> hosts = new HashMap<>(); // of groups that were on a node: its name, or MOVING
    private final Map<Integer, Long> steps = new HashMap<>(); // that they had come to, by what was last heard of them
    private final Stalls stalls = new Stalls();
    private final long began;
    private long allHostedAt; // or when fewer were lost than just before
    private int lostBefore;

    /** @param wake has a group started somewhere */
    LostGroups(KeeperRules rules, int expectedNodes, NodeLog log, IntConsumer wake, long nowMs) {
        this.rules = rules;
        this.expectedNodes = expectedNodes;
        this.log = log;
        this.wake = wake;
        this.began = nowMs;
        this.allHostedAt = nowMs;
    }

    /**
     * Takes note of the groups that nodes report, and of how far they are.
     *
     * @param isLeaving whether the node of an address hands its groups over
     */
    void note(List<NodeReport> nodes, Predicate<String> isLeaving) {
        for (NodeReport node : nodes) {
            Set<Integer> here = new HashSet<>();
            for (GroupReport group : node.groups()) {
                here.add(group.group());
                steps.merge(group.group(), group.step(), Math::max);
            }
            hosts.replaceAll((group, host) -> host.equals(node.node()) && !here.contains(group) ? MOVING : host);
            String host = isLeaving.test(node.address()) ? MOVING : node.node();
            here.forEach(group -> hosts.put(group, host));
        }
    }

    /** Whether any group has been on a node. */
    boolean anyEverSeen() {
        return !hosts.isEmpty();
    }

    /** This node keeps the run from now on. */
    void takeUp(long nowMs) {
        allHostedAt = nowMs;
    }

    /** Groups that no node reports and that are not done without. */
    List<Integer> lost(List<NodeReport> nodes, Word word) {
        Set<Integer> there = new HashSet<>();
        nodes.forEach(n -> n.groups().forEach(g -> there.add(g.group())));
        word.silenced().forEach(s -> there.add(s.group()));
        List<Integer> lost = new ArrayList<>();
        for (int g = 0; g < rules.groups(); g++) {
            if (!there.contains(g)) {
                lost.add(g);
            }
        }
        return lost;
    }

    /**
     * Does what is to be done.
     *
     * @param nodes what they say, as far as it is fresh
     * @param members nodes of the cluster
     * @param heard whether this node has long listened without a pause, so that who is not in {@code nodes} has said nothing
     * @return whether groups cannot be started, and this node should start over
     */
    boolean see(Keeper keeper, List<NodeReport> nodes, int members, Word word, boolean heard, long nowMs) {
        List<Integer> lost = lost(nodes, word);
        boolean gathered =
                anyEverSeen() || nowMs - began > GATHERING_MS || (members >= expectedNodes && nodes.size() >= members);
        for (int group : lost) {
            if (rules.onFailure() == OnFailure.RECOVER
                    || hosts.getOrDefault(group, MOVING).equals(MOVING)) {
                if (gathered && nowMs - woken.getOrDefault(group, -WAKING_MS) >= WAKING_MS) {
                    woken.put(group, nowMs);
                    wake.accept(group);
                }
            } else if (heard) {
                doWithout(group, keeper, word);
            }
        }
        stalls.look(nodes, gathered ? lost : List.of(), word.until(), nowMs).ifPresent(log::say);
        return helpless(lost, nowMs);
    }

    private void doWithout(int group, Keeper keeper, Word word) {
        if (rules.onFailure() == OnFailure.SILENCE) {
            long since = steps.getOrDefault(group, 0L);
            if (keeper.silence(group, since)) {
                log.say("group " + group + " is lost and silent from step " + since + " on");
            }
        } else {
            keeper.fail("group " + group + " is lost; ganglion resume continues from the checkpoint at step "
                    + word.complete());
        }
    }

    private boolean helpless(List<Integer> lost, long nowMs) {
        boolean fewer = lost.size() < lostBefore;
        lostBefore = lost.size();
        if (lost.isEmpty() || fewer || rules.onFailure() != OnFailure.RECOVER || !anyEverSeen()) {
            allHostedAt = nowMs;
        } else if (nowMs - allHostedAt > HELPLESS_MS) {
            log.say("groups " + lost + " could not be started anywhere; starts its actors anew");
            allHostedAt = nowMs;
            return true;
        }
        return false;
    }
}
