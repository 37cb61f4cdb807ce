package org.ganglion.io.record;

import java.io.IOException;

/** Takes the merged samples of the state recorders of a run. */
@FunctionalInterface
public interface StateSink {

    /** Takes nothing in. */
    StateSink NONE = (recorder, step, values) -> {};

    /**
     * One sample of all neurons of a recorder; recorders come one after the other, the steps of each in rising order.
     *
     * @param recorder position among the state recorders of the network
     * @param step step at whose end it was taken
     * @param values {@code [neuron][variable]} in one row, neurons as {@code Recorder.neurons()} lists them; the array is
     *     used again afterwards
     */
    void sample(int recorder, long step, float[] values) throws IOException;
}
