package org.ganglion.network.connect;

import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;

/**
 * Each source sends to the same number of targets, drawn at random.
 *
 * <p>Every source is asked for its targets, and the answers are turned into sources by target once, when wired: four
 * bytes per synapse, shared by all groups. A tree of binomials over targets, as for {@link FixedTotalNumber}, would
 * give the in-degrees alone: who the sources of a target are hangs together over all targets, because each source must
 * end with exactly its number, and so no target could be asked without all the others.
 */
public record FixedOutdegree(int outdegree, boolean autapses, boolean multapses) implements ConnectionRule {
    public static final Description DESCRIPTION = Description.of(
            "fixed_outdegree",
            "Each source sends to the same number of targets, drawn at random.",
            ParameterSpec.requiredWhole("outdegree", RuleParameters.COUNT, "number of synapses from each source"),
            RuleParameters.AUTAPSES,
            RuleParameters.MULTAPSES);

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
        }
    }

    @Override
    public double expectedSynapses(Pair pair) {
        return (double) outdegree * pair.sources();
    }

    @Override
    public Wiring wire(Pair pair, long seed, long projection) {
        long key = Keys.of(seed, Purpose.SOURCE, projection);
        int[] drawn = new int[outdegree];
        int[] degrees = new int[pair.targets()];
        for (int source = 0; source < pair.sources(); source++) {
            draw(pair, key, source, drawn);
            for (int target : drawn) {
                degrees[target]++;
            }
        }
        int[][] columns = new int[pair.targets()][];
        for (int target = 0; target < columns.length; target++) {
            columns[target] = new int[degrees[target]];
            degrees[target] = 0;
        }
        for (int source = 0; source < pair.sources(); source++) {
            draw(pair, key, source, drawn);
            for (int target : drawn) {
                columns[target][degrees[target]++] = source;
            }
        }
        return new ColumnWiring(columns);
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
