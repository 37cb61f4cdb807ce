package org.ganglion.io.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.ConfigWriter;
import org.ganglion.io.config.Overrides;
import org.ganglion.io.record.RunFolder;
import org.ganglion.io.record.RunRecording;
import org.ganglion.io.record.SpikeSink;
import org.ganglion.io.record.StateSink;
import org.ganglion.io.report.MemoryPeak;
import org.ganglion.io.report.RunFacts;
import org.ganglion.io.report.RunJson;
import org.ganglion.simulator.Simulation;
import org.ganglion.simulator.group.PlainSimulation;

/**
 * A network that is simulated into a folder, as the command does it.
 *
 * @param spikes of all recorded neurons, as they were written
 */
public record SmallRun(Path folder, Config config, List<Spike> spikes) {

    /**
     * A spike.
     *
     * @param neuron its number in the whole network
     */
    public record Spike(long step, int neuron) {}

    /** Two populations that excite and inhibit each other, driven by noise. */
    public static final String NETWORK = """
            name: small <net>
            simulation: {duration: 400 ms, warm-up: 50 ms, seed: 7}
            populations:
              E: {size: 60, model: iaf_psc_delta}
              I: {size: 15, model: iaf_psc_delta}
            projections:
              E-E: {from: E, to: E, rule: fixed_indegree, indegree: 10, weight: 0.2 mV, delay: 1.5 ms}
              E-I: {from: E, to: I, rule: fixed_indegree, indegree: 10, weight: 0.2 mV, delay: 1.5 ms}
              I-E: {from: I, to: E, rule: fixed_indegree, indegree: 5, weight: -1 mV, delay: 1.5 ms}
            stimuli:
              noise-E: {type: poisson, to: E, rate: 20 kHz, weight: 0.1 mV}
              noise-I: {type: poisson, to: I, rate: 20 kHz, weight: 0.1 mV}
            """;

    /** Records what the text below {@code recorders} says. */
    public static SmallRun of(Path folder, String text) throws IOException, InterruptedException {
        Config config = ConfigReader.read(text, "small.yaml", Overrides.NONE);
        return of(folder, config, config.experiment().settings().endStep());
    }

    /** Runs to a step, which may lie before the end. */
    public static SmallRun of(Path folder, Config config, long endStep) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<Spike> spikes = new ArrayList<>();
        SpikeSink watcher = (step, neurons, count) -> {
            for (int i = 0; i < count; i++) {
                spikes.add(new Spike(step, neurons[i]));
            }
        };
        try (RunRecording recording = new RunRecording(folder, config.experiment());
                Simulation simulation = PlainSimulation.build(config.experiment(), 2, recording)) {
            simulation.runTo(endStep);
            List<Path> files = new ArrayList<>(
                    recording.finish(endStep, config.output().format(), watcher, StateSink.NONE, simulation::synapses));
            Path json = folder.resolve(RunFolder.RUN_JSON);
            files.add(json);
            RunJson.write(
                    json,
                    new RunFacts(
                            config.experiment(),
                            simulation.summary(),
                            "0.1.0",
                            ConfigWriter.toJson(config),
                            ConfigWriter.networkHash(config.experiment()),
                            Instant.EPOCH,
                            new MemoryPeak(1L << 20, true),
                            folder,
                            files));
        }
        return new SmallRun(folder, config, spikes);
    }
}
