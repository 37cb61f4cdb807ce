package org.ganglion.network.connect;

import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.spec.Description;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.Wiring;

/** Each source connects to the target with the same index. */
public record OneToOne() implements ConnectionRule {
    public static final Description DESCRIPTION =
            Description.of("one_to_one", "Each source connects to the target with the same index.");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of();
    }

    @Override
    public boolean mayConnect(Pair pair, int source, int target) {
        return source == target;
    }

    @Override
    public void check(Pair pair, BiConsumer<String, String> report) {
        if (pair.sources() != pair.targets()) {
            report.accept(
                    "rule",
                    "one_to_one needs populations of the same size, but the source has " + pair.sources()
                            + " neurons and the target " + pair.targets()
                            + "; make them equal or take another rule, e.g. fixed_indegree");
        }
    }

    @Override
    public double expectedSynapses(Pair pair) {
        return pair.targets();
    }

    @Override
    public Wiring wire(Pair pair, long seed, long projection) {
        return new Same(pair.targets());
    }

    private record Same(int targets) implements Wiring {
        @Override
        public int inDegree(int target) {
            return 1;
        }

        @Override
        public int maxInDegree() {
            return targets == 0 ? 0 : 1;
        }

        @Override
        public long synapses() {
            return targets;
        }

        @Override
        public void sources(int target, int[] out) {
            out[0] = target;
        }
    }
}
