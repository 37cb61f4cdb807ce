package org.ganglion.network.neuron.catalog;

import java.util.Map;
import java.util.Random;
import org.ganglion.network.neuron.NeuronState;

/** Prints crude times of the steps, in ns per neuron and step: {@code java ... StepTimes [neurons [model]]}. Not a test. */
final class StepTimes {
    private static final int CHUNK = 1024;

    private StepTimes() {}

    public static void main(String[] args) {
        int size = args.length > 0 ? Integer.parseInt(args[0]) : 38_592;
        String only = args.length > 1 ? args[1] : "";
        for (Map.Entry<String, ReferenceModels.Maker> model : ReferenceModels.MAKERS.entrySet()) {
            if (!model.getKey().startsWith(only)) {
                continue;
            }
            for (boolean drawn : new boolean[] {false, true}) {
                double vector = time(model.getValue().make(size, drawn, true), size);
                double scalar = time(model.getValue().make(size, drawn, false), size);
                System.out.printf(
                        "%-28s %-8s vector %.3f scalar %.3f%n",
                        model.getKey(), drawn ? "drawn" : "constant", vector, scalar);
            }
        }
    }

    /** CPU time of the best of many short windows, so that other load on the machine matters little. */
    private static double time(NeuronState state, int size) {
        int padded = (size + 63) & -64;
        float[][] input = new float[2][CHUNK];
        Random random = new Random(1);
        for (int i = 0; i < CHUNK; i++) {
            input[0][i] = random.nextInt(10) == 0 ? 0.1f * random.nextFloat() : 0;
            input[1][i] = -input[0][i];
        }
        long[] fired = new long[padded >>> 6];
        double best = Double.POSITIVE_INFINITY;
        long step = 0;
        for (int window = 0; window < 60; window++) {
            long start = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                state.begin(step++);
                for (int first = 0; first < padded; first += CHUNK) {
                    state.step(first, Math.min(padded, first + CHUNK), input, fired);
                }
            }
            best = Math.min(best, (System.nanoTime() - start) / (100.0 * size));
        }
        return best;
    }
}
