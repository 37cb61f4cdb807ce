package org.ganglion.simulator.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ganglion.network.random.Clipped;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Exponential;
import org.ganglion.network.random.Lognormal;
import org.ganglion.network.random.Normal;
import org.ganglion.network.random.Redrawn;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.random.UniformInt;

/** That looking a draw up gives what computing it gives. */
class WholeSamplerProperties {
    private static final List<Distribution> DISTRIBUTIONS = List.of(
            Distribution.constant(-2.5),
            new Uniform(-3, 8),
            new UniformInt(-2, 5),
            new Normal(10, 3),
            new Normal(-87.8, 8.78),
            new Lognormal(2, 1.5),
            new Exponential(4),
            new Clipped(new Normal(0, 1), -1, 1),
            new Redrawn(new Normal(1.5, 0.75), 0.05, Double.POSITIVE_INFINITY),
            new Redrawn(new Normal(0, 1), 4, 4.5));

    @Property(tries = 60)
    void drawsAreThoseOfTheFormula(@ForAll long seed) {
        Random random = new Random(seed);
        Distribution distribution = DISTRIBUTIONS.get(random.nextInt(DISTRIBUTIONS.size()));
        double unit = Math.pow(2, random.nextInt(24) - 18) * (random.nextBoolean() ? 1 : 0.1);
        WholeSampler sampler = new WholeSampler(distribution, unit);
        for (int i = 0; i < 5000; i++) {
            int bits = i < 40 ? (i % 2 == 0 ? i : -i) << random.nextInt(32) : random.nextInt();
            double u = ((bits & 0xFFFFFFFFL) + 0.5) * 0x1p-32;
            long expected = (long) Math.floor(distribution.quantile(u) / unit + 0.5);
            long drawn = sampler.draw(bits);
            assertEquals(expected, drawn, distribution + " in units of " + unit + ", bits " + bits);
            assertTrue(drawn >= sampler.smallest() && drawn <= sampler.largest());
        }
    }
}
