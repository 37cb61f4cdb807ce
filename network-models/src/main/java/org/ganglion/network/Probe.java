package org.ganglion.network;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ganglion.network.connect.ListedSynapses;
import org.ganglion.network.connect.SpatialCheck;
import org.ganglion.network.connect.SpatialRule;
import org.ganglion.network.space.Neighbours;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.wiring.DistanceNumbers;
import org.ganglion.network.wiring.Measured;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.SynapseList;
import org.ganglion.network.wiring.SynapseNumbers;
import org.ganglion.network.wiring.SynapticValue;

/**
 * Looks at some of the synapses that a projection could have, to find out what weights and delays they would get that are
 * not drawn; at all of them where they are listed.
 */
record Probe(Projection projection, Pair pair) {
    private static final int TARGETS = 100;
    private static final int SOURCES = 1000;

    /** Why there cannot be such weights or delays; empty where there can. */
    String objection(SynapticValue value) {
        return switch (value) {
            case SynapticValue.Drawn drawn -> "";
            case SynapticValue.ByDistance byDistance -> SpatialCheck.objection(pair);
            case SynapticValue.Listed column -> {
                boolean there = projection.rule() instanceof ListedSynapses(SynapseList list)
                        && (column == SynapticValue.Listed.WEIGHT ? list.hasWeights() : list.hasDelays());
                yield there ? "" : "is missing; give one for all synapses, or one for each with rule list";
            }
        };
    }

    /** Measures those that {@link #objection} has nothing against. */
    Measured measure(SynapticValue value) {
        SynapseNumbers numbers = numbers(projection, pair, value);
        if (projection.rule() instanceof ListedSynapses(SynapseList list)) {
            return Measured.of(numbers, list, pair.targets(), 0);
        }
        Measured.Meter meter = new Measured.Meter(0);
        int[] source = new int[1];
        double[] number = new double[1];
        IntFunction<int[]> candidates = candidates();
        for (int target : spread(pair.targets(), TARGETS)) {
            for (int candidate : candidates.apply(target)) {
                if (possible(candidate, target)) {
                    source[0] = candidate;
                    numbers.fill(target, source, 1, number);
                    meter.add(number[0], candidate, target);
                }
            }
        }
        return meter.read();
    }

    /** Where the weights or delays of a projection come from that are not drawn. */
    static SynapseNumbers numbers(Projection projection, Pair pair, SynapticValue value) {
        return switch (value) {
            case SynapticValue.Drawn drawn -> throw new IllegalArgumentException("drawn values are not given");
            case SynapticValue.ByDistance(Formula formula) -> new DistanceNumbers(pair, formula);
            case SynapticValue.Listed column -> {
                SynapseList list = ((ListedSynapses) projection.rule()).list();
                yield column == SynapticValue.Listed.WEIGHT ? list.weights() : list.delaysMs();
            }
        };
    }

    /** Some of the sources that a target could have. */
    private IntFunction<int[]> candidates() {
        if (projection.rule() instanceof SpatialRule rule && rule.spatial()) {
            Neighbours sources = rule.sourcesOfTargets(pair);
            Neighbours.Found found = new Neighbours.Found();
            return target -> {
                sources.find(target, found);
                return IntStream.of(spread(found.count(), SOURCES))
                        .map(found::neuron)
                        .toArray();
            };
        }
        int[] some = spread(pair.sources(), SOURCES);
        return target -> IntStream.concat(
                        target < pair.sources() ? IntStream.of(target) : IntStream.empty(), IntStream.of(some))
                .toArray();
    }

    private boolean possible(int source, int target) {
        boolean never = projection.rule() instanceof SpatialRule rule
                && rule.spatial()
                && rule.kernel().at(pair.distance(source, target)) == 0;
        return !never && projection.rule().mayConnect(pair, source, target);
    }

    private static int[] spread(int size, int most) {
        int number = Math.min(size, most);
        return IntStream.range(0, number)
                .map(i -> (int) ((long) i * size / number))
                .toArray();
    }
}
