package org.ganglion.simulator;

import org.ganglion.network.Recorder;

/**
 * When a recorder of states or weights samples: at the ends of some steps, at equal distances, counted from the beginning of the run
 * whether it samples then or not.
 *
 * @param first number of steps that have ended at sample 0
 * @param interval steps between two samples, at least 1
 * @param startStep no sample is taken at the end of earlier steps
 * @param endStep likewise of this step and later ones
 */
public record SampleTimes(long first, long interval, long startStep, long endStep) {

    public static SampleTimes of(Recorder.State recorder, double dtMs) {
        return of(recorder, recorder.intervalMs(), recorder.offsetMs(), dtMs);
    }

    /** Of a recorder that samples before the end of the run. */
    public static SampleTimes of(Recorder.Weights recorder, double dtMs) {
        return of(recorder, recorder.intervalMs(), 0, dtMs);
    }

    private static SampleTimes of(Recorder recorder, double intervalMs, double offsetMs, double dtMs) {
        long interval = Math.max(1, Math.round(intervalMs / dtMs));
        long offset = Math.round(offsetMs / dtMs);
        long start = Math.round(recorder.startMs() / dtMs);
        long end = Double.isInfinite(recorder.stopMs()) ? Long.MAX_VALUE : Math.round(recorder.stopMs() / dtMs);
        return new SampleTimes(offset > 0 ? offset : interval, interval, start, end);
    }

    /** Whether a sample is taken at the end of a step. */
    public boolean sampled(long step) {
        long since = step + 1 - first;
        return since >= 0 && since % interval == 0 && step >= startStep && step < endStep;
    }

    /** Step at whose end a sample is taken. */
    public long stepOf(long sample) {
        return first + sample * interval - 1;
    }

    /** Number of the first sample at the end of this step or a later one. */
    public long firstFrom(long step) {
        return Math.max(0, Math.ceilDiv(step + 1 - first, interval));
    }
}
