package org.ganglion.simulator.stimulus;

import java.util.Arrays;
import org.ganglion.network.random.NormalDraw;
import org.ganglion.network.random.NormalDrawVector;
import org.ganglion.network.random.PoissonDraw;

/** A current that a stimulus injects: a function of (seed, stimulus, neuron, step). */
sealed interface CurrentSource {

    /** The neurons that it reaches: indices in the slice, rising. */
    int[] neurons();

    /** Whether the current in this step may be another than in the step before. */
    boolean changes(long step);

    /** Sets the current in this step in pA, for the neurons that it reaches. */
    void fill(long step, double[] currents);

    /**
     * A current that changes at given steps.
     *
     * @param steps rising; {@code amplitudesPa[i]} flows from {@code steps[i]} on
     */
    record Stepped(int[] neurons, long[] steps, double[] amplitudesPa) implements CurrentSource {
        @Override
        public boolean changes(long step) {
            return Arrays.binarySearch(steps, step) >= 0;
        }

        @Override
        public void fill(long step, double[] currents) {
            int found = Arrays.binarySearch(steps, step);
            int last = found >= 0 ? found : -found - 2; // the last change up to the step
            set(neurons, last < 0 ? 0 : amplitudesPa[last], currents);
        }
    }

    /** A sine of time with an offset, taken at the beginning of each step. */
    record Alternating(int[] neurons, Sine sine, double offsetPa, double amplitudePa, long startStep, long endStep)
            implements CurrentSource {
        @Override
        public boolean changes(long step) {
            return step >= startStep && step <= endStep;
        }

        @Override
        public void fill(long step, double[] currents) {
            boolean on = step >= startStep && step < endStep;
            set(neurons, on ? offsetPa + amplitudePa * sine.at(step) : 0, currents);
        }
    }

    /**
     * A current that is drawn anew for each neuron in each interval.
     *
     * @param reached 1 for neurons that it reaches, 0 for others, {@code [neuron]}
     * @param firstBlock number, in its population, of the slice's first block of 32 neurons
     * @param stride distance to the next one
     */
    record Noise(
            int[] neurons,
            double[] reached,
            int firstBlock,
            int stride,
            Moments moments,
            double[] drawn,
            double[] scratch)
            implements CurrentSource {

        /** What decides the current, the same for all slices. */
        record Moments(
                long key,
                double meanPa,
                double stdPa,
                double modulationPa,
                Sine sine,
                long intervalSteps,
                long startStep,
                long endStep) {}

        @Override
        public boolean changes(long step) {
            return step == moments.endStep
                    || (step >= moments.startStep
                            && step < moments.endStep
                            && (step - moments.startStep) % moments.intervalSteps == 0);
        }

        @Override
        public void fill(long step, double[] currents) {
            if (step < moments.startStep || step >= moments.endStep) {
                set(neurons, 0, currents);
                return;
            }
            long begin = step - (step - moments.startStep) % moments.intervalSteps;
            double variance = moments.stdPa * moments.stdPa
                    + moments.modulationPa * moments.modulationPa * moments.sine.at(begin);
            double deviation = Math.sqrt(Math.max(0, variance));
            int first = neurons[0] / PoissonDraw.BLOCK;
            int blocks = neurons[neurons.length - 1] / PoissonDraw.BLOCK + 1 - first;
            draw(begin, firstBlock + first * stride, blocks);
            int offset = first * PoissonDraw.BLOCK;
            int end = neurons[neurons.length - 1] + 1;
            for (int i = neurons[0]; i < end; i++) {
                currents[i] = reached[i] * (moments.meanPa + deviation * drawn[i - offset]);
            }
        }

        private void draw(long step, int block, int blocks) {
            if (PoissonDraw.BLOCK * blocks <= SliceInput.PLAIN) {
                NormalDraw.fill(moments.key, step, block, stride, blocks, drawn, 0);
            } else {
                NormalDrawVector.fill(moments.key, step, block, stride, blocks, drawn, scratch, 0);
            }
        }
    }

    /** {@code sin(2 pi frequency t + phase)} at the beginning of steps. */
    record Sine(double frequencyHz, double phaseDegrees, double dtMs) {
        double at(long step) {
            double angle = 2 * Math.PI * frequencyHz * (step * dtMs) * 1e-3 + phaseDegrees * Math.PI / 180;
            return StrictMath.sin(angle);
        }
    }

    private static void set(int[] neurons, double currentPa, double[] currents) {
        for (int neuron : neurons) {
            currents[neuron] = currentPa;
        }
    }
}
