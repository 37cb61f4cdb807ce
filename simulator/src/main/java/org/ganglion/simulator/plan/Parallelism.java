package org.ganglion.simulator.plan;

import java.util.List;
import java.util.stream.IntStream;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkCheck;
import org.ganglion.network.RunSettings;

/** By how many groups and threads an experiment is run: as it says, or as suits network and machine. */
public record Parallelism(int groups, int threads) {
    /** At which neurons are taken to fire, before anybody knows. */
    private static final double RATE_HZ = 5;

    /**
     * What an experiment says; else as many threads as there are processors, and as many groups, one a thread at most, as a
     * step takes the least time with.
     *
     * @throws org.ganglion.network.spec.InvalidNetworkException if the description cannot be run
     */
    public static Parallelism of(Experiment experiment) {
        RunSettings settings = experiment.settings();
        int threads = settings.threads() > 0
                ? settings.threads()
                : Runtime.getRuntime().availableProcessors();
        return new Parallelism(settings.groups() > 0 ? settings.groups() : groups(experiment, threads), threads);
    }

    /**
     * Groups of a run on nodes that does not say how many: one a thread. Of a network with more areas than threads as many a
     * thread as whole areas make even groups; on several nodes at least two, so that others can be given some where one joins or
     * dies, but no more than that: what a group costs by itself is paid by each.
     *
     * @param experiment that has been checked
     * @param threads of each node
     */
    public static int groupsOnNodes(Experiment experiment, int nodes, int threads) {
        int all = nodes * threads;
        int least = nodes > 1 ? 2 * all : all;
        return Areas.of(experiment).count() > all ? AreaGroups.ofWholeAreas(experiment, least, all) : all;
    }

    private static int groups(Experiment experiment, int threads) {
        if (threads == 1) {
            return 1;
        }
        NetworkCheck.require(experiment);
        WorkEstimate work = WorkEstimate.of(experiment);
        Linkage linkage = Linkage.of(experiment);
        int best = 1;
        double least = work.stepNs(1, RATE_HZ);
        for (int wanted : numbers(threads)) {
            AreaGroups dealt = AreaGroups.of(experiment, wanted);
            int groups = dealt.groups();
            double handovers = Costs.HANDOVER_NS / slack(experiment, linkage, dealt);
            double ns = work.stepNs(groups, RATE_HZ) / groups + handovers;
            if (ns < least) {
                best = groups;
                least = ns;
            }
        }
        return best;
    }

    /** Numbers of groups that are looked at: 2, 4, 8 and so on, and one a thread. */
    private static List<Integer> numbers(int threads) {
        return IntStream.concat(IntStream.iterate(2, g -> g < threads, g -> 2 * g), IntStream.of(threads))
                .boxed()
                .toList();
    }

    /** Steps that a group may be ahead of another one: the smallest delay of synapses between two. */
    private static double slack(Experiment experiment, Linkage linkage, AreaGroups dealt) {
        List<AreaGroups.Share> shares = dealt.shares();
        boolean barrier = experiment.settings().barrier();
        return linkage.links().stream()
                .filter(l -> barrier
                        || shares.get(l.source()).groups() > 1
                        || !shares.get(l.source()).equals(shares.get(l.target())))
                .mapToDouble(Linkage.Link::minDelay)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }
}
