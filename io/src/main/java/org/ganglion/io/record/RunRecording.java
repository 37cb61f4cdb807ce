package org.ganglion.io.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.ganglion.network.Experiment;
import org.ganglion.network.Recorder;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.SynapseWeights;

/**
 * Records one leg of a run into a folder: each group appends to spill files of its own while the run goes on, and
 * {@link RunMerge} merges them into {@code spikes.h5}, {@code states.h5}, {@code rates.h5} and {@code weights.h5}.
 *
 * <p>Several processes may record the same leg into the same folder. A group that is started again, here or elsewhere,
 * writes files of its own under another incarnation; what it repeats is taken once when they are merged. Memory is one
 * buffer per file and, at the end, one buffer per dataset; it does not grow with the run. The files are the same byte for
 * byte however the network was split into groups. Spill files stay where they are until all HDF5 files are complete.
 *
 * <p>What the groups have recorded is handed to the operating system several times a second, with a mark of how far each
 * has come, so that the death of the process takes no more than the last moment ({@link RunRecovery}).
 *
 * <p>As a recording itself, it is that of incarnation 0, which is all that a single process needs.
 */
public final class RunRecording implements Recording, Closeable {
    public static final String SPIKES = "spikes.h5";
    public static final String SPIKES_TABLE = "spikes.csv";
    public static final String STATES = "states.h5";
    public static final String RATES = "rates.h5";
    public static final String RATES_TABLE = "rates.csv";
    public static final String WEIGHTS = "weights.h5";

    /** A part of the second that a killed run may lose. */
    private static final long FLUSH_MS = 250;

    private final Path folder;
    private final Experiment experiment;
    private final RunLeg leg;
    private final List<Recorder.State> states;
    private final Set<SpillPart> parts = ConcurrentHashMap.newKeySet(); // not closed yet
    private boolean closed;
    private boolean flushed; // whether parts are flushed now and then

    /**
     * Records a run of its own into a folder that exists and holds no other run.
     *
     * @throws IllegalArgumentException if a population has a name that HDF5 cannot hold
     */
    public RunRecording(Path folder, Experiment experiment) {
        this(folder, experiment, new RunLeg(UUID.randomUUID().toString(), 0, 0));
    }

    /**
     * Records a leg of a run into a folder that exists and may hold others of its spill files.
     *
     * @throws IllegalArgumentException if a population has a name that HDF5 cannot hold
     */
    public RunRecording(Path folder, Experiment experiment, RunLeg leg) {
        this.folder = folder;
        this.experiment = experiment;
        this.leg = leg;
        this.states = RunMerge.stateRecorders(experiment.network());
        for (Recorder recorder : experiment.network().recorders()) {
            String name = recorder instanceof Recorder.OfNeurons neurons ? neurons.population() : "synapses";
            if (name.contains("/") || name.isBlank() || name.equals(".")) {
                throw new IllegalArgumentException(
                        "population '" + name + "' cannot be recorded: HDF5 has no such name; call it otherwise");
            }
        }
    }

    /**
     * Where a group records to that is started in this leg, or started again. May be called at any time by any thread.
     *
     * @param number unlike that of every other start of the group in this leg, in any process
     */
    public Recording incarnation(long number) {
        return (group, sampled) -> open(number, group, sampled);
    }

    @Override
    public Part open(int group, List<int[]> sampled) throws IOException {
        return open(0, group, sampled);
    }

    private synchronized Part open(long incarnation, int group, List<int[]> sampled) throws IOException {
        if (sampled.size() != states.size()) {
            throw new IllegalArgumentException(
                    "group " + group + " samples for " + sampled.size() + " state recorders, not " + states.size());
        }
        if (closed) {
            throw new IOException(folder + ": group " + group + " cannot be recorded: the recording has been closed");
        }
        List<SpillWriter> writers = new ArrayList<>();
        boolean complete = false;
        try {
            SpillWriter spikes = create(SpillHeader.ofSpikes(leg, group, incarnation, experiment), writers);
            Map<Integer, SpillWriter> samples = new HashMap<>();
            for (int r = 0; r < sampled.size(); r++) {
                int[] neurons = sampled.get(r);
                if (neurons.length > 0) {
                    int variables = states.get(r).variables().size();
                    SpillHeader header =
                            SpillHeader.ofSamples(leg, group, incarnation, r, variables, neurons, experiment);
                    samples.put(r, create(header, writers));
                }
            }
            SpillPart part = new SpillPart(folder, spikes, samples, new Later(group, incarnation), parts::remove);
            parts.add(part);
            beginFlushing();
            complete = true;
            return part;
        } finally {
            if (!complete) {
                SpillPart.closeAll(writers);
            }
        }
    }

    private void beginFlushing() {
        if (!flushed) {
            flushed = true;
            Thread.ofPlatform().daemon().name("ganglion-flush").start(this::keepFlushing);
        }
    }

    private void keepFlushing() {
        try {
            while (!isClosed()) {
                for (SpillPart part : parts) {
                    keepUp(part);
                }
                Thread.sleep(FLUSH_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the process ends
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private static void keepUp(SpillPart part) {
        try {
            part.keepUp();
        } catch (IOException e) {
            return; // what could not be written is still in the buffer, and whoever records next is told why
        }
    }

    /** Files of one group that are opened when there is something to write. */
    private final class Later implements SpillPart.LaterFiles {
        private final int group;
        private final long incarnation;

        Later(int group, long incarnation) {
            this.group = group;
            this.incarnation = incarnation;
        }

        @Override
        public SpillWriter counts(int recorder) throws IOException {
            return open(SpillHeader.ofCounts(leg, group, incarnation, recorder, experiment));
        }

        @Override
        public SpillWriter weights(int recorder, int size, int[] targets) throws IOException {
            return open(SpillHeader.ofWeights(leg, group, incarnation, recorder, size, targets, experiment));
        }

        private SpillWriter open(SpillHeader header) throws IOException {
            return new SpillWriter(folder.resolve(SpillFiles.name(header)), header);
        }
    }

    private SpillWriter create(SpillHeader header, List<SpillWriter> writers) throws IOException {
        SpillWriter writer = new SpillWriter(folder.resolve(SpillFiles.name(header)), header);
        writers.add(writer);
        return writer;
    }

    /**
     * Merges all that was recorded of the run in this folder. To be called once, when no group writes any more, here or
     * elsewhere. The spill files stay: they are to be removed once all is written that is known only now.
     *
     * @param endStep step that all groups have reached; what was recorded at or after it is dropped
     * @param format how spikes are written and files stored
     * @param spikeWatcher sees all spikes as they are written
     * @param stateWatcher sees all samples of states as they are written
     * @param end synapses at the end; asked for if a recorder wants their weights
     * @return the files written
     * @throws IOException if a file cannot be read or written
     */
    public List<Path> merge(
            long endStep,
            RecordingFormat format,
            SpikeSink spikeWatcher,
            StateSink stateWatcher,
            Supplier<? extends SynapseWeights> end)
            throws IOException {
        close();
        return RunMerge.merge(folder, experiment, leg.runId(), endStep, format, spikeWatcher, stateWatcher, end);
    }

    /** Like {@link #finish(long, SpikeSink, StateSink)} with nobody watching. */
    public List<Path> finish(long endStep) throws IOException {
        return finish(endStep, SpikeSink.NONE, StateSink.NONE);
    }

    /** The usual output. */
    public List<Path> finish(long endStep, SpikeSink spikeWatcher, StateSink stateWatcher) throws IOException {
        return finish(endStep, RecordingFormat.STANDARD, spikeWatcher, stateWatcher);
    }

    /** Where weights that change are not known at the end, as after a failure: NaN is written in their place. */
    public List<Path> finish(long endStep, RecordingFormat format, SpikeSink spikeWatcher, StateSink stateWatcher)
            throws IOException {
        return finish(endStep, format, spikeWatcher, stateWatcher, RunMerge.unknownWeights(experiment));
    }

    /** Merges as {@link #merge} does, and removes the spill files. */
    public List<Path> finish(
            long endStep,
            RecordingFormat format,
            SpikeSink spikeWatcher,
            StateSink stateWatcher,
            Supplier<? extends SynapseWeights> end)
            throws IOException {
        List<Path> written = merge(endStep, format, spikeWatcher, stateWatcher, end);
        RunMerge.deleteSpills(folder);
        return written;
    }

    /** Writes out what is buffered and closes the spill files that are still open; all of them stay. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        SpillPart.closeAll(parts);
    }
}
