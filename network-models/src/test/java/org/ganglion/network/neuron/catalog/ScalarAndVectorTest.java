package org.ganglion.network.neuron.catalog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;
import java.util.Set;
import org.ganglion.network.neuron.NeuronState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vector form of every step against the scalar loop that specifies it. */
class ScalarAndVectorTest {
    private static final int STEPS = 120;
    private static final float[] STRANGE = {
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        -0f,
        Float.MIN_VALUE,
        Float.MAX_VALUE,
        -Float.MAX_VALUE
    };

    static Set<String> kernels() {
        return ReferenceModels.MAKERS.keySet();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void bothFormsHaveTheSameBitsAtAllSizes(String kernel) {
        for (int size = 0; size < 70; size++) {
            for (boolean drawn : new boolean[] {false, true}) {
                sameBits(kernel, size, drawn, 0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void bothFormsHaveTheSameBitsWithInfiniteAndUndefinedInput(String kernel) {
        for (int size = 1; size < 70; size++) {
            for (boolean drawn : new boolean[] {false, true}) {
                sameBits(kernel, size, drawn, 0.002);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void stepsInChunksHaveTheSameBitsAsStepsOfTheWhole(String kernel) {
        // given the same neurons twice
        int size = 300;
        int padded = 320;
        NeuronState whole = ReferenceModels.MAKERS.get(kernel).make(size, true, true);
        NeuronState chunked = ReferenceModels.MAKERS.get(kernel).make(size, true, true);
        Random random = new Random(7);
        long[] firedWhole = new long[padded >>> 6];
        long[] firedChunked = new long[padded >>> 6];

        for (int step = 0; step < STEPS; step++) {
            // when one is stepped at once and the other in chunks of different lengths
            float[][] input = input(kernel, random, padded, 0);
            whole.begin(step);
            whole.step(0, padded, input, firedWhole);
            chunked.begin(step);
            for (int first = 192, end = padded; first >= 0; end = first, first -= 192) {
                float[][] part = {copy(input[0], first, end), copy(input[1], first, end)};
                chunked.step(first, end, part, firedChunked);
            }

            // then spikes and state are the same
            assertArrayEquals(firedWhole, firedChunked);
            assertSameState(whole, chunked, size);
        }
    }

    private static float[] copy(float[] values, int first, int end) {
        return java.util.Arrays.copyOfRange(values, first, end);
    }

    private static void sameBits(String kernel, int size, boolean drawn, double strangeShare) {
        // given the same neurons in both forms
        NeuronState scalar = ReferenceModels.MAKERS.get(kernel).make(size, drawn, false);
        NeuronState vector = ReferenceModels.MAKERS.get(kernel).make(size, drawn, true);
        int padded = (size + 63) & -64;
        long[] firedScalar = new long[padded >>> 6];
        long[] firedVector = new long[padded >>> 6];
        Random random = new Random(size);
        int spikes = 0;
        int refractory = 0;
        int held = ReferenceModels.refractoryWord(kernel);

        for (int step = 0; step < STEPS; step++) {
            // when both get the same input
            float[][] input = input(kernel, random, padded, strangeShare);
            scalar.begin(step);
            vector.begin(step);
            scalar.step(0, padded, input, firedScalar);
            vector.step(0, padded, input, firedVector);

            // then the same neurons fire, and all state is the same to the bit
            assertEquals(neurons(firedScalar, size), neurons(firedVector, size));
            assertSameState(scalar, vector, size);
            for (int neuron = 0; neuron < size; neuron++) {
                spikes += (int) (firedScalar[neuron >>> 6] >>> neuron & 1);
                refractory += held >= 0 && state(scalar, neuron)[held] > 0 ? 1 : 0;
            }
        }
        // and the run was one with spikes
        assertTrue(size == 0 || spikes > 0, kernel + " did not fire");
        boolean never = held < 0 || kernel.endsWith("never held");
        assertTrue(size == 0 || never || refractory > 0, kernel + " was never refractory");
    }

    /** Who fired, without what the padding did, which is nobody's. */
    private static BitSet neurons(long[] fired, int size) {
        return BitSet.valueOf(fired).get(0, size);
    }

    /** Strong noise, so that neurons fire often; some of it strange. */
    private static float[][] input(String kernel, Random random, int padded, double strangeShare) {
        float scale = scale(kernel);
        float[][] input = new float[2][padded];
        for (float[] receptor : input) {
            for (int i = 0; i < padded; i++) {
                boolean quiet = random.nextInt(3) == 0;
                receptor[i] = quiet ? 0 : scale * (random.nextFloat() - 0.2f);
                if (random.nextDouble() < strangeShare) {
                    receptor[i] = STRANGE[random.nextInt(STRANGE.length)];
                }
            }
        }
        return input;
    }

    private static float scale(String kernel) {
        return switch (kernel.replaceFirst(" .*", "")) {
            case "iaf_psc_delta" -> 3;
            case "parrot_neuron" -> 2;
            case "izhikevich" -> kernel.contains("published") ? 300 : 30;
            case "hh_psc_alpha" -> 60;
            default -> kernel.startsWith("aeif") ? 6 : kernel.contains("_cond_") ? 60 : 600;
        };
    }

    private static void assertSameState(NeuronState one, NeuronState other, int size) {
        for (int neuron = 0; neuron < size; neuron++) {
            assertArrayEquals(state(one, neuron), state(other, neuron));
            assertTrue(one.multiplicity(neuron) == other.multiplicity(neuron));
        }
    }

    private static int[] state(NeuronState state, int neuron) {
        int[] words = new int[state.stateWords()];
        state.copyState(neuron, words, 0);
        return words;
    }
}
