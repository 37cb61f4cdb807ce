package org.ganglion.io.sweep;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ganglion.io.file.AsideFile;
import org.ganglion.io.yaml.YamlPart;

/**
 * What came of a trial.
 *
 * @param error why it failed; empty if it did not
 * @param wallSeconds that it took, all in all
 * @param spikeHash empty if it failed
 * @param results by name, as in {@link MeasureFormula}; NaN or missing where there is none
 */
public record TrialResult(
        String error, int attempts, double wallSeconds, String spikeHash, Map<String, Double> results) {
    /** Its name in the folder of the trial; a trial that has it has ended. */
    public static final String FILE = "trial.json";

    public TrialResult {
        results = Map.copyOf(results);
    }

    /** A trial of which nothing came. */
    public static TrialResult failed(String error, int attempts) {
        return new TrialResult(error, attempts, Double.NaN, "", Map.of());
    }

    /**
     * What the {@code run.json} of a complete run says.
     *
     * @param synchrony by population
     * @throws IOException if it cannot be read, or the run is partial
     */
    public static TrialResult of(Path runJson, Map<String, Double> synchrony, int attempts, double wallSeconds)
            throws IOException {
        YamlPart run = Json.read(runJson);
        if (!run.at("partial").text().equals("false")) {
            throw new IOException(runJson + ": the run was stopped before its end");
        }
        Map<String, Double> results = new LinkedHashMap<>();
        results.put("spikes", run.at("spikes").number());
        results.put("neurons", run.at("neurons").number());
        for (YamlPart population : run.at("populations").items()) {
            String name = population.at("name").text();
            results.put("rate." + name, population.at("rate_hz").number());
            results.put("cv." + name, population.at("cv").number());
            results.put("spikes." + name, population.at("spikes").number());
            results.put("neurons." + name, population.at("neurons").number());
        }
        synchrony.forEach((name, value) -> results.put("synchrony." + name, value));
        return new TrialResult("", attempts, wallSeconds, run.at("spike_hash").text(), results);
    }

    public boolean isDone() {
        return error.isEmpty();
    }

    /** Writes it into the folder of an attempt. */
    public void write(Path folder) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("status", isDone() ? "done" : "failed");
            json.writeStringField("error", error);
            json.writeNumberField("attempts", attempts);
            number(json, "wall_seconds", wallSeconds);
            json.writeStringField("spike_hash", spikeHash);
            json.writeObjectFieldStart("results");
            for (String name : results.keySet().stream().sorted().toList()) {
                number(json, name, results.getOrDefault(name, Double.NaN));
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        Files.createDirectories(folder);
        AsideFile.of(folder.resolve(FILE)).writeText(out + "\n");
    }

    private static void number(JsonGenerator json, String key, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(key, value);
        } else {
            json.writeNullField(key);
        }
    }

    /** Reads it from the folder of a trial. */
    public static TrialResult read(Path folder) throws IOException {
        YamlPart root = Json.read(folder.resolve(FILE));
        YamlPart results = root.at("results");
        Map<String, Double> numbers = new LinkedHashMap<>();
        results.keys()
                .keySet()
                .forEach(name -> numbers.put(name, results.at(name).number()));
        return new TrialResult(
                root.at("error").text(),
                (int) root.at("attempts").number(),
                root.at("wall_seconds").number(),
                root.at("spike_hash").text(),
                numbers);
    }
}
