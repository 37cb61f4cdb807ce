package org.ganglion.simulator.plan;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.connect.FixedTotalNumber;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.random.Clipped;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Exponential;
import org.ganglion.network.random.Lognormal;
import org.ganglion.network.random.Normal;
import org.ganglion.network.random.Redrawn;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.random.UniformInt;
import org.ganglion.network.spec.InvalidNetworkException;
import org.junit.jupiter.api.Test;

/** Sums in whole numbers: that they cannot overflow, and that weights are kept finely enough. */
class IntegerSumProperties {
    private static final String[] MODELS = {"iaf_psc_delta", "iaf_psc_exp", "iaf_psc_alpha"};

    private static Distribution weights(Random random) {
        double size = Math.pow(10, random.nextDouble() * 5 - 2);
        double signed = random.nextBoolean() ? size : -size;
        double spread = size * Math.pow(10, -3 * random.nextDouble());
        return switch (random.nextInt(8)) {
            case 0, 1 -> Distribution.constant(signed);
            case 2 -> new Normal(signed, spread);
            case 3 -> new Lognormal(size, 2 * random.nextDouble());
            case 4 -> new Uniform(Math.min(signed, 0), Math.max(signed, 0) + spread);
            case 5 -> new Exponential(size);
            case 6 -> new Redrawn(new Normal(signed, size), signed - spread, signed + spread);
            default ->
                random.nextBoolean()
                        ? new UniformInt(-3, 1 + random.nextInt(1000))
                        : new Clipped(new Normal(signed, 3 * size), -size, size / 2);
        };
    }

    /** Some populations with up to millions of synapses onto one neuron, with and without relays in between. */
    private static Experiment network(long seed) {
        Random random = new Random(seed);
        NetworkBuilder builder = NetworkBuilder.named("sums")
                .population("relay", 3, "parrot_neuron")
                .population("second", 2, "parrot_neuron")
                .poisson("noise", "relay", 1 + random.nextInt(100_000), 1)
                .project("relay", "second", new FixedIndegree(degree(random, 200), true, true), weight(1), delayMs(1));
        if (random.nextInt(4) == 0) {
            builder = builder.project("relay", "relay", new FixedIndegree(1, true, true), weight(1), delayMs(1));
        }
        int n = 1 + random.nextInt(3);
        for (int p = 0; p < n; p++) {
            double tauMs = random.nextBoolean() ? 2 : 3;
            String model = MODELS[random.nextInt(MODELS.length)];
            builder = builder.population(
                    "p" + p,
                    1 + random.nextInt(3),
                    model,
                    x -> model.endsWith("delta") ? x : x.set("tau_syn_ex", tauMs));
        }
        String[] sources = {"relay", "second", "p0", "p" + (n - 1)};
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            int degree = degree(random, 3_000_000);
            builder = builder.project(
                    "projection-" + i,
                    sources[random.nextInt(sources.length)],
                    "p" + random.nextInt(n),
                    random.nextBoolean()
                            ? new FixedIndegree(degree, true, true)
                            : new FixedTotalNumber(degree, true, true),
                    weight(weights(random)),
                    delayMs(0.1 * (1 + random.nextInt(20))));
        }
        return builder.simulate(RunSettings.DEFAULT.withSeed(seed));
    }

    private static int degree(Random random, int most) {
        return (int) Math.exp(random.nextDouble() * Math.log(most));
    }

    /** Spikes that each projection can bring to one neuron in one step at most: in-degree times multiplicity. */
    private static double multiplicity(NetworkPlan plan, int population) {
        List<List<Receptor>> receptors = new ArrayList<>();
        plan.populations()
                .forEach(p -> receptors.add(
                        p.receptors().stream().map(ReceptorPlan::receptor).toList()));
        return Multiplicity.bounds(
                plan.experiment(),
                receptors,
                plan.projections().stream().map(ProjectionPlan::wiring).toList())[population];
    }

    @Property(tries = 60)
    void theWorstSumFitsAndWeightsAreKeptFinely(@ForAll long seed) {
        NetworkPlan plan;
        try {
            plan = NetworkPlan.of(network(seed), 1);
        } catch (InvalidNetworkException refused) {
            // Weights that 64 bits cannot hold together are refused, never rounded away.
            assertTrue(refused.getMessage().contains("would be lost in 64 bits"), refused.getMessage());
            return;
        }
        for (PopulationPlan population : plan.populations()) {
            for (ReceptorPlan receptor : population.receptors()) {
                BigInteger worst = BigInteger.ZERO;
                for (ProjectionPlan projection : plan.projections()) {
                    if (projection.target() == population.index()) {
                        for (Branch branch : projection.branches()) {
                            if (branch.receptor() == receptor.index()) {
                                assertFine(projection, branch, receptor);
                                worst = worst.add(worst(plan, projection, branch));
                            }
                        }
                    }
                }
                BigInteger most = BigInteger.valueOf(receptor.inLong() ? Long.MAX_VALUE : Integer.MAX_VALUE);
                assertTrue(worst.compareTo(most) <= 0, worst + " of " + most + " at " + receptor);
            }
        }
    }

    private static BigInteger worst(NetworkPlan plan, ProjectionPlan projection, Branch branch) {
        int shift = branch.packing() instanceof Packing.Packed(int s) ? s : 0;
        boolean two = projection.branches().size() == 2;
        long down = two && branch.receptor() == 0 ? 0 : branch.weights().smallest();
        long up = two && branch.receptor() == 1 ? 0 : branch.weights().largest();
        long largest = Math.max(Math.abs(down), Math.abs(up)) << shift;
        long spikes = (long) (projection.wiring().maxInDegree() * multiplicity(plan, projection.source()));
        if (branch.packing() instanceof Packing.Packed) {
            assertTrue(Math.abs(down) <= Short.MAX_VALUE && Math.abs(up) <= Short.MAX_VALUE, branch.toString());
        } else if (!(branch.packing() instanceof Packing.InLong)) {
            assertTrue(largest <= Integer.MAX_VALUE, branch.toString());
        }
        return BigInteger.valueOf(largest).multiply(BigInteger.valueOf(spikes));
    }

    private static void assertFine(ProjectionPlan projection, Branch branch, ReceptorPlan receptor) {
        if (receptor.receptor().sign() == Receptor.Sign.COUNT) {
            assertEquals(1, receptor.unit());
            return;
        }
        Distribution weight = ((PlannedValue.Drawn) projection.weights()).distribution();
        double field = receptor.unit() * (branch.packing() instanceof Packing.Packed(int shift) ? 1L << shift : 1);
        double range = weight.largest() - weight.smallest();
        if (range == 0) {
            double kept = branch.weights().largest() * field;
            assertEquals(weight.largest(), kept, 1e-5 * Math.abs(weight.largest()), branch.toString());
        } else {
            double spread = deviation(weight);
            assertTrue(field <= 0.0101 * spread, "a grain of " + field + " for a spread of " + spread);
        }
    }

    /** Standard deviation by the midpoint rule; of long tails the named one, which is what the rule speaks of. */
    private static double deviation(Distribution weight) {
        if (!(weight instanceof Redrawn || weight instanceof Clipped)) {
            return weight.spread();
        }
        int n = 20_000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double x = weight.quantile((i + 0.5) / n) - weight.quantile(0.5);
            sum += x;
            squares += x * x;
        }
        return Math.sqrt(squares / n - sum / n * (sum / n));
    }

    /**
     * Sharing the coarser grain of larger weights rounds weights up by more than their own grain would. The in-degrees
     * are such that the sum all but fills a power of two of units.
     */
    @Test
    void weightsThatShareTheGrainOfLargerOnesStillFit() {
        // Its largest draw lies between two steps of the grain, nearer to the upper one.
        Normal small = new Normal(1.003, 1);
        int shared = 0;
        for (int exponent = 12; exponent < 18; exponent++) {
            for (double room : new double[] {1.1e-4, 1.5e-4, 2e-4, 3e-4, 1.1e-3}) {
                int degree = (int) (Math.scalb(1.0, 31 - exponent) / (small.largest() * (1 + room)));
                Experiment experiment = NetworkBuilder.named("shared")
                        .population("a", 2, "iaf_psc_exp")
                        .population("b", 2, "iaf_psc_exp")
                        .project("a", "a", new FixedIndegree(degree, true, true), weight(small), delayMs(1))
                        .project("b", "b", new FixedIndegree(1, true, true), weight(new Normal(60, 20)), delayMs(1))
                        .simulate(RunSettings.DEFAULT);
                NetworkPlan plan = NetworkPlan.of(experiment, 1);
                Branch branch = plan.projections().get(0).branches().getFirst();
                Branch larger = plan.projections().get(1).branches().getFirst();
                shared += branch.packing().equals(larger.packing()) ? 1 : 0;
                BigInteger worst = worst(plan, plan.projections().getFirst(), branch);
                assertTrue(
                        worst.compareTo(BigInteger.valueOf(Integer.MAX_VALUE)) <= 0,
                        "overflows at an in-degree of " + degree + ": " + worst);
            }
        }
        assertTrue(shared > 10, "the grain is shared only " + shared + " times");
    }

    /** A relay behind relays that feed each other emits as many spikes as they do. */
    @Test
    void relaysBehindALoopOfRelaysAreBoundedByTheLimit() {
        Experiment experiment = NetworkBuilder.named("loop")
                .population("loop", 1, "parrot_neuron")
                .population("behind", 1, "parrot_neuron")
                .population("target", 1, "iaf_psc_exp")
                .project("loop", "loop", new FixedIndegree(1, true, true), weight(1), delayMs(1))
                .project("loop", "behind", new FixedIndegree(1, true, true), weight(1), delayMs(1))
                .project("behind", "target", new FixedIndegree(1, true, true), weight(1), delayMs(1))
                .simulate(RunSettings.DEFAULT);
        NetworkPlan plan = NetworkPlan.of(experiment, 1);
        assertEquals(Multiplicity.LIMIT, multiplicity(plan, 0));
        assertEquals(Multiplicity.LIMIT, multiplicity(plan, 1));
        assertEquals(1, multiplicity(plan, 2));
    }
}
