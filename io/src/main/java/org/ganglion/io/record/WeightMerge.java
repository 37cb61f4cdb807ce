package org.ganglion.io.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ganglion.io.hdf5.Compression;
import org.ganglion.io.hdf5.NodeNames;
import org.ganglion.io.hdf5.StepTime;
import org.ganglion.io.hdf5.WeightFile;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Population;
import org.ganglion.network.Projection;
import org.ganglion.network.Recorder;
import org.ganglion.simulator.SynapseWeights;
import org.ganglion.simulator.WeightMatrix;

/**
 * Merges the samples of all recorders of weights into {@code weights.h5}, beside the weights at the end. Which synapses
 * there are follows from the description, so files of samples hold weights alone.
 */
final class WeightMerge {
    private final Experiment experiment;
    private final List<Recorder.Weights> recorders;
    private final List<SpillLeg> legs;
    private final long endStep;
    private final List<WeightMatrix> matrices = new ArrayList<>(); // [recorder]

    /**
     * @param endStep step that all groups have reached
     * @param end the synapses as they are then
     */
    WeightMerge(
            Experiment experiment,
            List<Recorder.Weights> recorders,
            List<SpillLeg> legs,
            long endStep,
            SynapseWeights end) {
        this.experiment = experiment;
        this.recorders = recorders;
        this.legs = legs;
        this.endStep = endStep;
        Network network = experiment.network();
        for (Recorder.Weights recorder : recorders) {
            int projection = network.projectionIndex(recorder.projection());
            matrices.add(WeightMatrix.of(end, network, projection, recorder.sources(), recorder.targets()));
        }
    }

    void write(Path path, Compression compression) throws IOException {
        List<WeightFile.Source> sources = new ArrayList<>();
        List<String> names = names(recorders);
        for (int r = 0; r < recorders.size(); r++) {
            sources.add(source(r, names.get(r)));
        }
        double dtMs = experiment.settings().dtMs();
        try (WeightFile file = new WeightFile(path, sources, compression)) {
            for (int r = 0; r < recorders.size(); r++) {
                if (recorders.get(r).samples()) {
                    for (SpillLeg leg : legs) {
                        try (SampleMerge merge = new SampleMerge(wanted(r), leg)) {
                            merge.run((recorder, step, values) ->
                                    file.sample(recorder, StepTime.endMs(step, dtMs), values));
                        }
                    }
                }
            }
            file.commit();
        }
    }

    private SampledSynapses wanted(int recorder) {
        return SampledSynapses.of(recorder, recorders.get(recorder), matrices.get(recorder), experiment);
    }

    private WeightFile.Source source(int index, String name) throws IOException {
        Recorder.Weights recorder = recorders.get(index);
        long rows = 0;
        if (recorder.samples()) {
            for (SpillLeg leg : legs) {
                try (SampleMerge merge = new SampleMerge(wanted(index), leg)) {
                    rows += merge.rows();
                }
            }
        }
        Network network = experiment.network();
        Projection projection = network.projections().get(network.projectionIndex(recorder.projection()));
        int source = network.populationIndex(projection.source());
        int target = network.populationIndex(projection.target());
        NodeNames nodes = new NodeNames(network);
        return new WeightFile.Source(
                name,
                recorder.name(),
                recorder.projection(),
                new WeightFile.Ends(nodes.population(source), neuron -> nodes.node(source, neuron)),
                new WeightFile.Ends(nodes.population(target), neuron -> nodes.node(target, neuron)),
                unit(network.populations().get(target)),
                matrices.get(index),
                recorder.samples(),
                rows,
                StepTime.startMs(endStep, experiment.settings().dtMs()));
    }

    private static String unit(Population target) {
        String symbol = target.model()
                .receptors(target.allParameters())
                .getFirst()
                .unit()
                .symbol();
        return symbol.isEmpty() ? "1" : symbol;
    }

    /** What the group of each recorder is called: like the recorder, as far as HDF5 has such names. */
    private static List<String> names(List<Recorder.Weights> recorders) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (Recorder.Weights recorder : recorders) {
            String name = recorder.name().replace('/', '_');
            while (!taken.add(name)) {
                name += "_";
            }
            names.add(name);
        }
        return names;
    }
}
