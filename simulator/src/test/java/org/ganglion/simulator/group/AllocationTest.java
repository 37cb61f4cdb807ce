package org.ganglion.simulator.group;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.Circuits;
import org.ganglion.simulator.MixedCircuit;
import org.ganglion.simulator.Recording;
import org.junit.jupiter.api.Test;

/** A step allocates next to nothing: vectors that the compiler boxes show as thousands of bytes a step. */
class AllocationTest {
    private static final int MEASURED = 2000;
    private static final long MOST_BYTES_A_STEP = 600;

    private static double bytesAStep(PlainSimulation simulation, long warmUp) throws Exception {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long id = Thread.currentThread().threadId();
        simulation.runTo(warmUp);
        double least = Double.POSITIVE_INFINITY;
        for (int round = 1; round <= 4; round++) {
            long before = threads.getThreadAllocatedBytes(id);
            simulation.runTo(warmUp + (long) round * MEASURED);
            least = Math.min(least, (threads.getThreadAllocatedBytes(id) - before) / (double) MEASURED);
        }
        return least;
    }

    @Test
    void aStepOfTheMixedCircuitAllocatesLittle() throws Exception {
        var experiment = MixedCircuit.of(RunSettings.DEFAULT);
        try (PlainSimulation simulation = PlainSimulation.build(experiment, 1, Recording.NONE)) {
            double bytes = bytesAStep(simulation, 20_000);
            assertTrue(bytes < MOST_BYTES_A_STEP, bytes + " bytes a step");
        }
    }

    @Test
    void aStepOfTheMicrocircuitAllocatesLittle() throws Exception {
        var experiment = Circuits.corticalMicrocircuit(0.02, RunSettings.DEFAULT);
        try (PlainSimulation simulation = PlainSimulation.build(experiment, 1, Recording.NONE)) {
            double bytes = bytesAStep(simulation, 20_000);
            assertTrue(bytes < MOST_BYTES_A_STEP, bytes + " bytes a step");
        }
    }
}
