package org.ganglion.io.sonata;

import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.ganglion.network.connect.ConnectionRule;
import org.ganglion.network.spec.Description;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.Wiring;

/** The edges of one projection, which stay in their file until they are wired. */
final class EdgeRule implements ConnectionRule {
    private static final Description DESCRIPTION = Description.of("sonata", "The edges of a SONATA circuit.");

    private final EdgeFile edges;
    private final int number;

    EdgeRule(EdgeFile edges, int number) {
        this.edges = edges;
        this.number = number;
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Map<String, Double> values() {
        return Map.of();
    }

    @Override
    public void check(Pair pair, BiConsumer<String, String> report) {}

    @Override
    public double expectedSynapses(Pair pair) {
        return edges.count(number);
    }

    @Override
    public Wiring wire(Pair pair, long seed, long projection) {
        return edges.list(number);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EdgeRule same
                && same.number == number
                && same.edges.file().equals(edges.file())
                && same.edges.population().equals(edges.population());
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, edges.file(), edges.population());
    }
}
