package org.ganglion.simulator.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Pairs;
import org.ganglion.network.Projection;

/**
 * Which groups hold which population: with fewer groups than areas whole areas go into groups, neighbours together, with more
 * groups an area is dealt over some of its own. Where that would not be even, all is dealt over all groups, as if it were one area.
 *
 * @param groups how many there are; none is empty
 * @param shares {@code [population]}
 */
record AreaGroups(int groups, List<Share> shares) {
    /** The largest group may have so many times the mean work of a group. */
    private static final double EVEN = 1.25;

    /** The steps of a neuron take about as long as delivering to so many synapses, at a few spikes per second. */
    private static final double SYNAPSES_A_NEURON = 1000;

    AreaGroups {
        shares = List.copyOf(shares);
    }

    /** Groups {@code first} to {@code first + groups}. Two shares are the same or have no group in common. */
    record Share(int first, int groups) {}

    /** Work and size of one area, in units of its own. */
    private record Area(double load, long blocks) {}

    /** Plans at most {@code wanted} groups; fewer where there are fewer blocks of neurons. */
    static AreaGroups of(Experiment experiment, int wanted) {
        Areas areas = Areas.of(experiment);
        List<Area> sizes = sizes(experiment, areas);
        long blocks = sizes.stream().mapToLong(Area::blocks).sum();
        int groups = (int) Math.max(1, Math.min(wanted, blocks));
        List<Share> shares =
                groups <= sizes.size() ? whole(sizes, wirings(experiment, areas), groups) : dealt(sizes, groups);
        if (!even(sizes, shares, groups)) {
            shares = Collections.nCopies(sizes.size(), new Share(0, groups));
        }
        List<Share> ofArea = shares;
        return new AreaGroups(
                groups,
                IntStream.range(0, experiment.network().populations().size())
                        .mapToObj(p -> ofArea.get(areas.areaOf(p)))
                        .toList());
    }

    /**
     * The smallest number of groups that hold whole areas and work of the same order each: a multiple of {@code step}, or as
     * many as there are areas.
     *
     * @param least the first number that is looked at, a multiple of {@code step}
     */
    static int ofWholeAreas(Experiment experiment, int least, int step) {
        Areas areas = Areas.of(experiment);
        List<Area> sizes = sizes(experiment, areas);
        List<NeighbouringAreas.Wiring> wirings = wirings(experiment, areas);
        double largest = sizes.stream().mapToDouble(Area::load).max().orElse(0);
        double all = sizes.stream().mapToDouble(Area::load).sum();
        for (int groups = least; groups < sizes.size() && largest <= EVEN * all / groups; groups += step) {
            if (even(sizes, whole(sizes, wirings, groups), groups)) {
                return groups;
            }
        }
        return sizes.size();
    }

    private static List<Area> sizes(Experiment experiment, Areas areas) {
        Network network = experiment.network();
        Pairs pairs = Pairs.of(experiment);
        double[] loads = new double[areas.count()];
        long[] blocks = new long[areas.count()];
        for (int p = 0; p < network.populations().size(); p++) {
            int size = network.populations().get(p).size();
            loads[areas.areaOf(p)] += SYNAPSES_A_NEURON * size;
            blocks[areas.areaOf(p)] += Layout.blocks(size);
        }
        for (int i = 0; i < network.projections().size(); i++) {
            Projection projection = network.projections().get(i);
            loads[areas.areaOf(network.populationIndex(projection.target()))] += pairs.expectedSynapses(i);
        }
        return IntStream.range(0, loads.length)
                .mapToObj(a -> new Area(loads[a], blocks[a]))
                .toList();
    }

    private static List<NeighbouringAreas.Wiring> wirings(Experiment experiment, Areas areas) {
        Network network = experiment.network();
        Pairs pairs = Pairs.of(experiment);
        List<NeighbouringAreas.Wiring> wirings = new ArrayList<>();
        for (int i = 0; i < network.projections().size(); i++) {
            Projection projection = network.projections().get(i);
            int source = areas.areaOf(network.populationIndex(projection.source()));
            int target = areas.areaOf(network.populationIndex(projection.target()));
            if (source != target) {
                wirings.add(new NeighbouringAreas.Wiring(source, target, pairs.expectedSynapses(i)));
            }
        }
        return wirings;
    }

    /** Puts neighbours together, unless only the work of areas tells how to make groups even. */
    private static List<Share> whole(List<Area> areas, List<NeighbouringAreas.Wiring> wirings, int groups) {
        double[] loads = areas.stream().mapToDouble(Area::load).toArray();
        List<Share> together = Arrays.stream(NeighbouringAreas.together(loads, wirings, groups))
                .mapToObj(group -> new Share(group, 1))
                .toList();
        return even(areas, together, groups) ? together : byWork(areas, groups);
    }

    /** Puts areas into groups, the largest first, each into the group with the least work so far. */
    private static List<Share> byWork(List<Area> areas, int groups) {
        double[] loads = new double[groups];
        Share[] shares = new Share[areas.size()];
        IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparingDouble(a -> -areas.get(a).load()))
                .forEach(a -> {
                    int least = 0;
                    for (int g = 1; g < groups; g++) {
                        least = loads[g] < loads[least] ? g : least;
                    }
                    loads[least] += areas.get(a).load();
                    shares[a] = new Share(least, 1);
                });
        return Arrays.asList(shares);
    }

    /** Gives each area one group, and each further group to the area whose groups have the most work. */
    private static List<Share> dealt(List<Area> areas, int groups) {
        int[] counts = new int[areas.size()];
        Arrays.fill(counts, 1);
        for (int given = counts.length; given < groups; given++) {
            int most = -1;
            for (int a = 0; a < counts.length; a++) {
                boolean more = most < 0
                        || areas.get(a).load() / counts[a] > areas.get(most).load() / counts[most];
                most = counts[a] < areas.get(a).blocks() && more ? a : most;
            }
            counts[most]++;
        }
        List<Share> shares = new ArrayList<>();
        int first = 0;
        for (int count : counts) {
            shares.add(new Share(first, count));
            first += count;
        }
        return shares;
    }

    private static boolean even(List<Area> areas, List<Share> shares, int groups) {
        double[] loads = new double[groups];
        for (int a = 0; a < shares.size(); a++) {
            Share share = shares.get(a);
            for (int g = share.first(); g < share.first() + share.groups(); g++) {
                loads[g] += areas.get(a).load() / share.groups();
            }
        }
        double mean = Arrays.stream(loads).sum() / groups;
        return Arrays.stream(loads).allMatch(load -> load <= (EVEN + 1e-9) * mean);
    }
}
