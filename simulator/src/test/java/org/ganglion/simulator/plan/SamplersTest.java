package org.ganglion.simulator.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.ganglion.network.RunSettings;
import org.ganglion.network.random.Normal;
import org.ganglion.simulator.Circuits;
import org.junit.jupiter.api.Test;

final class SamplersTest {
    @Test
    void equalValuesInTheSameUnitShareASampler() {
        Samplers samplers = new Samplers();
        WholeValues sampler = samplers.whole(new PlannedValue.Drawn(new Normal(1, 2)), 0.5);
        assertSame(sampler, samplers.whole(new PlannedValue.Drawn(new Normal(1, 2)), 0.5));
        assertNotSame(sampler, samplers.whole(new PlannedValue.Drawn(new Normal(1, 2)), 0.25));
        assertNotSame(sampler, samplers.whole(new PlannedValue.Drawn(new Normal(1, 3)), 0.5));
    }

    @Test
    void theMicrocircuitNeedsThreeSamplersOfWeightsAndTwoOfDelays() {
        NetworkPlan plan = NetworkPlan.of(Circuits.corticalMicrocircuit(0.02, RunSettings.DEFAULT), 1);
        Set<WholeValues> weights = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<WholeValues> delays = Collections.newSetFromMap(new IdentityHashMap<>());
        for (ProjectionPlan projection : plan.projections()) {
            projection.branches().forEach(branch -> weights.add(branch.weights()));
            delays.add(projection.delays());
        }
        assertTrue(plan.projections().size() > 50);
        assertEquals(3, weights.size(), "excitatory, doubled from L4E to L23E, inhibitory");
        assertEquals(2, delays.size(), "excitatory, inhibitory");
    }

    @Test
    void whatIsConstantInOneUnitIsNotInAFinerOne() {
        PlannedValue narrow = new PlannedValue.Drawn(new Normal(8, 0.01));
        assertTrue(narrow.constantIn(1));
        assertEquals(narrow.whole(1).smallest(), narrow.whole(1).largest());
        assertTrue(!narrow.constantIn(0x1p-10));
        assertTrue(narrow.whole(0x1p-10).smallest() < narrow.whole(0x1p-10).largest());
    }
}
