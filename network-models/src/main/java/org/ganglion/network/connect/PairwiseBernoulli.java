package org.ganglion.network.connect;

import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Binomial;
import org.ganglion.network.random.KeyedStream;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/**
 * Each source connects to each target with the same probability, independently.
 *
 * <p>The number of sources of a target is drawn from the binomial distribution, then that many different sources, all
 * sets equally likely. This is the same distribution as one throw per pair, but a target's in-degree is known without
 * drawing its sources, and no logarithm is taken per synapse.
 */
public record PairwiseBernoulli(double p, boolean autapses) implements ConnectionRule {
    public static final Description DESCRIPTION = Description.of(
            "pairwise_bernoulli",
            "Each source connects to each target with the same probability, independently.",
            ParameterSpec.requiredReal("p", Unit.NONE, Range.PROBABILITY, "probability of a synapse"),
            RuleParameters.AUTAPSES);

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of("p", p, RuleParameters.AUTAPSES_NAME, RuleParameters.flag(autapses));
    }

    @Override
    public void check(Pair pair, BiConsumer<String, String> report) {
        if (!Range.PROBABILITY.contains(p)) {
            report.accept("p", p + " is no probability; give a number from 0 to 1");
        }
    }

    @Override
    public double expectedSynapses(Pair pair) {
        return p * pair.pairs(autapses);
    }

    @Override
    public Wiring wire(Pair pair, long seed, long projection) {
        int candidates = pair.sourcesPerTarget(autapses);
        KeyedStream stream = new KeyedStream(Keys.of(seed, Purpose.DEGREE, projection), 0);
        int[] degrees = new int[pair.targets()];
        for (int target = 0; target < degrees.length; target++) {
            stream.at(target);
            degrees[target] = (int) Binomial.draw(stream, candidates, p);
        }
        long sourceKey = Keys.of(seed, Purpose.SOURCE, projection);
        return new KeyedWiring(sourceKey, degrees, candidates, pair.excludesSelf(autapses), false);
    }
}
