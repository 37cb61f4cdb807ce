package org.ganglion.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** What must not depend on groups, threads and order of arrival. */
public record Outcome(
        long[] spikes, long spikeHash, long stateHash, long endStep, long synapticEvents, Object populations) {

    /** What a simulation that has run has done. */
    public static Outcome of(Simulation simulation, SpikeList list) {
        return of(simulation.summary(), list);
    }

    public static Outcome of(RunSummary summary, SpikeList list) {
        return new Outcome(
                list.spikes(),
                summary.spikeHash(),
                summary.stateHash(),
                summary.endStep(),
                summary.synapticEvents(),
                summary.populations());
    }

    /** Fails, saying of what, unless all is the same. */
    public void assertSame(Outcome other, String what) {
        assertEquals(endStep, other.endStep, "step reached by " + what);
        assertArrayEquals(spikes, other.spikes, "spikes of " + what);
        assertEquals(spikeHash, other.spikeHash, "spike hash of " + what);
        assertEquals(stateHash, other.stateHash, "state bits of " + what);
        assertEquals(synapticEvents, other.synapticEvents, "synaptic events of " + what);
        assertEquals(populations, other.populations, "populations of " + what);
    }
}
