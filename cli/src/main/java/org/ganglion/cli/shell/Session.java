package org.ganglion.cli.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ganglion.cli.model.ModelFile;
import org.ganglion.io.config.ChangeArgument;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.io.plot.Pictures;
import org.ganglion.io.record.RunFolder;
import org.ganglion.network.Change;
import org.ganglion.network.Changeable;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Population;
import org.ganglion.network.Stimulus;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.simulator.RunSummary;
import org.ganglion.simulator.Simulation;
import org.ganglion.simulator.WeightMatrix;
import org.ganglion.simulator.actor.ActorSimulation;
import org.ganglion.simulator.plan.ChangeLimits;

/**
 * One network at a time: run for a while, looked at, run on. Nothing is written unless it is asked for; all spikes and a few
 * voltages are kept in memory.
 *
 * <pre>{@code
 * try (Session session = Session.of(Path.of("brunel.yaml"))) {
 *     session.run(100);
 *     System.out.println(session.rates());
 *     session.run(100);
 * }
 * }</pre>
 *
 * <p>Two runs of 50 ms are one of 100 ms, to the bit. Used by one thread.
 */
public final class Session implements AutoCloseable {
    /** Builds the network again, with what was set since. */
    private interface Source {
        Config read(List<String> assignments);
    }

    private final Source source;
    private final List<String> assignments = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>(); // made while it runs
    private final Watched watched = new Watched();
    private Config config;
    private Optional<Simulation> simulation = Optional.empty();
    private Optional<MemoryRecording> memory = Optional.empty();
    private Optional<Spikes> loaded;
    private long from; // step at which the last leg began
    private long now; // step that has been reached

    private Session(Source source, Optional<Spikes> loaded, double endMs) {
        this.source = source;
        this.config = source.read(List.of());
        this.loaded = loaded;
        this.now = loaded.isPresent() ? steps(endMs) : 0;
    }

    /**
     * The network of a model file, at 0 ms; built when it is first run.
     *
     * @throws RuntimeException with every mistake of the file
     */
    public static Session of(Path file) {
        return new Session(sets -> ModelFile.read(file, sets), Optional.empty(), 0);
    }

    /** A network described in Java. */
    public static Session of(Experiment experiment) {
        return new Session(
                sets -> ConfigReader.override(experiment, "network", new Overrides(sets)), Optional.empty(), 0);
    }

    /** A run that has ended, with its spikes; to run it means to begin it anew. */
    public static Session ofRun(Path folder) {
        Path description = folder.resolve(RunFolder.RUN_JSON);
        if (!Files.exists(description)) {
            throw new ShellException(folder + ": has no " + RunFolder.RUN_JSON
                    + "; it is written when a run has ended (ganglion recover mends one that died)");
        }
        Config config = ModelFile.read(description, List.of());
        SavedRun saved = SavedRun.read(folder, config);
        return new Session(sets -> ModelFile.read(description, sets), Optional.of(saved.spikes()), saved.endMs());
    }

    /** The network. */
    public Network network() {
        return config.experiment().network();
    }

    /** The network with its settings, and with what was changed while it ran. */
    public Experiment experiment() {
        Experiment experiment = config.experiment();
        for (Change change : changes) {
            experiment = experiment.with(change);
        }
        return experiment;
    }

    /** Model time that has been reached, in ms. */
    public double timeMs() {
        return ms(now);
    }

    /** Where the last run began, in ms. */
    public double fromMs() {
        return ms(from);
    }

    /** Runs on for so many ms, a multiple of the step. */
    public void run(double forMs) {
        if (!(forMs > 0) || forMs > 1e12) {
            throw new ShellException(
                    forMs + " ms cannot be run; a time above 0 is needed, as in run(100) or run(\"2 s\")");
        }
        if (loaded.isPresent()) {
            now = 0;
            loaded = Optional.empty();
        }
        long end = now + Math.max(1, steps(forMs));
        makeRoom(end);
        Simulation running = simulation.orElseGet(this::build);
        from = now;
        advance(running, end);
    }

    private void advance(Simulation running, long end) {
        try {
            running.runTo(end);
            now = end;
        } catch (IOException | RuntimeException e) {
            close();
            now = 0;
            throw ShellException.of(e);
        } catch (InterruptedException e) { // those who compute were interrupted too, so that it cannot go on
            close();
            now = 0;
            throw new ShellException("interrupted; what is run next begins at 0 ms");
        }
    }

    /** If it is not known up to a step, has the network known up to twice as far, and brings it back to where it was. */
    private void makeRoom(long end) {
        if (end <= config.experiment().settings().endStep()) {
            return;
        }
        double durationMs = ms(Math.max(2 * config.experiment().settings().endStep(), end));
        assign("simulation.duration", time(durationMs) + " ms");
        again();
    }

    /** Builds anew and runs to where it was: the same spikes, as they depend on the description alone. */
    private void again() {
        long reached = now;
        if (simulation.isPresent()) {
            close();
            Simulation running = build();
            if (reached > 0) {
                advance(running, reached);
            }
        }
    }

    private Simulation build() {
        Experiment recorded = watched.record(experiment());
        MemoryRecording recording = new MemoryRecording(recorded);
        try {
            Simulation built = ActorSimulation.build(recorded, recording);
            simulation = Optional.of(built);
            memory = Optional.of(recording);
            return built;
        } catch (IOException | RuntimeException e) {
            throw ShellException.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ShellException("interrupted");
        }
    }

    /** All spikes so far. */
    public Spikes spikes() {
        return loaded.or(() -> memory.map(MemoryRecording::spikes))
                .orElseGet(() ->
                        new Spikes(network(), config.experiment().settings().dtMs(), new long[0], new int[0]));
    }

    /** Rates of the populations in the last run, but not in the warm-up, which is not recorded. */
    public Spikes.Rates rates() {
        Experiment recorded = loaded.isPresent() ? config.experiment() : Watched.spikesOf(config.experiment());
        double firstMs = Math.max(fromMs(), RecordedTime.beginMs(recorded));
        return spikes().between(firstMs, timeMs()).rates(recorded, firstMs, timeMs());
    }

    /**
     * Spikes of the last run as text.
     *
     * @param population empty for all
     */
    public String raster(String population) {
        if (!population.isEmpty()) {
            requirePopulation(population);
        }
        return TextRaster.of(spikes(), fromMs(), timeMs(), population);
    }

    /** The recorded variable of a neuron in the last run. Recorded are the first neurons and those that are {@link #watch}ed. */
    public Trace voltage(String population, int neuron) {
        Population of = requirePopulation(population);
        if (neuron < 0 || neuron >= of.size()) {
            throw new ShellException(population + " has no neuron " + neuron + "; they are 0 to " + (of.size() - 1));
        }
        if (!watched.holds(of, neuron)) {
            throw new ShellException("neuron " + neuron + " of " + population + " is not watched; watch(\"" + population
                    + "\", " + neuron + ") does so, or choose one of " + watched.text(of));
        }
        double[][] samples = memory.map(m -> m.samples(of, neuron)).orElse(new double[0][]);
        List<double[]> last = new ArrayList<>();
        for (double[] sample : samples) {
            if (sample[0] > fromMs()) {
                last.add(sample);
            }
        }
        return new Trace(
                population,
                neuron,
                Watched.variable(of).orElse("V_m"),
                last.stream().mapToDouble(s -> s[0]).toArray(),
                last.stream().mapToDouble(s -> s[1]).toArray());
    }

    /** Records the voltage of one more neuron, from the beginning: the network is run again to where it was. */
    public void watch(String population, int neuron) {
        Population of = requirePopulation(population);
        if (neuron < 0 || neuron >= of.size()) {
            throw new ShellException(population + " has no neuron " + neuron + "; they are 0 to " + (of.size() - 1));
        }
        long begun = from;
        watched.add(of, neuron);
        again();
        from = begun;
    }

    /** Weights of a projection now. */
    public Weights weights(String projection) {
        try {
            network().projectionIndex(projection);
            Simulation built = simulation.orElseThrow(
                    () -> new ShellException("the network has not been run here yet; run(100) does"));
            WeightMatrix matrix = built.weights(projection);
            return new Weights(projection, timeMs(), matrix);
        } catch (IllegalArgumentException e) {
            throw ShellException.of(e);
        }
    }

    /**
     * Sets a parameter or any value by its path, as {@code --set} does. The network begins anew at 0 ms.
     *
     * @param value with its unit
     */
    public void set(String path, String value) {
        assign(path, value);
        close();
        changes.clear();
        now = 0;
        from = 0;
        loaded = Optional.empty();
    }

    private void assign(String path, String value) {
        List<String> all = new ArrayList<>(assignments);
        all.add(path + "=" + value);
        try {
            config = source.read(all);
        } catch (RuntimeException e) {
            String message = String.valueOf(ShellException.of(e).getMessage());
            throw new ShellException(message.replaceAll("(?m)^--set: ", "")); // which nobody has written here
        }
        assignments.add(path + "=" + value);
    }

    /**
     * Changes a stimulus from now on; what was run stays as it is.
     *
     * @param stimulus its name
     * @param value with its unit
     */
    public void change(String stimulus, String parameter, String value) {
        List<String> names = network().stimuli().stream()
                .map(s -> s.name().replaceFirst("/.*", ""))
                .distinct()
                .toList();
        List<Stimulus> concerned = network().stimuli().stream()
                .filter(s -> new Change(0, stimulus, parameter, 0).concerns(s))
                .toList();
        if (concerned.isEmpty()) {
            throw new ShellException(Suggestion.unknown("stimulus", stimulus, names));
        }
        Set<String> changeable = Changeable.of(concerned).keySet();
        if (!changeable.contains(parameter)) {
            throw new ShellException(Suggestion.unknown("parameter to change", parameter, changeable));
        }
        try {
            double number = ChangeArgument.parse(
                            "stimuli." + stimulus + "." + parameter + "=" + value,
                            "change",
                            config.experiment(),
                            timeMs())
                    .value();
            if (loaded.isPresent()) {
                throw new ShellException("the network has not been run here yet; run(100) does");
            }
            makeRoom(now + 1); // a simulation that is at its end takes no change
            ChangeLimits.require(experiment(), new Change(timeMs(), stimulus, parameter, number));
            simulation.ifPresent(running -> running.change(stimulus, parameter, number));
            changes.add(new Change(timeMs(), stimulus, parameter, number));
        } catch (RuntimeException e) {
            throw ShellException.of(e);
        }
    }

    /** Totals, timings and hashes of what has been run here. */
    public RunSummary summary() {
        return simulation
                .map(Simulation::summary)
                .orElseThrow(() -> new ShellException("the network has not been run here yet; run(100) does"));
    }

    /** Draws {@code raster.png} of all that was run into a folder. */
    public List<Path> pictures(Path folder) {
        try {
            Files.createDirectories(folder);
            Pictures pictures = Pictures.of(Watched.spikesOf(config.experiment()), now);
            spikes().show(pictures.spikes());
            return pictures.write(folder).files();
        } catch (IOException e) {
            throw ShellException.of(e);
        }
    }

    private Population requirePopulation(String population) {
        if (network().populationIndex(population) < 0) {
            throw Spikes.unknown(network(), population);
        }
        return network().population(population);
    }

    private long steps(double ms) {
        return Math.round(ms / config.experiment().settings().dtMs());
    }

    private double ms(long steps) {
        return Math.round(steps * config.experiment().settings().dtMs() * 1e6) / 1e6;
    }

    /** A time without needless zeros. */
    static String time(double ms) {
        return ms == Math.rint(ms) ? Long.toString((long) ms) : Double.toString(ms);
    }

    @Override
    public void close() {
        simulation.ifPresent(Simulation::close);
        simulation = Optional.empty();
        memory = Optional.empty();
    }
}
