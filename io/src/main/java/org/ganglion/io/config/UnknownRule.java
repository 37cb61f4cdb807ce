package org.ganglion.io.config;

import java.util.Map;
import java.util.function.BiConsumer;
import org.ganglion.network.connect.ConnectionRule;
import org.ganglion.network.spec.Description;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.Wiring;

/** Stands for a rule that cannot be read, so that the rest of the network can still be checked. */
final class UnknownRule implements ConnectionRule {
    static final ConnectionRule INSTANCE = new UnknownRule();

    private static final Description NOTHING = Description.of("unknown", "");

    private UnknownRule() {}

    @Override
    public Description description() {
        return NOTHING;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of();
    }

    @Override
    public void check(Pair pair, BiConsumer<String, String> report) {}

    @Override
    public double expectedSynapses(Pair pair) {
        return 0;
    }

    @Override
    public Wiring wire(Pair pair, long seed, long projection) {
        throw new UnsupportedOperationException("a rule of this name does not exist");
    }
}
