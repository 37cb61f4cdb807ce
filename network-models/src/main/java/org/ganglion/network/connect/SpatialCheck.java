package org.ganglion.network.connect;

import java.util.function.BiConsumer;
import org.ganglion.network.space.Mask;
import org.ganglion.network.space.Neighbours;
import org.ganglion.network.space.Points;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.wiring.ImpossibleWiring;
import org.ganglion.network.wiring.NearbyChoice;
import org.ganglion.network.wiring.Pair;

/**
 * Checks a spatial rule against the places of two populations: on some of the neurons, so that it takes no time. What is
 * only wrong for others is found when synapses are drawn.
 */
public final class SpatialCheck {
    private static final String MASK = "mask";

    private SpatialCheck() {}

    /** What is said of a value of the kernel that cannot be one. */
    interface Complaint {
        String of(double value, double distance);
    }

    /** Checks that both populations are in one space, and that the mask fits into it; whether all is well. */
    static boolean space(SpatialRule rule, Pair pair, BiConsumer<String, String> report) {
        String key = rule.mask().equals(Mask.EVERYWHERE) ? rule.kernelName() : MASK;
        String objection = objection(pair);
        if (!objection.isEmpty()) {
            report.accept(key, objection);
            return false;
        }
        Mask mask = rule.mask();
        int dimensions = pair.sourcePoints().dimensions();
        if (mask.dimensions() > 0 && mask.dimensions() != dimensions) {
            report.accept(
                    MASK,
                    "a " + mask.description().name() + " of " + mask.dimensions()
                            + " dimensions cannot be laid over positions of " + dimensions + "; "
                            + (dimensions == 3
                                    ? "take a sphere, or give all points of the mask three numbers"
                                    : "take a circle, or give all points of the mask two numbers"));
            return false;
        }
        for (int d = 0; d < mask.dimensions(); d++) {
            if (!fits(rule, pair, d, report)) {
                return false;
            }
        }
        return true;
    }

    /** Why nothing can depend on the distance between two populations; empty where it can. */
    public static String objection(Pair pair) {
        if (!pair.placed()) {
            String side = pair.sourcePoints().exist() ? "the target has" : "the source has";
            return (pair.sourcePoints().exist() || pair.targetPoints().exist() ? side : "source and target have")
                    + " no positions; add positions to the population, or leave out what depends on distance";
        }
        int sources = pair.sourcePoints().dimensions();
        int targets = pair.targetPoints().dimensions();
        if (sources != targets) {
            return "the source has positions in " + sources + " dimensions, the target in " + targets
                    + "; give both the same";
        }
        return pair.sourcePoints().sameBoundaries(pair.targetPoints())
                ? ""
                : "the boundaries of source and target differ (" + boundaries(pair.sourcePoints()) + " and "
                        + boundaries(pair.targetPoints()) + "); give both the same periodic and extent";
    }

    private static String boundaries(Points points) {
        if (!points.periodic()) {
            return "not periodic";
        }
        StringBuilder text = new StringBuilder("periodic after ");
        for (int d = 0; d < points.dimensions(); d++) {
            text.append(d == 0 ? "" : " x ").append(Unit.NONE.format(points.period(d)));
        }
        return text.toString();
    }

    /** Whether a mask is, along one dimension, no larger than space and reaches anybody. */
    private static boolean fits(SpatialRule rule, Pair pair, int d, BiConsumer<String, String> report) {
        Mask mask = rule.mask();
        double low = mask.low(d);
        double high = mask.high(d);
        char axis = "xyz".charAt(d);
        double period = pair.sourcePoints().period(d);
        if (period > 0 && high - low > period * (1 + Mask.EDGE)) {
            report.accept(
                    MASK,
                    "is " + Unit.NONE.format(high - low) + " long along " + axis + ", and space repeats after "
                            + Unit.NONE.format(period) + "; make it at most as long as the extent, or leave it out");
            return false;
        }
        Points centres = rule.masksTargets() ? pair.sourcePoints() : pair.targetPoints();
        Points pool = rule.masksTargets() ? pair.targetPoints() : pair.sourcePoints();
        double nearest = pool.low(d) - centres.high(d);
        double farthest = pool.high(d) - centres.low(d);
        if (period == 0 && (low > farthest || high < nearest)) {
            report.accept(
                    MASK,
                    "reaches from " + Unit.NONE.format(low) + " to " + Unit.NONE.format(high) + " along " + axis
                            + ", but all partners are from " + Unit.NONE.format(nearest) + " to "
                            + Unit.NONE.format(farthest) + " away; move its anchor or enlarge it");
            return false;
        }
        return true;
    }

    /** Checks that a kernel is between 0 and some number for pairs within the mask, and that there are any. */
    static void throwsOnPairs(
            SpatialRule rule, Pair pair, double most, Complaint complaint, BiConsumer<String, String> report) {
        Neighbours sources = rule.sourcesOfTargets(pair);
        Neighbours.Found found = new Neighbours.Found();
        boolean anybody = false;
        for (int target : Sampled.neurons(pair.targets())) {
            sources.find(target, found);
            anybody |= found.count() > 0;
            for (int i : Sampled.partners(found.count())) {
                double value = rule.kernel().at(found.distance(i));
                if (!(value >= 0 && value <= most)) {
                    report.accept(rule.kernelName(), complaint.of(value, found.distance(i)));
                    return;
                }
            }
        }
        for (int target = 0; !anybody && target < pair.targets(); target++) {
            sources.find(target, found);
            anybody = found.count() > 0;
        }
        if (!anybody) {
            report.accept(
                    MASK,
                    "holds nobody: no target is inside it for any source; enlarge it, or compare it with the"
                            + " distances between neighbours");
        }
    }

    /** Checks that some of the neurons can draw their partners. */
    static void choice(NearbyChoice choice, int drawers, BiConsumer<String, String> report) {
        NearbyChoice.Drawer drawer = choice.new Drawer();
        try {
            for (int neuron : Sampled.neurons(drawers)) {
                drawer.look(neuron);
            }
        } catch (ImpossibleWiring e) {
            report.accept(e.parameter(), e.reason());
        }
    }
}
