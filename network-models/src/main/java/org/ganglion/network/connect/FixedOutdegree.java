package org.ganglion.network.connect;

import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.space.Kernel;
import org.ganglion.network.space.Mask;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.wiring.ColumnWiring;
import org.ganglion.network.wiring.NearbyChoice;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.Partners;
import org.ganglion.network.wiring.PartnersVector;
import org.ganglion.network.wiring.Wiring;

/**
 * Each source sends to the same number of targets, drawn at random.
 *
 * <p>Every source is asked for its targets, and the answers are turned into sources by target once, when wired: four
 * bytes per synapse, shared by all groups. A tree of binomials over targets, as for {@link FixedTotalNumber}, would
 * give the in-degrees alone: who the sources of a target are hangs together over all targets, because each source must
 * end with exactly its number, and so no target could be asked without all the others.
 *
 * @param kernel targets are drawn in proportion to this function of their distance
 * @param mask where targets are, around the source
 */
public record FixedOutdegree(int outdegree, boolean autapses, boolean multapses, Formula kernel, Mask mask)
        implements SpatialRule {
    public static final Description DESCRIPTION = Description.of(
            "fixed_outdegree",
            "Each source sends to the same number of targets, drawn at random.",
            ParameterSpec.requiredWhole("outdegree", RuleParameters.COUNT, "number of synapses from each source"),
            RuleParameters.AUTAPSES,
            RuleParameters.MULTAPSES);

    /** Wherever neurons are. */
    public FixedOutdegree(int outdegree, boolean autapses, boolean multapses) {
        this(outdegree, autapses, multapses, Kernel.constant(1), Mask.EVERYWHERE);
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
    public FixedOutdegree with(Formula newKernel, Mask newMask) {
        return new FixedOutdegree(outdegree, autapses, multapses, newKernel, newMask);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of(
                "outdegree",
                (double) outdegree,
                RuleParameters.AUTAPSES_NAME,
                RuleParameters.flag(autapses),
                RuleParameters.MULTAPSES_NAME,
                RuleParameters.flag(multapses));
    }

    @Override
    public void check(Pair pair, BiConsumer<String, String> report) {
        int available = pair.targetsPerSource(autapses);
        if (outdegree < 0) {
            report.accept("outdegree", RuleParameters.negative(outdegree));
        } else if (outdegree > 0 && available <= 0) {
            report.accept("outdegree", RuleParameters.nobody(outdegree, "target"));
        } else if (outdegree > available && !multapses) {
            report.accept(
                    "outdegree", RuleParameters.tooMany(outdegree, available, "target", pair.excludesSelf(autapses)));
        } else if (spatial() && SpatialCheck.space(this, pair, report)) {
            SpatialCheck.choice(choice(pair, 0), pair.sources(), report);
        }
    }

    @Override
    public double expectedSynapses(Pair pair) {
        return (double) outdegree * pair.sources();
    }

    private NearbyChoice choice(Pair pair, long key) {
        return new NearbyChoice(targetsOfSources(pair), kernel, multapses, outdegree, NearbyChoice.Role.SOURCE, key);
    }

    @Override
    public Wiring wire(Pair pair, long seed, long projection) {
        long key = Keys.of(seed, Purpose.SOURCE, projection);
        ColumnWiring.Targets targets =
                spatial() ? choice(pair, key).new Drawer()::draw : (source, out) -> draw(pair, key, source, out);
        return ColumnWiring.of(pair.sources(), pair.targets(), outdegree, targets);
    }

    private void draw(Pair pair, long key, int source, int[] targets) {
        int leftOut = pair.excludesSelf(autapses) ? source : Partners.NOBODY;
        int candidates = pair.targetsPerSource(autapses);
        if (multapses) {
            PartnersVector.repeating(key, source, outdegree, candidates, leftOut, targets);
        } else {
            Partners.different(key, source, outdegree, candidates, leftOut, targets);
        }
    }
}
