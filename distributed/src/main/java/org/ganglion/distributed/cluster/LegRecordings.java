package org.ganglion.distributed.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.ganglion.io.record.RunLeg;
import org.ganglion.io.record.RunRecording;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.Recording;

/**
 * What the groups of a node record. Each change of a stimulus begins a leg of recordings: what a group recorded that went
 * past it without knowing stays in the leg before, where it does not count.
 */
public final class LegRecordings implements Closeable {
    private final Path folder;
    private final Experiment experiment;
    private final RunLeg first;
    private final Map<RunLeg, RunRecording> open = new HashMap<>();
    private boolean closed;

    /**
     * @param first leg of recordings, in which no stimulus has been changed
     * @throws IllegalArgumentException if a population has a name that HDF5 cannot hold
     */
    public LegRecordings(Path folder, Experiment experiment, RunLeg first) {
        this.folder = folder;
        this.experiment = experiment;
        this.first = first;
        open.put(first, new RunRecording(folder, experiment, first));
    }

    /** Where a start of a group records to. */
    LegRecording incarnation(long number) {
        return new LegRecording(of(0, first.firstStep(), number), (revision, step) -> of(revision, step, number));
    }

    private Recording of(int revision, long firstStep, long incarnation) {
        RunLeg leg = new RunLeg(first.runId(), first.leg() + revision, firstStep);
        return (group, sampled) -> recording(leg).incarnation(incarnation).open(group, sampled);
    }

    private synchronized RunRecording recording(RunLeg leg) throws IOException {
        if (closed) {
            throw new IOException(folder + ": cannot be recorded to: the recording has been closed");
        }
        return open.computeIfAbsent(leg, l -> new RunRecording(folder, experiment, l));
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        for (RunRecording recording : open.values()) {
            recording.close();
        }
    }
}
