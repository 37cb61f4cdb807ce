package org.ganglion.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ganglion.network.RunSettings;
import org.ganglion.simulator.Progress;
import org.junit.jupiter.api.Test;

class ProgressTextTest {
    private final ProgressText text = new ProgressText(RunSettings.DEFAULT); // steps of 0.1 ms

    /** 500 of 1000 ms in 2 s: four times as long as in reality, and 2 s are left. */
    @Test
    void tellsTheTimeThatIsLeft() {
        assertEquals(
                " 50 %  500 of 1000 ms  x4.00  7 spikes  0:02 left",
                text.line(new Progress(5000, 10_000, 7), 0, 2, false));
    }

    @Test
    void saysThatItIsPausedInsteadOfATimeThatWouldGrow() {
        assertEquals(
                " 50 %  500 of 1000 ms  x4.00  7 spikes  paused", text.line(new Progress(5000, 10_000, 7), 0, 2, true));
    }

    /** 100 ms in 1 s, so that what is left, 500 ms, takes 5 s; what was computed before it was resumed does not count. */
    @Test
    void whatARunHadComputedBeforeSaysNothingOfItsSpeed() {
        assertEquals(
                " 50 %  500 of 1000 ms  x10.00  7 spikes  0:05 left",
                text.line(new Progress(5000, 10_000, 7), 4000, 1, false));
        assertEquals(" 40 %  400 of 1000 ms", text.line(new Progress(4000, 10_000, 7), 4000, 1, false));
    }
}
