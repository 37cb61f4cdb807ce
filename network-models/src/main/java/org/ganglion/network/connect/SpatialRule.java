package org.ganglion.network.connect;

import org.ganglion.network.space.Kernel;
import org.ganglion.network.space.Mask;
import org.ganglion.network.space.Neighbours;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.wiring.NearbyBernoulli;
import org.ganglion.network.wiring.Pair;

/**
 * A connection rule that may depend on where neurons are: by a mask, outside of which nobody connects, and by a kernel, a
 * function of the distance.
 */
public interface SpatialRule extends ConnectionRule {

    /** What a file calls the kernel. */
    String kernelName();

    /** Function of the distance, in whatever sense {@link #kernelName} has it; the same everywhere unless given. */
    Formula kernel();

    /** Where partners are, around the source or the target as {@link #masksTargets} says. */
    Mask mask();

    /** Whether the mask lies around each source and holds targets, rather than around each target and holds sources. */
    boolean masksTargets();

    boolean autapses();

    /** The same rule with another kernel and mask. */
    SpatialRule with(Formula kernel, Mask mask);

    /** The same rule with another mask. */
    default SpatialRule within(Mask mask) {
        return with(kernel(), mask);
    }

    /** Whether it matters where neurons are. */
    default boolean spatial() {
        return !Kernel.isConstant(kernel()) || !mask().equals(Mask.EVERYWHERE);
    }

    @Override
    default boolean mayConnect(Pair pair, int source, int target) {
        return source != target || !pair.excludesSelf(autapses());
    }

    /** Finds the sources that may connect to a target. */
    default Neighbours sourcesOfTargets(Pair pair) {
        return new Neighbours(
                pair.targetPoints(),
                pair.sourcePoints(),
                masksTargets() ? mask().reflected() : mask(),
                reach(),
                pair.excludesSelf(autapses()));
    }

    /** Finds the targets to which a source may connect. */
    default Neighbours targetsOfSources(Pair pair) {
        return new Neighbours(
                pair.sourcePoints(),
                pair.targetPoints(),
                masksTargets() ? mask() : mask().reflected(),
                reach(),
                pair.excludesSelf(autapses()));
    }

    /** A distance beyond which nobody connects. */
    default double reach() {
        return Double.POSITIVE_INFINITY;
    }

    /** As {@link #reach}, for rules that throw once for each pair. */
    static double reachOfThrows(Formula kernel) {
        return Kernel.reach(kernel, NearbyBernoulli.SMALLEST_THROW);
    }
}
