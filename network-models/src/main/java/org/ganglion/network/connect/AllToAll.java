package org.ganglion.network.connect;

import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.spec.Description;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.Wiring;

/** Every source connects once to every target. */
public record AllToAll(boolean autapses) implements ConnectionRule {
    public static final Description DESCRIPTION =
            Description.of("all_to_all", "Every source connects once to every target.", RuleParameters.AUTAPSES);

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of(RuleParameters.AUTAPSES_NAME, RuleParameters.flag(autapses));
    }

    @Override
    public boolean mayConnect(Pair pair, int source, int target) {
        return source != target || !pair.excludesSelf(autapses);
    }

    @Override
    public void check(Pair pair, BiConsumer<String, String> report) {
        // Possible between any two populations.
    }

    @Override
    public double expectedSynapses(Pair pair) {
        return pair.pairs(autapses);
    }

    @Override
    public Wiring wire(Pair pair, long seed, long projection) {
        return new Everyone(pair.sourcesPerTarget(autapses), pair.targets(), pair.excludesSelf(autapses));
    }

    /** @param degree number of sources of each target */
    private record Everyone(int degree, int targets, boolean excludesSelf) implements Wiring {
        @Override
        public int inDegree(int target) {
            return degree;
        }

        @Override
        public int maxInDegree() {
            return targets == 0 ? 0 : degree;
        }

        @Override
        public long synapses() {
            return (long) degree * targets;
        }

        @Override
        public void sources(int target, int[] out) {
            int leftOut = excludesSelf ? target : degree;
            for (int i = 0; i < leftOut; i++) {
                out[i] = i;
            }
            for (int i = leftOut; i < degree; i++) {
                out[i] = i + 1;
            }
        }
    }
}
