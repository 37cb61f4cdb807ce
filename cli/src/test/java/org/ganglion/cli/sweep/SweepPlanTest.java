package org.ganglion.cli.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SweepPlanTest {
    @Test
    void aTrialHasOneThreadUnlessMoreAreSet() {
        assertEquals(1, SweepPlan.threads(List.of()));
        assertEquals(1, SweepPlan.threads(List.of("g=4", "simulation.groups=7", "simulation.threads=n / 2")));
        assertEquals(2, SweepPlan.threads(List.of("simulation.threads=4", "simulation.threads = 2", "g=4")));
        assertEquals(Runtime.getRuntime().availableProcessors(), SweepPlan.threads(List.of("simulation.threads=auto")));
    }
}
