package org.ganglion.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ganglion.cli.model.ModelFile;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.RunSummary;
import org.ganglion.simulator.actor.ActorSimulation;

/** Reads and runs the files of {@code examples/} as the command line does. */
final class Example {
    static final Path FOLDER = Path.of("").toAbsolutePath();

    private Example() {}

    /** A spike of one neuron of a population. */
    record Spike(String population, int neuron, double timeMs) {}

    /**
     * A sample of a state recorder.
     *
     * @param recorder position among the state recorders
     * @param values {@code [neuron][variable]} in one row, of the neurons of one group
     */
    record Sample(int recorder, double timeMs, float[] values) {}

    /** What a run left. */
    record Ran(RunSummary summary, List<Spike> spikes, List<Sample> samples) {
        /** Times of a population's spikes in ascending order. */
        double[] timesMs(String population) {
            return spikes.stream()
                    .filter(s -> s.population().equals(population))
                    .mapToDouble(Spike::timeMs)
                    .sorted()
                    .toArray();
        }
    }

    /** The description in a YAML file, or made by a Java file, with settings as after {@code --set}. */
    static Experiment read(String file, String... settings) {
        return ModelFile.read(FOLDER.resolve(file), List.of(settings)).experiment();
    }

    /** The description in a YAML file, with settings as after {@code --set}. */
    static Experiment yaml(String file, String... settings) {
        return read(file, settings);
    }

    /** The files that a researcher would start from. */
    static List<String> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> String.valueOf(f.getFileName()))
                    .filter(f -> f.matches(".*\\.(yaml|java|csv|h5)"))
                    .toList();
        }
    }

    /** Runs from beginning to end with one actor a group. */
    static Ran run(Experiment experiment) throws IOException, InterruptedException {
        Collected collected = new Collected(experiment);
        try (ActorSimulation simulation = ActorSimulation.build(experiment, collected)) {
            simulation.runTo(experiment.settings().endStep());
            return new Ran(simulation.summary(), List.copyOf(collected.spikes), List.copyOf(collected.samples));
        }
    }

    /** Keeps spikes and samples in memory. */
    private record Collected(Experiment experiment, List<Spike> spikes, List<Sample> samples) implements Recording {
        Collected(Experiment experiment) {
            this(experiment, new ArrayList<>(), new ArrayList<>());
        }

        @Override
        public Part open(int group, List<int[]> sampled) {
            return new Part() {
                @Override
                public void spikes(long step, int[] neurons, int count) {
                    synchronized (spikes) {
                        for (int i = 0; i < count; i++) {
                            spikes.add(spike(step, neurons[i]));
                        }
                    }
                }

                @Override
                public void sample(int recorder, long step, float[] values) {
                    double timeMs = (step + 1) * experiment.settings().dtMs();
                    synchronized (samples) {
                        samples.add(new Sample(recorder, timeMs, values.clone()));
                    }
                }
            };
        }

        private Spike spike(long step, int neuronOfNetwork) {
            Network network = experiment.network();
            int population = 0;
            int neuron = neuronOfNetwork;
            while (neuron >= network.populations().get(population).size()) {
                neuron -= network.populations().get(population).size();
                population++;
            }
            double timeMs = (step + 1) * experiment.settings().dtMs();
            return new Spike(network.populations().get(population).name(), neuron, timeMs);
        }
    }
}
