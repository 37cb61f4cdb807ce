package org.ganglion.network.connect;

import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;

/** Each target receives from the same number of sources, drawn at random. */
public record FixedIndegree(int indegree, boolean autapses, boolean multapses) implements ConnectionRule {
    public static final Description DESCRIPTION = Description.of(
            "fixed_indegree",
            "Each target receives from the same number of sources, drawn at random.",
            ParameterSpec.requiredWhole("indegree", RuleParameters.COUNT, "number of synapses onto each target"),
            RuleParameters.AUTAPSES,
            RuleParameters.MULTAPSES);

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of(
                "indegree",
                (double) indegree,
                RuleParameters.AUTAPSES_NAME,
                RuleParameters.flag(autapses),
                RuleParameters.MULTAPSES_NAME,
                RuleParameters.flag(multapses));
    }

    @Override
    public void check(Pair pair, BiConsumer<String, String> report) {
        int available = pair.sourcesPerTarget(autapses);
        if (indegree < 0) {
            report.accept("indegree", RuleParameters.negative(indegree));
        } else if (indegree > 0 && available <= 0) {
            report.accept("indegree", RuleParameters.nobody(indegree, "source"));
        } else if (indegree > available && !multapses) {
            report.accept(
                    "indegree", RuleParameters.tooMany(indegree, available, "source", pair.excludesSelf(autapses)));
        }
    }

    @Override
    public double expectedSynapses(Pair pair) {
        return (double) indegree * pair.targets();
    }

    @Override
    public Wiring wire(Pair pair, long seed, long projection) {
        int[] degrees = new int[pair.targets()];
        Arrays.fill(degrees, indegree);
        long key = Keys.of(seed, Purpose.SOURCE, projection);
        return new KeyedWiring(key, degrees, pair.sourcesPerTarget(autapses), pair.excludesSelf(autapses), multapses);
    }
}
