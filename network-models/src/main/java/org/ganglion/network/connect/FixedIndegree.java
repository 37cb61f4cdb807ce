package org.ganglion.network.connect;

import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.space.Kernel;
import org.ganglion.network.space.Mask;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.wiring.ChosenSources;
import org.ganglion.network.wiring.KeyedWiring;
import org.ganglion.network.wiring.NearbyChoice;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.Wiring;

/**
 * Each target receives from the same number of sources, drawn at random.
 *
 * @param kernel sources are drawn in proportion to this function of their distance
 * @param mask where sources are, around the target
 */
public record FixedIndegree(int indegree, boolean autapses, boolean multapses, Formula kernel, Mask mask)
        implements SpatialRule {
    public static final Description DESCRIPTION = Description.of(
            "fixed_indegree",
            "Each target receives from the same number of sources, drawn at random.",
            ParameterSpec.requiredWhole("indegree", RuleParameters.COUNT, "number of synapses onto each target"),
            RuleParameters.AUTAPSES,
            RuleParameters.MULTAPSES);

    /** Wherever neurons are. */
    public FixedIndegree(int indegree, boolean autapses, boolean multapses) {
        this(indegree, autapses, multapses, Kernel.constant(1), Mask.EVERYWHERE);
    }

    @Override
    public String kernelName() {
        return RuleParameters.P;
    }

    @Override
    public boolean masksTargets() {
        return false;
    }

    @Override
    public FixedIndegree with(Formula newKernel, Mask newMask) {
        return new FixedIndegree(indegree, autapses, multapses, newKernel, newMask);
    }

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
        } else if (spatial() && SpatialCheck.space(this, pair, report)) {
            SpatialCheck.choice(choice(pair, 0), pair.targets(), report);
        }
    }

    @Override
    public double expectedSynapses(Pair pair) {
        return (double) indegree * pair.targets();
    }

    private NearbyChoice choice(Pair pair, long key) {
        return new NearbyChoice(sourcesOfTargets(pair), kernel, multapses, indegree, NearbyChoice.Role.TARGET, key);
    }

    @Override
    public Wiring wire(Pair pair, long seed, long projection) {
        if (spatial()) {
            return new ChosenSources(choice(pair, Keys.of(seed, Purpose.SOURCE, projection)), indegree, pair.targets());
        }
        int[] degrees = new int[pair.targets()];
        Arrays.fill(degrees, indegree);
        long key = Keys.of(seed, Purpose.SOURCE, projection);
        return new KeyedWiring(key, degrees, pair.sourcesPerTarget(autapses), pair.excludesSelf(autapses), multapses);
    }
}
