package org.ganglion.io.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.io.record.RunFolder;
import org.ganglion.io.sonata.source.JsonFile;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.io.yaml.YamlPart;
import org.ganglion.network.Experiment;

/**
 * A run that has ended, as its folder tells it.
 *
 * @param folder where its files are
 * @param config what was run
 * @param facts what {@code run.json} says
 */
public record FinishedRun(Path folder, Config config, YamlPart facts) {

    /** What {@code run.json} says of a population; NaN where it says nothing. */
    public record PopulationFacts(String name, long neurons, double spikes, double rateHz, double cv) {}

    /**
     * Reads {@code run.json}.
     *
     * @throws UnreadableRunException if the folder holds no run, or one that has not ended
     * @throws org.ganglion.io.config.ConfigException if what was run cannot be read any more, as when a file is gone
     */
    public static FinishedRun read(Path folder) {
        Path json = requireJson(folder);
        return of(folder, ConfigReader.read(json, Overrides.NONE));
    }

    /** The same where it is known what was run. */
    public static FinishedRun of(Path folder, Config config) {
        return new FinishedRun(folder, config, YamlPart.of(JsonFile.read(requireJson(folder))));
    }

    private static Path requireJson(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnreadableRunException(
                    folder,
                    Files.exists(folder)
                            ? "is a file; name the folder of a run"
                            : "there is no such folder; name that of a run, as in runs/brunel");
        }
        Path json = folder.resolve(RunFolder.RUN_JSON);
        if (Files.exists(json)) {
            return json;
        }
        boolean begun = Files.exists(folder.resolve(RunFolder.NETWORK_JSON))
                || Files.exists(folder.resolve(RunFolder.CLUSTER_PROPERTIES));
        throw new UnreadableRunException(
                folder,
                RunFolder.RUN_JSON + " is missing, so "
                        + (begun
                                ? "the run has not ended; wait for its end. If it was killed: what it recorded is"
                                        + " written by ganglion recover, with this, and one on nodes is continued by"
                                        + " ganglion resume"
                                : "it is not the folder of a run; name one that ganglion run has written"));
    }

    public Experiment experiment() {
        return config.experiment();
    }

    /** The part of the run that was recorded: from the end of the warm-up to the step that was reached. */
    public StepWindow window() {
        double dtMs = experiment().settings().dtMs();
        long first = (long) number("simulation", "first_step");
        long end = (long) number("simulation", "end_step");
        return new StepWindow(Math.min(first, end), end, dtMs);
    }

    /** Whether the run was stopped before its end. */
    public boolean partial() {
        return window().end() < experiment().settings().endStep();
    }

    /** What went wrong in a run on nodes and was not mended, a line each. */
    public List<String> losses() {
        Path summary = folder.resolve(RunFolder.SUMMARY);
        if (!Files.exists(summary)) {
            return List.of();
        }
        try {
            return Files.readAllLines(summary).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith(" "))
                    .toList();
        } catch (IOException e) {
            throw new UnreadableRunException(summary, "cannot be read: " + e.getMessage());
        }
    }

    /** A value by its keys, as text; empty where there is none. */
    public String text(String... keys) {
        return facts.at(keys).text();
    }

    /** A number by its keys; NaN where there is none. */
    public double number(String... keys) {
        return facts.at(keys).number();
    }

    /** Names of the files that the run wrote. */
    public List<String> files() {
        return facts.at("files").texts();
    }

    /** All populations, recorded or not. */
    public List<PopulationFacts> populations() {
        return facts.at("populations").items().stream()
                .map(of -> new PopulationFacts(
                        of.at("name").text(),
                        (long) of.at("neurons").number(),
                        of.at("spikes").number(),
                        of.at("rate_hz").number(),
                        of.at("cv").number()))
                .toList();
    }

    /** All settings of the description as it is in {@code run.json}, by their paths, such as {@code simulation.seed}. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        facts.at("config").node().ifPresent(config -> flatten("", config, settings));
        return settings;
    }

    private static void flatten(String path, Yaml node, Map<String, String> to) {
        switch (node) {
            case Yaml.Scalar scalar -> to.put(path, scalar.text());
            case Yaml.Sequence sequence -> {
                for (int i = 0; i < sequence.items().size(); i++) {
                    flatten(path + "[" + i + "]", sequence.items().get(i), to);
                }
            }
            case Yaml.Mapping mapping ->
                mapping.entries()
                        .forEach((key, entry) -> flatten(path.isEmpty() ? key : path + "." + key, entry.value(), to));
        }
    }
}
