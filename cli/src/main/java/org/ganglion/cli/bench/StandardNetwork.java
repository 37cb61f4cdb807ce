package org.ganglion.cli.bench;

import java.nio.file.Path;
import java.util.List;
import org.ganglion.cli.model.ModelFile;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;

/**
 * A network that is measured by everybody, or by us again and again.
 *
 * @param name what it is called in the table
 * @param file its description, from the project's root
 * @param assignments what is set in it
 */
public record StandardNetwork(String name, String file, List<String> assignments) {
    private static final String SIZED = "benchmarks/networks/sized.yaml";
    private static final String TIMED = "simulation.duration=10 s";

    public static final List<StandardNetwork> ALL = List.of(
            of("pd14-10", "examples/pd14.yaml", "scale=0.1", "simulation.warm-up=2 s", TIMED),
            of("pd14-100", "examples/pd14.yaml", "scale=1", "simulation.warm-up=500 ms", TIMED),
            of("brunel-delta", "examples/brunel.yaml", "simulation.warm-up=2 s", "simulation.duration=5 s"),
            of("brunel-alpha", "benchmarks/networks/brunel-alpha.yaml"),
            of("stdp", "benchmarks/networks/stdp.yaml"),
            of("coba", "examples/vogels-abbott-2005-coba.yaml", "simulation.warm-up=1 s", "simulation.duration=5 s"),
            of("cuba", "examples/vogels-abbott-2005-cuba.yaml", "simulation.warm-up=1 s", "simulation.duration=5 s"),
            of("multi-area", "examples/multi-area.yaml", "simulation.warm-up=1 s", "simulation.duration=5 s"));

    /** The same network, small and large: what an event and a neuron take should hardly differ. */
    public static final List<StandardNetwork> BY_SIZE = List.of(
            of("sparse-10k", SIZED, "K=100", "N=10000", "simulation.warm-up=3 s", "simulation.duration=10 s"),
            of("sparse-1m", SIZED, "K=100", "N=1000000", "simulation.warm-up=300 ms", "simulation.duration=500 ms"),
            of("dense-10k", SIZED, "K=1000", "N=10000", "simulation.warm-up=3 s", "simulation.duration=5 s"),
            of("dense-1m", SIZED, "K=1000", "N=1000000", "simulation.warm-up=200 ms", "simulation.duration=200 ms"));

    private static StandardNetwork of(String name, String file, String... assignments) {
        return new StandardNetwork(name, file, List.of(assignments));
    }

    /** Its description without recorders: the community's rules time runs that record nothing. */
    Experiment experiment(Path root, int threads) {
        Experiment described = ModelFile.read(root.resolve(file), assignments).experiment();
        Network network = described.network();
        return new Experiment(
                new Network(network.name(), network.populations(), network.projections(), network.stimuli(), List.of()),
                described.settings().withThreads(threads));
    }
}
