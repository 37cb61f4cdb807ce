package org.ganglion.io.record;

import org.ganglion.network.Recorder;
import org.ganglion.network.RunSettings;

/**
 * When a recorder samples: at the end of each interval, counted from step 0. Numbers samples, sample 0 being at the end of
 * the first interval of the run.
 *
 * @param intervalSteps at least 1
 */
record SampleClock(long intervalSteps) {

    static SampleClock of(Recorder.State recorder, RunSettings settings) {
        return new SampleClock(Math.max(1, Math.round(recorder.intervalMs() / settings.dtMs())));
    }

    boolean isSampled(long step) {
        return (step + 1) % intervalSteps == 0;
    }

    /** Step at whose end a sample is taken. */
    long stepOf(long sample) {
        return (sample + 1) * intervalSteps - 1;
    }

    /** Number of the first sample that is taken in this step or a later one. */
    long firstFrom(long step) {
        return Math.ceilDiv(step + 1, intervalSteps) - 1;
    }
}
