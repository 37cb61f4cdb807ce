package org.ganglion.io.record;

import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.ganglion.io.file.AsideFile;
import org.ganglion.io.hdf5.SpikeCounts;
import org.ganglion.io.hdf5.SpikeFile;
import org.ganglion.io.hdf5.SpikeOrder;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Recorder;
import org.ganglion.simulator.SynapseWeights;
import org.ganglion.simulator.group.PlannedSynapses;
import org.ganglion.simulator.plan.NetworkPlan;

/**
 * Merges the spill files of a folder, whoever wrote them, into {@code spikes.h5}, {@code states.h5}, {@code rates.h5}
 * and {@code weights.h5}.
 *
 * <p>Each leg of the run counts up to the step at which the next one began. Within a leg, a group that was started again
 * has left several files; what several of them hold is taken once. What comes out is the same byte for byte as if one
 * process had run through. Only the files of one leg are open at a time, with one buffer each.
 */
public final class RunMerge {
    private RunMerge() {}

    /**
     * Writes the HDF5 files aside and then gives them their names; spill files stay. It can be done again, also after it
     * was interrupted, for as long as they are there.
     *
     * @param endStep step that all groups have reached; what was recorded at or after it is dropped
     * @param format how spikes are written and files stored
     * @param spikeWatcher sees all spikes as they are written
     * @param stateWatcher sees all samples of states as they are written
     * @param end synapses at the end; asked for if a recorder wants their weights
     * @return the files written
     * @throws IOException if a file cannot be read or written, is damaged before its last record, belongs to another run, or
     *     contradicts another one; the message names it
     */
    public static List<Path> merge(
            Path folder,
            Experiment experiment,
            String runId,
            long endStep,
            RecordingFormat format,
            SpikeSink spikeWatcher,
            StateSink stateWatcher,
            Supplier<? extends SynapseWeights> end)
            throws IOException {
        try {
            List<Path> written = new ArrayList<>();
            List<SpillLeg> legs = SpillLeg.of(SpillFiles.open(folder, experiment, runId), endStep);
            written.addAll(writeSpikes(folder, experiment, legs, format, spikeWatcher));
            List<Recorder.State> states = stateRecorders(experiment.network());
            if (!states.isEmpty()) {
                Path path = folder.resolve(RunRecording.STATES);
                new StateMerge(experiment, states, legs).write(path, format.compression(), stateWatcher);
                written.add(path);
            }
            List<Recorder.Rates> rates = rateRecorders(experiment.network());
            if (!rates.isEmpty()) {
                written.addAll(new RateMerge(experiment, rates, legs, endStep).write(folder, format.compression()));
            }
            List<Recorder.Weights> weights = weightRecorders(experiment.network());
            if (!weights.isEmpty()) {
                Path path = folder.resolve(RunRecording.WEIGHTS);
                new WeightMerge(experiment, weights, legs, endStep, end.get()).write(path, format.compression());
                written.add(path);
            }
            AsideFile.deleteLeft(folder, written);
            return written;
        } catch (IOException | HdfException e) { // the library wraps what the disk says
            if (Files.notExists(folder)) {
                throw new IOException(folder + ": was deleted while the run went on, and what was recorded with it", e);
            }
            IOException told = DiskFullException.told(folder, e);
            deleteUnfinished(folder, format);
            throw new IOException(
                    folder + ": what was recorded could not be merged (" + told.getMessage()
                            + "); it is kept in the files *" + SpillFiles.SUFFIX
                            + " there, and ganglion recover writes it once that is mended",
                    told);
        }
    }

    /** Gives back the room that half-written results take. */
    private static void deleteUnfinished(Path folder, RecordingFormat format) throws IOException {
        for (String name : List.of(
                format.spikesFile(),
                RunRecording.SPIKES_TABLE,
                RunRecording.STATES,
                RunRecording.RATES,
                RunRecording.RATES_TABLE,
                RunRecording.WEIGHTS)) {
            Files.deleteIfExists(AsideFile.own(folder.resolve(name)).aside());
        }
    }

    /** Where weights that change are not known at the end, as after a failure: NaN is written in their place. */
    public static List<Path> merge(
            Path folder,
            Experiment experiment,
            String runId,
            long endStep,
            RecordingFormat format,
            SpikeSink spikeWatcher,
            StateSink stateWatcher)
            throws IOException {
        return merge(
                folder, experiment, runId, endStep, format, spikeWatcher, stateWatcher, unknownWeights(experiment));
    }

    /** The usual output likewise. */
    public static List<Path> merge(
            Path folder,
            Experiment experiment,
            String runId,
            long endStep,
            SpikeSink spikeWatcher,
            StateSink stateWatcher)
            throws IOException {
        return merge(folder, experiment, runId, endStep, RecordingFormat.STANDARD, spikeWatcher, stateWatcher);
    }

    /**
     * Deletes all spill files of a folder. What is left when it is interrupted must not be merged again, for the files that
     * are gone would be missing without notice; it is to be called again instead.
     */
    public static void deleteSpills(Path folder) throws IOException {
        for (Path file : SpillFiles.list(folder)) {
            Files.deleteIfExists(file);
        }
    }

    private static List<Path> writeSpikes(
            Path folder, Experiment experiment, List<SpillLeg> legs, RecordingFormat format, SpikeSink watcher)
            throws IOException {
        Path path = folder.resolve(format.spikesFile());
        SpikeCounts counts = counts(experiment.network(), legs, format.spikeOrder());
        if (!format.spikesTable()) {
            writeSpikes(path, experiment, legs, format, counts, watcher);
            return List.of(path);
        }
        Path table = folder.resolve(RunRecording.SPIKES_TABLE);
        try (SpikeTable text = new SpikeTable(
                table, experiment.network(), experiment.settings().dtMs())) {
            writeSpikes(path, experiment, legs, format, counts, (step, neurons, count) -> {
                text.spikes(step, neurons, count);
                watcher.spikes(step, neurons, count);
            });
            text.commit();
        }
        return List.of(path, table);
    }

    private static void writeSpikes(
            Path path,
            Experiment experiment,
            List<SpillLeg> legs,
            RecordingFormat format,
            SpikeCounts counts,
            SpikeSink watcher)
            throws IOException {
        Network network = experiment.network();
        List<Integer> recorded = recordedPopulations(network);
        for (int p = 0; p < network.populations().size(); p++) {
            if (counts.of(p) > 0 && !recorded.contains(p)) {
                String name = network.populations().get(p).name();
                throw new IllegalStateException("spikes of " + name + " were recorded, but no recorder asks for them");
            }
        }
        double dtMs = experiment.settings().dtMs();
        try (SpikeFile file =
                new SpikeFile(path, network, recorded, counts, format.spikeOrder(), dtMs, format.compression())) {
            SpikeMerge.run(legs, (step, neurons, count) -> {
                file.spikes(step, neurons, count);
                watcher.spikes(step, neurons, count);
            });
            file.commit();
        }
    }

    private static SpikeCounts counts(Network network, List<SpillLeg> legs, SpikeOrder order) throws IOException {
        SpikeCounts counts = new SpikeCounts(network, order);
        SpikeMerge.run(legs, (step, neurons, count) -> counts.add(neurons, count));
        return counts;
    }

    /** Synapses whose weights are not known where they change. */
    public static Supplier<SynapseWeights> unknownWeights(Experiment experiment) {
        return () -> PlannedSynapses.of(NetworkPlan.of(experiment, 1));
    }

    static List<Recorder.State> stateRecorders(Network network) {
        return recorders(network, Recorder.State.class);
    }

    static List<Recorder.Rates> rateRecorders(Network network) {
        return recorders(network, Recorder.Rates.class);
    }

    static List<Recorder.Weights> weightRecorders(Network network) {
        return recorders(network, Recorder.Weights.class);
    }

    private static <T extends Recorder> List<T> recorders(Network network, Class<T> kind) {
        return network.recorders().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Indices of the populations whose spikes some recorder asks for, ascending. */
    private static List<Integer> recordedPopulations(Network network) {
        TreeSet<Integer> populations = new TreeSet<>();
        for (Recorder recorder : network.recorders()) {
            if (recorder instanceof Recorder.Spikes spikes) {
                populations.add(network.populationIndex(spikes.population()));
            }
        }
        return List.copyOf(populations);
    }
}
