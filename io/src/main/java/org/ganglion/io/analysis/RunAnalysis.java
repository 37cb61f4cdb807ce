package org.ganglion.io.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ganglion.network.Network;

/**
 * What the neurons of a run did whose spikes were recorded.
 *
 * <pre>{@code
 * RunAnalysis analysis = RunAnalysis.read(Path.of("runs/brunel"));
 * double synchrony = analysis.activities().getFirst().synchrony();
 * }</pre>
 *
 * @param window the part of the run that was looked at
 * @param activities one for each population of which some neurons were recorded, in the order of the network
 */
public record RunAnalysis(FinishedRun run, StepWindow window, List<Activity> activities) {
    public RunAnalysis {
        activities = List.copyOf(activities);
    }

    /**
     * Reads the folder of a run, wherever and in however many parts it ran.
     *
     * @throws UnreadableRunException if it does not hold a run that has ended, with its spikes
     * @throws org.ganglion.io.config.ConfigException if what was run cannot be read any more
     * @throws org.ganglion.io.sonata.source.SonataException if the spikes are damaged
     */
    public static RunAnalysis read(Path folder) {
        FinishedRun run = FinishedRun.read(folder);
        return of(run, run.window());
    }

    /** Looks at a part of a run. */
    public static RunAnalysis of(FinishedRun run, StepWindow part) {
        Network network = run.experiment().network();
        StepWindow window = part.within(run.window());
        List<SpikeReader.Taker> takers = RecordedNeurons.of(network, window).stream()
                .map(recorded -> new SpikeReader.Taker(
                        recorded,
                        new TrainStatistics(
                                network.populations().get(recorded.population()).name(),
                                recorded.neurons(),
                                recorded.times())))
                .toList();
        if (!takers.isEmpty()) {
            Path spikes = run.folder().resolve(run.config().output().format().spikesFile());
            new SpikeReader(network, window.dtMs()).read(spikes, takers);
        }
        return new RunAnalysis(
                run,
                window,
                takers.stream().map(taker -> taker.statistics().activity()).toList());
    }

    /** What a population did; empty where none of its neurons was recorded. */
    public Optional<Activity> of(String population) {
        return activities.stream()
                .filter(activity -> activity.population().equals(population))
                .findFirst();
    }
}
