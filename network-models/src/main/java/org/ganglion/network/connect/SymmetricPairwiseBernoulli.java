package org.ganglion.network.connect;

import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.wiring.MirroredWiring;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.Wiring;

/**
 * Any two neurons are connected in both directions, or not at all.
 *
 * <p>Within one population each pair of different neurons gets one throw. Between two populations the projections there
 * and back are drawn together: where a network has several, the first there belongs to the first back, and so on. NEST
 * draws i to j and j to i one after the other within one population, so that a pair may be connected twice; here it is
 * not.
 *
 * @param autapses must be off
 */
public record SymmetricPairwiseBernoulli(double p, boolean autapses) implements ConnectionRule {
    public static final Description DESCRIPTION = Description.of(
            "symmetric_pairwise_bernoulli",
            "Any two neurons are connected in both directions with the same probability, or not at all.",
            ParameterSpec.requiredReal(
                    "p", Unit.NONE, Range.PROBABILITY, "probability that two neurons are connected both ways"),
            ParameterSpec.onOff(
                    RuleParameters.AUTAPSES_NAME, false, "must be false: there are no synapses onto oneself"));

    public SymmetricPairwiseBernoulli(double p) {
        this(p, false);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of("p", p, RuleParameters.AUTAPSES_NAME, RuleParameters.flag(autapses));
    }

    @Override
    public boolean mayConnect(Pair pair, int source, int target) {
        return source != target || !pair.samePopulation();
    }

    @Override
    public void check(Pair pair, BiConsumer<String, String> report) {
        if (!Range.PROBABILITY.contains(p)) {
            report.accept("p", p + " is no probability; give a number from 0 to 1");
        }
        if (autapses) {
            report.accept(
                    RuleParameters.AUTAPSES_NAME,
                    "true is not possible: a synapse onto oneself is its own way back; write false");
        }
        if (!pair.samePopulation() && pair.mirror() < 0) {
            report.accept(
                    "rule",
                    "there is no projection back with the same rule; add one from target to source, or, in a file,"
                            + " make_symmetric: true");
        }
    }

    @Override
    public double expectedSynapses(Pair pair) {
        return p * pair.pairs(false);
    }

    @Override
    public Wiring wire(Pair pair, long seed, long projection) {
        if (pair.samePopulation()) {
            return MirroredWiring.within(pair.sources(), p, Keys.of(seed, Purpose.SOURCE, projection));
        }
        boolean first = projection < pair.mirror();
        long key = Keys.of(seed, Purpose.SOURCE, first ? projection : pair.mirror());
        return first
                ? MirroredWiring.there(pair.sources(), pair.targets(), p, key)
                : MirroredWiring.back(pair.sources(), pair.targets(), p, key);
    }
}
