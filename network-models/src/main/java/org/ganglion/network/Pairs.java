package org.ganglion.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ganglion.network.connect.SymmetricPairwiseBernoulli;
import org.ganglion.network.random.Constant;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.space.Points;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.wiring.Measured;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.SynapseNumbers;
import org.ganglion.network.wiring.SynapticValue;

/** The populations that the projections of a network connect, with the places of their neurons. */
public final class Pairs {
    private static final int PROBES = 256;

    private final Network network;
    private final List<Points> points; // [population]

    private Pairs(Network network, List<Points> points) {
        this.network = network;
        this.points = points;
    }

    /** Those of an experiment whose positions have been checked. */
    public static Pairs of(Experiment experiment) {
        Set<String> all = new HashSet<>();
        experiment.network().populations().forEach(p -> all.add(p.name()));
        return of(experiment.network(), experiment.settings().seed(), all);
    }

    /** Those of a network in which only some populations have sound positions; the others are taken to have none. */
    static Pairs of(Network network, long seed, Set<String> placed) {
        List<Points> points = new ArrayList<>();
        for (int p = 0; p < network.populations().size(); p++) {
            Population population = network.populations().get(p);
            points.add(
                    placed.contains(population.name())
                            ? population.positions().points(population.size(), seed, p)
                            : Points.NONE);
        }
        return new Pairs(network, points);
    }

    /** The pair of a projection, given by its number. */
    public Pair of(int projection) {
        Projection connected = network.projections().get(projection);
        int source = network.populationIndex(connected.source());
        int target = network.populationIndex(connected.target());
        return new Pair(
                network.populations().get(source).size(),
                network.populations().get(target).size(),
                source == target,
                points.get(source),
                points.get(target),
                mirror(projection));
    }

    /** The projection back that is drawn together with a symmetric one. */
    private int mirror(int projection) {
        Projection there = network.projections().get(projection);
        if (!symmetric(there) || there.source().equals(there.target())) {
            return -1;
        }
        int before = (int) IntStream.range(0, projection)
                .filter(i -> symmetric(network.projections().get(i)))
                .filter(i -> connects(i, there.source(), there.target()))
                .count();
        return IntStream.range(0, network.projections().size())
                .filter(i -> symmetric(network.projections().get(i)))
                .filter(i -> connects(i, there.target(), there.source()))
                .skip(before)
                .findFirst()
                .orElse(-1);
    }

    private static boolean symmetric(Projection projection) {
        return projection.rule() instanceof SymmetricPairwiseBernoulli;
    }

    private boolean connects(int projection, String source, String target) {
        Projection of = network.projections().get(projection);
        return of.source().equals(source) && of.target().equals(target);
    }

    /** Number of synapses that a projection is expected to have. */
    public double expectedSynapses(int projection) {
        return network.projections().get(projection).rule().expectedSynapses(of(projection));
    }

    /** Draws about like the weights or delays of a projection, for what is said before the synapses are drawn. */
    public Distribution resembling(int projection, SynapticValue value) {
        return switch (value) {
            case SynapticValue.Drawn(Distribution distribution) -> distribution;
            case SynapticValue.ByDistance(Formula formula) -> byDistance(formula, of(projection));
            case SynapticValue.Listed column -> listed(projection, column);
        };
    }

    /** Weights or delays of a projection that are not drawn, to be asked for by target. */
    public SynapseNumbers numbers(int projection, SynapticValue value) {
        return Probe.numbers(network.projections().get(projection), of(projection), value);
    }

    private Distribution listed(int projection, SynapticValue column) {
        Projection of = network.projections().get(projection);
        Probe probe = new Probe(of, of(projection));
        if (!probe.objection(column).isEmpty()) {
            return Distribution.constant(0);
        }
        Measured measured = probe.measure(column);
        return measured.count() == 0
                ? Distribution.constant(0)
                : between(measured.smallest().value(), measured.largest().value());
    }

    private static Distribution byDistance(Formula formula, Pair pair) {
        double farthest = pair.placed() ? pair.sourcePoints().largestDistance(pair.targetPoints()) : 0;
        double[] values = IntStream.rangeClosed(0, PROBES)
                .mapToDouble(i -> formula.at(farthest * i / PROBES))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return values.length == 0 ? Distribution.constant(0) : between(values[0], values[values.length - 1]);
    }

    private static Distribution between(double smallest, double largest) {
        return smallest < largest ? new Uniform(smallest, largest) : new Constant(smallest);
    }
}
