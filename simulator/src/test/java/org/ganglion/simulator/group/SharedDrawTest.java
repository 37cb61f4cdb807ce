package org.ganglion.simulator.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.random.SharedDraw;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.spec.Formula;
import org.ganglion.simulator.plan.NetworkPlan;
import org.junit.jupiter.api.Test;

/** Values of a neuron that follow from one number, as the neurons of Izhikevich 2003 have them. */
class SharedDrawTest {
    private static final int SIZE = 2000;

    private enum Of implements Formula {
        C("-65 mV + 15 mV * u^2"),
        D("8 mV - 6 mV * u^2"),
        START("-13 mV * (1 + u)");

        private final String text;

        Of(String text) {
            this.text = text;
        }

        @Override
        public String variable() {
            return SharedDraw.VARIABLE;
        }

        @Override
        public String text() {
            return text;
        }

        @Override
        public double at(double u) {
            return switch (this) {
                case C -> -65 + 15 * u * u;
                case D -> 8 - 6 * u * u;
                case START -> -13 * (1 + u);
            };
        }
    }

    private static Experiment network(long seed) {
        return NetworkBuilder.named("shared")
                .population("other", 10, "izhikevich", p -> p.set("c", new SharedDraw(Of.C)))
                .population("E", SIZE, "izhikevich", p -> p.set("c", new SharedDraw(Of.C))
                        .set("d", new SharedDraw(Of.D))
                        .set("a", new Uniform(0, 1))
                        .startAt("U_m", new SharedDraw(Of.START)))
                .simulate(RunSettings.DEFAULT.withSeed(seed));
    }

    /** The numbers behind the values of a population, found from its parameter c. */
    private static double[] numbers(Experiment experiment, int groups, int population) {
        NetworkPlan plan = NetworkPlan.of(experiment, groups);
        double[] numbers =
                new double[experiment.network().populations().get(population).size()];
        for (int group = 0; group < plan.layout().groups(); group++) {
            SliceColumns columns = new SliceColumns(
                    plan.layout(),
                    plan.populations().get(population),
                    group,
                    experiment.settings().seed());
            for (int i = 0; i < columns.size(); i++) {
                double u = Math.sqrt((columns.parameter("c", i) + 65) / 15);
                if (population == 1) {
                    assertEquals(8 - 6 * u * u, columns.parameter("d", i), 1e-9);
                    assertEquals(-13 * (1 + u), columns.initial("U_m", i), 1e-9);
                }
                numbers[columns.index(i)] = u;
            }
        }
        return numbers;
    }

    @Test
    void allValuesOfANeuronFollowFromOneNumberOnAnyGroups() {
        double[] one = numbers(network(1), 1, 1);

        for (int groups : new int[] {2, 3, 7}) {
            assertTrue(Arrays.equals(one, numbers(network(1), groups, 1)), groups + " groups");
        }
    }

    /** Kolmogorov and Smirnov: with so many numbers, a distance of 1.95 / sqrt(n) has a probability of 0.001. */
    @Test
    void theNumbersAreUniform() {
        double[] sorted = numbers(network(1), 1, 1);
        Arrays.sort(sorted);
        double distance = 0;
        for (int i = 0; i < SIZE; i++) {
            distance = Math.max(distance, Math.abs(sorted[i] - (i + 0.5) / SIZE) + 0.5 / SIZE);
        }
        assertTrue(distance < 1.95 / Math.sqrt(SIZE), "distance " + distance);
    }

    @Test
    void populationsAndSeedsHaveNumbersOfTheirOwn() {
        double[] numbers = numbers(network(1), 1, 1);

        assertTrue(Math.abs(numbers[0] - numbers(network(1), 1, 0)[0]) > 1e-6);
        assertTrue(Math.abs(numbers[0] - numbers(network(2), 1, 1)[0]) > 1e-6);
        assertTrue(Arrays.stream(numbers).distinct().count() > SIZE - 10);
    }
}
