package org.ganglion.distributed.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.distributed.protocol.AskedChanges;
import org.ganglion.distributed.protocol.GroupMessage;
import org.ganglion.distributed.protocol.GroupReport;
import org.ganglion.distributed.protocol.Holding;
import org.ganglion.distributed.protocol.Keeper;
import org.ganglion.distributed.protocol.NodeReport;
import org.ganglion.distributed.protocol.Word;

/** A node of the simulated cluster: hosts groups, says what they do, keeps the run if it is the oldest that it knows. */
final class VirtualNode {
    /** A node not heard of for so long is taken for dead. */
    private static final long SUSPICION_MS = 900;

    private final VirtualCluster cluster;
    private final int number;
    private final Checkpoints checkpoints;
    private final Map<Integer, VirtualGroup> groups = new TreeMap<>();
    private final Map<Integer, NodeReport> heard = new HashMap<>();
    private final Map<Integer, Long> heardAt = new HashMap<>();
    private final Map<Integer, Long> askedFor = new HashMap<>();
    private java.util.Optional<Keeper> keeper = java.util.Optional.empty();
    private Word word;
    private Holding holding = Holding.NONE;
    private final AskedChanges asked = new AskedChanges();
    private long reports;
    boolean alive = true;
    boolean paused;

    VirtualNode(VirtualCluster cluster, int number) {
        this.cluster = cluster;
        this.number = number;
        this.checkpoints = cluster.checkpoints();
        this.word = Word.none(cluster.endStep());
    }

    int number() {
        return number;
    }

    Word word() {
        return word;
    }

    Checkpoints checkpoints() {
        return checkpoints;
    }

    Map<Integer, VirtualGroup> groups() {
        return groups;
    }

    boolean active() {
        return alive && !paused;
    }

    /** The groups compute a little. */
    void work() throws IOException {
        for (VirtualGroup group : List.copyOf(groups.values())) {
            group.work();
        }
    }

    /** Says what its groups do, sees to lost ones, decides if that is its duty. */
    void beat() throws IOException {
        List<GroupReport> own =
                groups.values().stream().map(VirtualGroup::report).toList();
        boolean stop = cluster.stopAsked();
        NodeReport report =
                new NodeReport("n" + number, "", "", 1, 0, ++reports, stop, 0, own, number, holding, asked.after(word));
        cluster.broadcast(this, to -> to.hear(number, report));
        hear(number, report);
        if (oldest() == number) {
            keep();
        } else {
            keeper = java.util.Optional.empty();
        }
    }

    private Set<Integer> reachable() {
        Set<Integer> nodes = new HashSet<>(Set.of(number));
        heardAt.forEach((node, at) -> {
            if (cluster.now() - at < SUSPICION_MS) {
                nodes.add(node);
            }
        });
        return nodes;
    }

    private int oldest() {
        return reachable().stream().min(Comparator.naturalOrder()).orElse(number);
    }

    private void keep() throws IOException {
        if (keeper.isEmpty()) {
            keeper = java.util.Optional.of(new Keeper(
                    "n" + number + "-" + cluster.unique(),
                    cluster.rules(),
                    checkpoints,
                    cluster.plan().experiment(),
                    word,
                    cluster.now()));
        }
        Keeper mine = keeper.get();
        for (int node : reachable()) {
            if (heard.containsKey(node)) {
                mine.hear(heard.get(node), cluster.now());
            }
        }
        Word said = mine.decide(cluster.now());
        mine.atEnd().ifPresent(cluster::ended);
        heed(said);
        cluster.broadcast(this, to -> to.heed(said));
        place();
    }

    /** Groups that nobody reports are started somewhere. */
    private void place() {
        List<Integer> nodes = new ArrayList<>(reachable());
        Set<Integer> hosted = new HashSet<>();
        for (int node : nodes) {
            if (heard.containsKey(node)) {
                heard.get(node).groups().forEach(g -> hosted.add(g.group()));
            }
        }
        for (int group : TestCircuit.numbers(cluster.groups())) {
            boolean waiting = cluster.now() - askedFor.getOrDefault(group, -10_000L) < 700;
            if (!hosted.contains(group) && !waiting) {
                askedFor.put(group, cluster.now());
                int node = nodes.get(cluster.random().nextInt(nodes.size()));
                cluster.sendTo(this, node, to -> to.start(group));
            }
        }
    }

    void start(int group) {
        groups.computeIfAbsent(group, g -> new VirtualGroup(cluster, this, g));
    }

    /** Gives a group away; another node is told to start it. */
    void moveAway() {
        if (!groups.isEmpty()) {
            List<Integer> all = List.copyOf(groups.keySet());
            int group = all.get(cluster.random().nextInt(all.size()));
            groups.remove(group);
            List<Integer> nodes = new ArrayList<>(reachable());
            cluster.sendTo(this, nodes.get(cluster.random().nextInt(nodes.size())), to -> to.start(group));
        }
    }

    /** Somebody asks it that the run pauses, goes on for some steps, or goes on. */
    void ask(boolean pause, long steps) {
        holding = holding.orLater(word.held()).next(pause, steps);
    }

    /** Somebody asks it that a stimulus changes. */
    void ask(LiveChange change) {
        asked.add(change);
    }

    /** Knows of a node from the start. */
    void meet(int node) {
        heardAt.put(node, cluster.now());
    }

    void hear(int node, NodeReport report) {
        if (!heard.containsKey(node) || heard.get(node).number() < report.number()) {
            heard.put(node, report);
        }
        holding = holding.orLater(report.holding());
        report.asked().forEach(asked::add);
        heardAt.put(node, cluster.now());
    }

    void heed(Word latest) {
        if (latest.replaces(word)) {
            word = latest;
        }
        groups.values().forEach(g -> g.heed(latest));
    }

    void take(GroupMessage message) {
        VirtualGroup group = groups.get(message.to());
        if (group != null) {
            group.take(message);
        }
    }

    /** Nodes that, as far as this one knows, host a group. */
    List<Integer> hostsOf(int group) {
        List<Integer> hosts = new ArrayList<>();
        for (int node : reachable()) {
            boolean here = node == number
                    ? groups.containsKey(group)
                    : heard.containsKey(node)
                            && heard.get(node).groups().stream().anyMatch(g -> g.group() == group);
            if (here) {
                hosts.add(node);
            }
        }
        return hosts;
    }
}
