package org.ganglion.network.neuron.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import java.util.Set;
import org.ganglion.network.neuron.NeuronState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Steps allocate nothing. A vector loop that is too long for the compiler silently keeps its vectors as objects and is
 * ten times slower or more: this is how it shows.
 */
class StepAllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int PADDED = 1024;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    static Set<String> kernels() {
        return ReferenceModels.MAKERS.keySet();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aWarmStepAllocatesNothing(String kernel) {
        for (boolean drawn : new boolean[] {false, true}) {
            // given neurons that fire now and then
            NeuronState state = ReferenceModels.MAKERS.get(kernel).make(PADDED, drawn, true);
            float[][] input = new float[2][PADDED];
            Random random = new Random(3);
            for (int i = 0; i < PADDED; i++) {
                input[0][i] = random.nextFloat();
                input[1][i] = -random.nextFloat();
            }
            long[] fired = new long[PADDED >>> 6];

            // when they are stepped until the compiler has done its work
            long deadline = System.nanoTime() + PATIENCE_NANOS;
            long step = 0;
            long allocated;
            do {
                long before = THREADS.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 500; i++) {
                    state.begin(step++);
                    state.step(0, PADDED, input, fired);
                }
                allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            } while (allocated > 0 && System.nanoTime() < deadline);

            // then nothing is allocated
            assertEquals(0, allocated, kernel + (drawn ? " drawn" : " constant") + ": bytes in 500 steps");
        }
    }
}
