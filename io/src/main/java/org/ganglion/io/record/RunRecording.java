package org.ganglion.io.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.ganglion.io.hdf5.PopulationOffsets;
import org.ganglion.io.hdf5.SpikeFile;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Recorder;
import org.ganglion.simulator.Recording;

/**
 * Records a run into a folder: each group appends to spill files of its own while the run goes on, and
 * {@link #finish(long, SpikeSink, StateSink)} merges them into {@code spikes.h5} and {@code states.h5}.
 *
 * <p>Memory is one buffer per file and, at the end, one buffer per dataset; it does not grow with the run. The files are
 * the same byte for byte however the network was split into groups. Spill files stay where they are until both HDF5 files
 * are complete.
 */
public final class RunRecording implements Recording, Closeable {
    public static final String SPIKES = "spikes.h5";
    public static final String STATES = "states.h5";
    static final String SPILL_SUFFIX = ".spill";

    private final Path folder;
    private final Experiment experiment;
    private final List<Recorder.State> states;
    private final List<SpillWriter> writers = new ArrayList<>();
    private final List<Path> spikeSpills = new ArrayList<>();
    private final List<List<Path>> sampleSpills = new ArrayList<>(); // [state recorder][part]

    /**
     * Records into a folder that exists and holds no other run.
     *
     * @throws IllegalArgumentException if a population has a name that HDF5 cannot hold
     */
    public RunRecording(Path folder, Experiment experiment) {
        this.folder = folder;
        this.experiment = experiment;
        this.states = stateRecorders(experiment.network());
        for (int i = 0; i < states.size(); i++) {
            sampleSpills.add(new ArrayList<>());
        }
        for (Recorder recorder : experiment.network().recorders()) {
            String name = recorder.population();
            if (name.contains("/") || name.isBlank() || name.equals(".")) {
                throw new IllegalArgumentException(
                        "population '" + name + "' cannot be recorded: HDF5 has no such name; call it otherwise");
            }
        }
    }

    static List<Recorder.State> stateRecorders(Network network) {
        return network.recorders().stream()
                .filter(Recorder.State.class::isInstance)
                .map(Recorder.State.class::cast)
                .toList();
    }

    @Override
    public synchronized Part open(int group, List<int[]> sampled) throws IOException {
        if (sampled.size() != states.size()) {
            throw new IllegalArgumentException(
                    "group " + group + " samples for " + sampled.size() + " state recorders, not " + states.size());
        }
        Path spikes = folder.resolve("spikes-" + group + SPILL_SUFFIX);
        SpillWriter spikeWriter = create(spikes, header(SpillHeader.Kind.SPIKES, group, 0, 0, new int[0]));
        spikeSpills.add(spikes);
        Map<Integer, SpillWriter> sampleWriters = new HashMap<>();
        for (int r = 0; r < sampled.size(); r++) {
            if (sampled.get(r).length == 0) {
                continue;
            }
            Path path = folder.resolve("states-" + r + "-" + group + SPILL_SUFFIX);
            int variables = states.get(r).variables().size();
            int[] neurons = sampled.get(r).clone();
            sampleWriters.put(r, create(path, header(SpillHeader.Kind.SAMPLES, group, r, variables, neurons)));
            sampleSpills.get(r).add(path);
        }
        return new GroupPart(spikeWriter, sampleWriters);
    }

    private SpillHeader header(SpillHeader.Kind kind, int group, int recorder, int variables, int[] sampled) {
        long seed = experiment.settings().seed();
        double dtMs = experiment.settings().dtMs();
        String name = experiment.network().name();
        return new SpillHeader(kind, group, recorder, variables, sampled, seed, dtMs, name);
    }

    private SpillWriter create(Path path, SpillHeader header) throws IOException {
        SpillWriter writer = new SpillWriter(path, header);
        writers.add(writer);
        return writer;
    }

    /** Like {@link #finish(long, SpikeSink, StateSink)} with nobody watching. */
    public List<Path> finish(long endStep) throws IOException {
        return finish(endStep, SpikeSink.NONE, StateSink.NONE);
    }

    /**
     * Merges what all groups recorded and removes the spill files. To be called once, when no group writes any more.
     *
     * @param endStep step that all groups have reached; what was recorded at or after it is dropped
     * @param spikeWatcher sees all spikes as they are written
     * @param stateWatcher sees all samples as they are written
     * @return the files written
     * @throws IOException if a file cannot be read or written; the spill files are then kept
     */
    public synchronized List<Path> finish(long endStep, SpikeSink spikeWatcher, StateSink stateWatcher)
            throws IOException {
        close();
        List<Path> written = new ArrayList<>();
        try {
            written.add(writeSpikes(endStep, spikeWatcher));
            if (!states.isEmpty()) {
                Path path = folder.resolve(STATES);
                new StateMerge(experiment, states, sampleSpills).write(path, endStep, stateWatcher);
                written.add(path);
            }
        } catch (IOException e) {
            throw new IOException(
                    folder + ": what was recorded could not be merged (" + e.getMessage()
                            + "); it is kept in the files *" + SPILL_SUFFIX + " there",
                    e);
        }
        for (Path spill : spikeSpills) {
            Files.delete(spill);
        }
        for (List<Path> ofRecorder : sampleSpills) {
            for (Path spill : ofRecorder) {
                Files.delete(spill);
            }
        }
        return written;
    }

    private Path writeSpikes(long endStep, SpikeSink watcher) throws IOException {
        Network network = experiment.network();
        List<Integer> recorded = recordedPopulations(network);
        int[] offsets = PopulationOffsets.of(network);
        long[] counts = new long[network.populations().size()];
        for (Path spill : spikeSpills) {
            count(spill, endStep, offsets, counts);
        }
        for (int p = 0; p < counts.length; p++) {
            if (counts[p] > 0 && !recorded.contains(p)) {
                String name = network.populations().get(p).name();
                throw new IllegalStateException("spikes of " + name + " were recorded, but no recorder asks for them");
            }
        }
        Path path = folder.resolve(SPIKES);
        try (SpikeMerge merge = new SpikeMerge(spikeSpills, endStep);
                SpikeFile file = new SpikeFile(
                        path, network, recorded, counts, experiment.settings().dtMs())) {
            merge.run((step, neurons, count) -> {
                file.spikes(step, neurons, count);
                watcher.spikes(step, neurons, count);
            });
            file.commit();
        }
        return path;
    }

    private static void count(Path spill, long endStep, int[] offsets, long[] counts) throws IOException {
        int[] neurons = new int[1024];
        try (SpikeSpill part = new SpikeSpill(spill, endStep, SpillWriter.BUFFER_BYTES)) {
            while (part.step() != SpikeSpill.END) {
                int count = part.count();
                if (count > neurons.length) {
                    neurons = new int[Math.max(count, 2 * neurons.length)];
                }
                part.take(neurons, 0);
                for (int i = 0; i < count; i++) {
                    counts[PopulationOffsets.populationOf(offsets, neurons[i])]++;
                }
            }
        }
    }

    /** Indices of the populations whose spikes some recorder asks for, ascending. */
    static List<Integer> recordedPopulations(Network network) {
        TreeSet<Integer> populations = new TreeSet<>();
        for (Recorder recorder : network.recorders()) {
            if (recorder instanceof Recorder.Spikes spikes) {
                populations.add(network.populationIndex(spikes.population()));
            }
        }
        return List.copyOf(populations);
    }

    /** Writes out what is buffered and closes the spill files, which stay. */
    @Override
    public synchronized void close() throws IOException {
        for (SpillWriter writer : writers) {
            writer.close();
        }
    }

    private record GroupPart(SpillWriter spikes, Map<Integer, SpillWriter> samples) implements Part {
        @Override
        public void spikes(long step, int[] neurons, int count) throws IOException {
            spikes.spikes(step, neurons, count);
        }

        @Override
        public void sample(int recorder, long step, float[] values) throws IOException {
            SpillWriter writer = samples.get(recorder);
            if (writer != null) { // else none of its neurons are in this group
                writer.sample(step, values);
            }
        }
    }
}
