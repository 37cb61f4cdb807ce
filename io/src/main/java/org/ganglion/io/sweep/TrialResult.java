package org.ganglion.io.sweep;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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
 * @param windows results by name of parts of the run
 */
public record TrialResult(
        String error,
        int attempts,
        double wallSeconds,
        String spikeHash,
        Map<String, Double> results,
        Map<TimeWindow, Map<String, Double>> windows) {
    /** Its name in the folder of the trial; a trial that has it has ended. */
    public static final String FILE = "trial.json";

    private static final String RESULTS = "results";
    private static final String WINDOWS = "windows";
    private static final Comparator<TimeWindow> ORDER =
            Comparator.comparingDouble(TimeWindow::fromMs).thenComparingDouble(TimeWindow::toMs);

    public TrialResult {
        results = Map.copyOf(results);
        windows = Map.copyOf(windows);
    }

    /** A trial of which nothing came. */
    public static TrialResult failed(String error, int attempts) {
        return new TrialResult(error, attempts, Double.NaN, "", Map.of(), Map.of());
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
        return new TrialResult("", attempts, wallSeconds, run.at("spike_hash").text(), results, Map.of());
    }

    /** Why a run was ended before its time, as its {@code run.json} says. */
    public static String endedBy(Path runJson) throws IOException {
        return Json.read(runJson).at("ended_by").text();
    }

    /** The same, with results of parts of the run added. */
    public TrialResult with(Map<TimeWindow, Map<String, Double>> more) {
        Map<TimeWindow, Map<String, Double>> all = new LinkedHashMap<>(windows);
        all.putAll(more);
        return new TrialResult(error, attempts, wallSeconds, spikeHash, results, all);
    }

    /** Results of a part of the run, or of all of it; none where nobody has looked. */
    public Map<String, Double> results(TimeWindow window) {
        return window.isWhole() ? results : windows.getOrDefault(window, Map.of());
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
            numbers(json, results);
            if (!windows.isEmpty()) {
                json.writeArrayFieldStart(WINDOWS);
                for (TimeWindow window : windows.keySet().stream().sorted(ORDER).toList()) {
                    json.writeStartObject();
                    Json.write(json, window);
                    numbers(json, windows.getOrDefault(window, Map.of()));
                    json.writeEndObject();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        Files.createDirectories(folder);
        AsideFile.of(folder.resolve(FILE)).writeText(out + "\n");
    }

    private static void numbers(JsonGenerator json, Map<String, Double> results) throws IOException {
        json.writeObjectFieldStart(RESULTS);
        for (String name : results.keySet().stream().sorted().toList()) {
            number(json, name, results.getOrDefault(name, Double.NaN));
        }
        json.writeEndObject();
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
        Map<TimeWindow, Map<String, Double>> windows = new LinkedHashMap<>();
        root.at(WINDOWS).items().forEach(part -> windows.put(Json.window(part), numbers(part.at(RESULTS))));
        return new TrialResult(
                root.at("error").text(),
                (int) root.at("attempts").number(),
                root.at("wall_seconds").number(),
                root.at("spike_hash").text(),
                numbers(root.at(RESULTS)),
                windows);
    }

    private static Map<String, Double> numbers(YamlPart results) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        results.keys()
                .keySet()
                .forEach(name -> numbers.put(name, results.at(name).number()));
        return numbers;
    }
}
