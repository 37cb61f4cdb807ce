package org.ganglion.cli.estimate;

import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Pairs;
import org.ganglion.network.Population;
import org.ganglion.network.Projection;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.ganglion.simulator.plan.Costs;

/**
 * Room that recordings take on the disk, in bytes for a second of model time and once.
 *
 * <p>While a run goes on they lie in spill files, at its end they are merged, and until that is done both are there.
 *
 * @param spilledPerSecond in spill files
 * @param mergedPerSecond in results, before any compression
 * @param once in results, however long the run is: synapses of recorded weights
 */
public record DiskEstimate(double spilledPerSecond, double mergedPerSecond, double once) {
    private static final double SPIKE_SPILL = 4;
    private static final double SPIKE = 8 + 8; // time and id
    private static final double MARKS_PER_SECOND = 4 * 16;
    private static final double VALUE = 4;
    private static final double ROW = 8 + 4; // step and sum
    private static final double BIN = 8;
    private static final double SYNAPSE = 8 + 8 + 8 + 8; // source, target, delay, final weight

    /**
     * What a run will write.
     *
     * @param rateHz at which each recorded neuron is assumed to fire
     */
    public static DiskEstimate of(Experiment experiment, double rateHz) {
        Network network = experiment.network();
        double stepsPerSecond = 1000 / experiment.settings().dtMs();
        DiskEstimate sum = new DiskEstimate(0, 0, 0);
        boolean[] spikesOf = new boolean[network.populations().size()];
        for (Recorder recorder : network.recorders()) {
            sum = sum.plus(
                    switch (recorder) {
                        case Recorder.Spikes spikes -> spikes(network, spikes, spikesOf, rateHz, stepsPerSecond);
                        case Recorder.State state -> {
                            double values =
                                    count(network, state) * state.variables().size() * VALUE;
                            double samples = 1000 / state.intervalMs();
                            yield new DiskEstimate((values + ROW) * samples, (values + BIN) * samples, 0);
                        }
                        case Recorder.Rates rates ->
                            new DiskEstimate(16 * stepsPerSecond, BIN * 1000 / rates.binMs(), 0);
                        case Recorder.Weights weights -> weights(experiment, weights);
                    });
        }
        return sum;
    }

    private static DiskEstimate spikes(
            Network network, Recorder.Spikes recorder, boolean[] seen, double rateHz, double stepsPerSecond) {
        int population = network.populationIndex(recorder.population());
        if (seen[population]) {
            return new DiskEstimate(0, 0, 0); // a spike that several recorders take is written once
        }
        seen[population] = true;
        double spikes = count(network, recorder) * rateHz;
        double records = Math.min(spikes, stepsPerSecond) * 20;
        return new DiskEstimate(spikes * SPIKE_SPILL + records + MARKS_PER_SECOND, spikes * SPIKE, 0);
    }

    private static DiskEstimate weights(Experiment experiment, Recorder.Weights recorder) {
        Network network = experiment.network();
        int number = network.projectionIndex(recorder.projection());
        Projection projection = network.projections().get(number);
        double chosen = Pairs.of(experiment).expectedSynapses(number)
                * share(recorder.sources(), network.population(projection.source()))
                * share(recorder.targets(), network.population(projection.target()));
        double perSecond = recorder.samples() ? chosen * VALUE * 1000 / recorder.intervalMs() : 0;
        return new DiskEstimate(perSecond, perSecond, chosen * SYNAPSE);
    }

    private static double count(Network network, Recorder.OfNeurons recorder) {
        Population population = network.population(recorder.population());
        return share(recorder.neurons(), population) * population.size();
    }

    private static double share(Selection selection, Population population) {
        return selection instanceof Selection.All
                ? 1
                : selection.indices(population.size()).length / (double) Math.max(1, population.size());
    }

    private DiskEstimate plus(DiskEstimate other) {
        return new DiskEstimate(
                spilledPerSecond + other.spilledPerSecond, mergedPerSecond + other.mergedPerSecond, once + other.once);
    }

    /** All that is there at the end of a run of so many seconds, once spill files are gone. */
    public double resultBytes(double seconds) {
        return mergedPerSecond * seconds + once;
    }

    /** The most that is there, while results are merged. */
    public double mostBytes(double seconds) {
        return (spilledPerSecond + mergedPerSecond) * seconds + once;
    }

    /** Names of models whose costs are not in the table; their time is a guess. */
    static List<String> unknownModels(Network network) {
        return network.populations().stream()
                .map(p -> p.model().name())
                .filter(name -> !Costs.knows(name))
                .distinct()
                .toList();
    }
}
