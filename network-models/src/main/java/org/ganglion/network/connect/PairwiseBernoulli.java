package org.ganglion.network.connect;

import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Binomial;
import org.ganglion.network.random.KeyedStream;
import org.ganglion.network.random.Keys;
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
import org.ganglion.network.wiring.NearbyBernoulli;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.Wiring;

/**
 * Each source connects to each target with the same probability, independently.
 *
 * <p>The number of sources of a target is drawn from the binomial distribution, then that many different sources, all
 * sets equally likely. This is the same distribution as one throw per pair, but a target's in-degree is known without
 * drawing its sources, and no logarithm is taken per synapse. Where it matters where neurons are, there is one throw for
 * each pair within the mask.
 *
 * @param kernel probability of a synapse by distance, called p in files
 * @param mask where targets are, around the source
 */
public record PairwiseBernoulli(Formula kernel, boolean autapses, Mask mask) implements SpatialRule {
    public static final Description DESCRIPTION = Description.of(
            "pairwise_bernoulli",
            "Each source connects to each target with the same probability, independently.",
            ParameterSpec.requiredReal("p", Unit.NONE, Range.PROBABILITY, "probability of a synapse"),
            RuleParameters.AUTAPSES);

    /** With the same probability wherever neurons are. */
    public PairwiseBernoulli(double p, boolean autapses) {
        this(Kernel.constant(p), autapses, Mask.EVERYWHERE);
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
        return RuleParameters.P;
    }

    @Override
    public boolean masksTargets() {
        return true;
    }

    @Override
    public PairwiseBernoulli with(Formula newKernel, Mask newMask) {
        return new PairwiseBernoulli(newKernel, autapses, newMask);
    }

    @Override
    public double reach() {
        return SpatialRule.reachOfThrows(kernel);
    }

    @Override
    public void check(Pair pair, BiConsumer<String, String> report) {
        if (kernel instanceof ConstantKernel(double p) && !Range.PROBABILITY.contains(p)) {
            report.accept("p", p + " is no probability; give a number from 0 to 1");
        } else if (spatial() && SpatialCheck.space(this, pair, report)) {
            SpatialCheck.throwsOnPairs(this, pair, 1, NearbyBernoulli::noProbability, report);
        }
    }

    @Override
    public double expectedSynapses(Pair pair) {
        return kernel instanceof ConstantKernel(double p) && !spatial()
                ? p * pair.pairs(autapses)
                : Sampled.expected(this, pair);
    }

    @Override
    public Wiring wire(Pair pair, long seed, long projection) {
        long sourceKey = Keys.of(seed, Purpose.SOURCE, projection);
        if (spatial()) {
            return new NearbyBernoulli(sourcesOfTargets(pair), kernel, sourceKey);
        }
        double p = kernel.at(0);
        int candidates = pair.sourcesPerTarget(autapses);
        KeyedStream stream = new KeyedStream(Keys.of(seed, Purpose.DEGREE, projection), 0);
        int[] degrees = new int[pair.targets()];
        for (int target = 0; target < degrees.length; target++) {
            stream.at(target);
            degrees[target] = (int) Binomial.draw(stream, candidates, p);
        }
        return new KeyedWiring(sourceKey, degrees, candidates, pair.excludesSelf(autapses), false);
    }
}
