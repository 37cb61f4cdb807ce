package org.ganglion.network.connect;

import java.util.stream.IntStream;
import org.ganglion.network.space.Neighbours;
import org.ganglion.network.wiring.Pair;

/** Estimates from some of many neurons, always the same ones. */
final class Sampled {
    /** So many neurons are looked at. */
    static final int NEURONS = 100;

    private static final int PARTNERS = 1000;

    private Sampled() {}

    /** Numbers of at most {@value #NEURONS} neurons, spread evenly. */
    static int[] neurons(int size) {
        return spread(size, Math.min(size, NEURONS));
    }

    /** Numbers of some of the partners that were found for one. */
    static int[] partners(int size) {
        return spread(size, Math.min(size, PARTNERS));
    }

    private static int[] spread(int size, int number) {
        return IntStream.range(0, number)
                .map(i -> (int) ((long) i * size / number))
                .toArray();
    }

    /** Sum of the kernel over all pairs that may connect: the expected number of synapses of a rule that throws on pairs. */
    static double expected(SpatialRule rule, Pair pair) {
        Neighbours sources = rule.sourcesOfTargets(pair);
        Neighbours.Found found = new Neighbours.Found();
        int[] targets = neurons(pair.targets());
        double sum = 0;
        for (int target : targets) {
            sources.find(target, found);
            int[] partners = partners(found.count());
            double ofTarget = 0;
            for (int i : partners) {
                double value = rule.kernel().at(found.distance(i));
                ofTarget += value > 0 ? value : 0;
            }
            sum += partners.length == 0 ? 0 : ofTarget * found.count() / partners.length;
        }
        return targets.length == 0 ? 0 : sum * pair.targets() / targets.length;
    }
}
