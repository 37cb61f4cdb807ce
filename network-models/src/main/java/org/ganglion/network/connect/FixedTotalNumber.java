package org.ganglion.network.connect;

import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.wiring.DegreeTree;
import org.ganglion.network.wiring.KeyedWiring;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.Wiring;

/**
 * A given number of synapses between sources and targets drawn at random.
 *
 * <p>In-degrees are drawn first, down a fixed tree of binomials (hypergeometrics where multapses are off), then the
 * sources of each target on their own, so that any target can be asked alone.
 *
 * @param n number of synapses, called N in files
 */
public record FixedTotalNumber(long n, boolean autapses, boolean multapses) implements ConnectionRule {
    public static final Description DESCRIPTION = Description.of(
            "fixed_total_number",
            "A given number of synapses between sources and targets drawn at random.",
            ParameterSpec.requiredWhole("N", RuleParameters.LONG_COUNT, "number of synapses of the projection"),
            RuleParameters.AUTAPSES,
            RuleParameters.MULTAPSES);

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of(
                "N",
                (double) n,
                RuleParameters.AUTAPSES_NAME,
                RuleParameters.flag(autapses),
                RuleParameters.MULTAPSES_NAME,
                RuleParameters.flag(multapses));
    }

    @Override
    public boolean mayConnect(Pair pair, int source, int target) {
        return source != target || !pair.excludesSelf(autapses);
    }

    @Override
    public void check(Pair pair, BiConsumer<String, String> report) {
        long pairs = pair.pairs(autapses);
        if (n < 0) {
            report.accept("N", RuleParameters.negative(n));
        } else if (n > 0 && pairs <= 0) {
            report.accept(
                    "N",
                    n + " synapses asked for, but no source may connect to any target; allow autapses,"
                            + " give 0, or enlarge the populations");
        } else if (n > pairs && !multapses) {
            report.accept(
                    "N",
                    n + " is more than the " + pairs + " pairs of a source and a"
                            + (pair.excludesSelf(autapses) ? " different" : "")
                            + " target; lower it or allow multapses");
        } else if (n / Math.max(1, pair.targets()) > RuleParameters.MOST_PER_TARGET) {
            report.accept(
                    "N",
                    n + " is more than " + RuleParameters.MOST_PER_TARGET + " for each of the " + pair.targets()
                            + " targets; lower it");
        }
    }

    @Override
    public double expectedSynapses(Pair pair) {
        return n;
    }

    @Override
    public Wiring wire(Pair pair, long seed, long projection) {
        int candidates = pair.sourcesPerTarget(autapses);
        long degreeKey = Keys.of(seed, Purpose.DEGREE, projection);
        int[] degrees = multapses
                ? DegreeTree.independent(degreeKey, pair.targets(), n)
                : DegreeTree.withoutRepeats(degreeKey, pair.targets(), candidates, n);
        long sourceKey = Keys.of(seed, Purpose.SOURCE, projection);
        return new KeyedWiring(sourceKey, degrees, candidates, pair.excludesSelf(autapses), multapses);
    }
}
