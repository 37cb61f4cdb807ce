package org.ganglion.simulator.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Pairs;
import org.ganglion.network.Projection;
import org.ganglion.network.synapse.Plasticity;

/**
 * How closely populations are linked: by the smallest delay of the synapses between two, in steps, in either direction;
 * signals that act on synapses count as well.
 *
 * <p>Populations are joined by the shortest delays first (single linkage), so that the delay at which two sets of them
 * come together is the smallest of any synapse between the sets.
 */
record Linkage(int populations, List<Link> links) {
    /** Populations that synapses or a signal connect; the same one twice where it connects to itself. */
    record Link(int source, int target, long minDelay) {}

    /** The links of a network, shortest first. A projection that is expected to have no synapse makes none. */
    static Linkage of(Experiment experiment) {
        Network network = experiment.network();
        double dtMs = experiment.settings().dtMs();
        Pairs pairs = Pairs.of(experiment);
        List<Link> links = IntStream.range(0, network.projections().size())
                .filter(i -> pairs.expectedSynapses(i) > 0)
                .boxed()
                .flatMap(i -> links(network, pairs, i, dtMs))
                .sorted(Comparator.comparingLong(Link::minDelay))
                .toList();
        return new Linkage(network.populations().size(), links);
    }

    private static Stream<Link> links(Network network, Pairs pairs, int number, double dtMs) {
        Projection projection = network.projections().get(number);
        int target = network.populationIndex(projection.target());
        Link synapses = new Link(
                network.populationIndex(projection.source()),
                target,
                Math.max(1, WholeSampler.smallest(pairs.resembling(number, projection.delayMs()), dtMs)));
        Stream<Link> signal = projection.synapse().plasticity(dtMs).flatMap(Plasticity::modulation).stream()
                .map(m -> new Link(network.populationIndex(m.population()), target, Math.round(m.delayMs() / dtMs)));
        return Stream.concat(Stream.of(synapses), signal);
    }

    /**
     * The delays that matter, rising: those at which two sets of populations come together, and the smallest of each
     * population to itself.
     */
    long[] heights() {
        int[] setOf = alone();
        boolean[] linkedToItself = new boolean[populations];
        return links.stream()
                .filter(l -> {
                    if (l.source() == l.target()) {
                        boolean first = !linkedToItself[l.source()];
                        linkedToItself[l.source()] = true;
                        return first;
                    }
                    return join(setOf, l);
                })
                .mapToLong(Link::minDelay)
                .toArray();
    }

    /** The sets that links of at most some delay make: {@code [population]}, the number of the set's first population. */
    int[] setsWithin(long delay) {
        int[] setOf = alone();
        links.stream().filter(l -> l.minDelay() <= delay).forEach(l -> join(setOf, l));
        return setOf;
    }

    private int[] alone() {
        int[] setOf = new int[populations];
        Arrays.setAll(setOf, p -> p);
        return setOf;
    }

    /** Joins the sets of both ends; returns whether they were two. */
    private static boolean join(int[] setOf, Link link) {
        int kept = Math.min(setOf[link.source()], setOf[link.target()]);
        int joined = Math.max(setOf[link.source()], setOf[link.target()]);
        for (int p = 0; p < setOf.length; p++) {
            setOf[p] = setOf[p] == joined ? kept : setOf[p];
        }
        return kept != joined;
    }
}
