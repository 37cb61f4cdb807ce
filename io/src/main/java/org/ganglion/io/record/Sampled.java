package org.ganglion.io.record;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.ganglion.simulator.SampleTimes;

/** What one recorder asks for that takes samples, and when. */
interface Sampled {

    /** Position among the recorders of its kind. */
    int recorder();

    String name();

    SampleTimes clock();

    /** No sample is taken before it. */
    long firstRecordedStep();

    /** Values in a row of all groups together. */
    int rowSize();

    /** The files of a leg that hold its samples, those of each group together. */
    Collection<List<SpillFile>> files(SpillLeg leg);

    /**
     * Where the values in a file's row stand in a row of all groups.
     *
     * @throws IOException if the file was written for another recorder
     */
    int[] columns(SpillFile file) throws IOException;
}
