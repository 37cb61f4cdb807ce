package org.ganglion.cli.bench;

import java.util.Map;
import org.ganglion.network.Population;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Elements;

/** What a step of a population's model costs by itself: its neurons in a row, their state in the cache, no input. */
final class StepLimit {
    private static final int NEURONS = 4096;
    private static final int CHUNK = 1024;
    private static final int STEPS = 4000;
    private static final int ROUNDS = 5;

    private StepLimit() {}

    /** Nanoseconds a neuron and step, best of some rounds. */
    static double ns(Population population, double dtMs) {
        NeuronState state = population.model().create(new Medians(population), dtMs);
        int receptors = population.model().receptors(population.allParameters()).size();
        float[][] input = new float[receptors][CHUNK];
        long[] fired = new long[NEURONS / 64];
        long best = Long.MAX_VALUE;
        long step = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            for (long end = step + STEPS; step < end; step++) {
                state.begin(step);
                for (int first = 0; first < NEURONS; first += CHUNK) {
                    state.step(first, first + CHUNK, input, fired);
                }
            }
            best = Math.min(best, System.nanoTime() - begin);
            Sink.keep(fired[0]);
        }
        return (double) best / ((double) STEPS * NEURONS);
    }

    /** A population's parameters, drawn ones at their median. */
    private record Medians(Population population) implements Columns {
        @Override
        public int size() {
            return NEURONS;
        }

        @Override
        public int elements(String list) {
            return Elements.count(list, population.allParameters().keySet());
        }

        @Override
        public boolean drawn(String parameter) {
            return false;
        }

        @Override
        public double parameter(String name, int neuron) {
            return median(population.allParameters(), name);
        }

        @Override
        public double initial(String variable, int neuron) {
            return median(population.allInitial(), variable);
        }

        private static double median(Map<String, Distribution> values, String name) {
            Distribution value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException(name);
            }
            return value.quantile(0.5);
        }

        @Override
        public int index(int neuron) {
            return neuron;
        }

        @Override
        public long key(int part) {
            return 0x548c9decbce65297L + 2L * part;
        }

        @Override
        public boolean currentsInjected() {
            return false;
        }
    }
}
