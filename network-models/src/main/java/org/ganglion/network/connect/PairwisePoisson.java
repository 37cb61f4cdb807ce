package org.ganglion.network.connect;

import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.random.KeyedStream;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Poisson;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.space.ConstantKernel;
import org.ganglion.network.space.Kernel;
import org.ganglion.network.space.Mask;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.wiring.KeyedWiring;
import org.ganglion.network.wiring.NearbyPoisson;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.Wiring;

/**
 * Each source connects to each target a number of times drawn from the Poisson distribution, independently.
 *
 * <p>The in-degree of a target is then Poisson too, with the sum of the means, and its sources are drawn independently:
 * this is done at once where it does not matter where neurons are. Where it does, there is one draw for each pair within
 * the mask.
 *
 * @param kernel mean number of synapses of a pair by distance, called pairwise_avg_num_conns in files
 * @param mask where targets are, around the source
 */
public record PairwisePoisson(Formula kernel, boolean autapses, Mask mask) implements SpatialRule {
    static final String MEAN = "pairwise_avg_num_conns";
    private static final Range MEANS = new Range(0, true, Poisson.LARGEST_MEAN, true);

    public static final Description DESCRIPTION = Description.of(
            "pairwise_poisson",
            "Each source connects to each target a number of times drawn from the Poisson distribution.",
            ParameterSpec.requiredReal(MEAN, Unit.NONE, MEANS, "mean number of synapses of a pair"),
            RuleParameters.AUTAPSES);

    /** With the same mean wherever neurons are. */
    public PairwisePoisson(double mean, boolean autapses) {
        this(Kernel.constant(mean), autapses, Mask.EVERYWHERE);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return RuleParameters.kernelAndAutapses(this);
    }

    @Override
    public String kernelName() {
        return MEAN;
    }

    @Override
    public boolean masksTargets() {
        return true;
    }

    @Override
    public PairwisePoisson with(Formula newKernel, Mask newMask) {
        return new PairwisePoisson(newKernel, autapses, newMask);
    }

    @Override
    public double reach() {
        return SpatialRule.reachOfThrows(kernel);
    }

    @Override
    public void check(Pair pair, BiConsumer<String, String> report) {
        if (kernel instanceof ConstantKernel(double mean) && !MEANS.contains(mean)) {
            report.accept(
                    MEAN, mean + " is no mean number of synapses of a pair; it must be " + MEANS.describe(Unit.NONE));
        } else if (spatial() && SpatialCheck.space(this, pair, report)) {
            SpatialCheck.throwsOnPairs(this, pair, Poisson.LARGEST_MEAN, NearbyPoisson::noMean, report);
        } else if (!spatial() && kernel.at(0) * pair.sourcesPerTarget(autapses) > RuleParameters.MOST_PER_TARGET) {
            report.accept(
                    MEAN,
                    Unit.NONE.format(kernel.at(0)) + " gives more than " + RuleParameters.MOST_PER_TARGET
                            + " synapses to each target; lower it");
        }
    }

    @Override
    public double expectedSynapses(Pair pair) {
        return spatial() ? Sampled.expected(this, pair) : kernel.at(0) * pair.pairs(autapses);
    }

    @Override
    public Wiring wire(Pair pair, long seed, long projection) {
        long sourceKey = Keys.of(seed, Purpose.SOURCE, projection);
        if (spatial()) {
            return new NearbyPoisson(sourcesOfTargets(pair), kernel, MEAN, sourceKey);
        }
        int candidates = pair.sourcesPerTarget(autapses);
        KeyedStream stream = new KeyedStream(Keys.of(seed, Purpose.DEGREE, projection), 0);
        int[] degrees = new int[pair.targets()];
        for (int target = 0; target < degrees.length; target++) {
            stream.at(target);
            degrees[target] = Math.toIntExact(Poisson.draw(stream, kernel.at(0) * candidates));
        }
        return new KeyedWiring(sourceKey, degrees, candidates, pair.excludesSelf(autapses), true);
    }
}
