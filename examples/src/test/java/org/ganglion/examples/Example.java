package org.ganglion.examples;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.network.Experiment;
import org.ganglion.network.ModelProgram;
import org.ganglion.network.Network;
import org.ganglion.network.Parameters;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.RunSummary;
import org.ganglion.simulator.actor.ActorSimulation;

/** Reads and runs the files of {@code examples/} as the command line does. */
final class Example {
    static final Path FOLDER = Path.of("").toAbsolutePath();

    private Example() {}

    /** A spike of one neuron of a population. */
    record Spike(String population, int neuron, double timeMs) {}

    /** What a run left. */
    record Ran(RunSummary summary, List<Spike> spikes) {
        /** Times of a population's spikes in ascending order. */
        double[] timesMs(String population) {
            return spikes.stream()
                    .filter(s -> s.population().equals(population))
                    .mapToDouble(Spike::timeMs)
                    .sorted()
                    .toArray();
        }
    }

    /** The description in a YAML file, with settings as after {@code --set}. */
    static Experiment yaml(String file, String... settings) {
        return ConfigReader.read(FOLDER.resolve(file), Overrides.of(settings)).experiment();
    }

    /** The description that a Java file makes, with settings as after {@code --set}. */
    static Experiment java(String file, Path scratch, String... settings)
            throws IOException, ReflectiveOperationException {
        int status = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        scratch.toString(),
                        FOLDER.resolve(file).toString());
        if (status != 0) {
            throw new IllegalStateException(file + " does not compile");
        }
        Overrides overrides = Overrides.of(settings);
        Parameters parameters = overrides.parameters();
        String fileName = String.valueOf(Path.of(file).getFileName());
        String name = fileName.substring(0, fileName.lastIndexOf('.'));
        URL[] compiled = {scratch.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(compiled, Example.class.getClassLoader())) {
            ModelProgram program =
                    (ModelProgram) loader.loadClass(name).getConstructor().newInstance();
            Experiment experiment = program.experiment(parameters);
            Overrides.requireUsed(parameters);
            return ConfigReader.override(experiment, file, overrides).experiment();
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(file + " fails", e);
        }
    }

    /** The files that a researcher would start from. */
    static List<String> files() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> String.valueOf(f.getFileName()))
                    .filter(f -> !f.equals("pom.xml"))
                    .toList();
        }
    }

    /** Runs from beginning to end with one actor a group. */
    static Ran run(Experiment experiment) throws IOException, InterruptedException {
        Collected collected = new Collected(experiment);
        try (ActorSimulation simulation = ActorSimulation.build(experiment, collected)) {
            simulation.runTo(experiment.settings().endStep());
            return new Ran(simulation.summary(), List.copyOf(collected.spikes));
        }
    }

    /** Keeps spikes in memory. */
    private record Collected(Experiment experiment, List<Spike> spikes) implements Recording {
        Collected(Experiment experiment) {
            this(experiment, new ArrayList<>());
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
                public void sample(int recorder, long step, float[] values) {}
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
