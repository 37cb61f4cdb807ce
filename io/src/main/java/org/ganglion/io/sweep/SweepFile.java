package org.ganglion.io.sweep;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ganglion.io.file.AsideFile;
import org.ganglion.io.yaml.YamlPart;

/**
 * What is written down of a sweep before it begins, in {@code sweep.json}: all that whoever runs its trials has to know,
 * and by which it is recognised when it goes on.
 *
 * @param model the file; absolute
 * @param settings what is set in all trials, as after {@code --set}
 * @param populations names, in the order of the model
 * @param modelHash network hash of the first trial, which every file that belongs to the model decides
 */
public record SweepFile(
        Path model, List<String> settings, Sweep sweep, List<String> populations, String modelHash, String version) {
    public SweepFile {
        settings = List.copyOf(settings);
        populations = List.copyOf(populations);
    }

    /** Writes it aside and gives it its name once it is complete. */
    public void write(Path file) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("ganglion", version);
            json.writeStringField("model", model.toString());
            json.writeStringField("model_hash", modelHash);
            texts(json, "settings", settings);
            texts(json, "populations", populations);
            json.writeStringField("design", sweep.design().key());
            texts(json, "parameters", sweep.parameters());
            json.writeArrayFieldStart("rows");
            for (List<String> row : sweep.rows()) {
                json.writeStartArray();
                for (String value : row) {
                    json.writeString(value);
                }
                json.writeEndArray();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("seeds");
            for (long seed : sweep.seeds()) {
                json.writeNumber(seed);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("measures");
            for (Measure measure : sweep.measures()) {
                measure(json, measure);
            }
            json.writeEndObject();
            json.writeNumberField("retries", sweep.retries());
            json.writeEndObject();
        }
        AsideFile.of(file).writeText(out + "\n");
    }

    private static void measure(JsonGenerator json, Measure measure) throws IOException {
        if (measure.window().isWhole()) {
            json.writeStringField(measure.name(), measure.expression());
            return;
        }
        json.writeObjectFieldStart(measure.name());
        json.writeStringField("expression", measure.expression());
        Json.write(json, measure.window());
        json.writeEndObject();
    }

    private static Measure measure(String name, YamlPart part) {
        return part.keys().isEmpty()
                ? new Measure(name, part.text())
                : new Measure(name, part.at("expression").text(), Json.window(part));
    }

    private static void texts(JsonGenerator json, String key, List<String> texts) throws IOException {
        json.writeArrayFieldStart(key);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** Reads what {@link #write} has written. */
    public static SweepFile read(Path file) throws IOException {
        YamlPart root = Json.read(file);
        YamlPart measures = root.at("measures");
        try {
            Sweep sweep = new Sweep(
                    Design.valueOf(root.at("design").text().toUpperCase(Locale.ROOT)),
                    root.at("parameters").texts(),
                    root.at("rows").items().stream().map(YamlPart::texts).toList(),
                    root.at("seeds").texts().stream().map(Long::valueOf).toList(),
                    measures.keys().keySet().stream()
                            .map(name -> measure(name, measures.at(name)))
                            .toList(),
                    (int) root.at("retries").number());
            return new SweepFile(
                    Path.of(root.at("model").text()),
                    root.at("settings").texts(),
                    sweep,
                    root.at("populations").texts(),
                    root.at("model_hash").text(),
                    root.at("ganglion").text());
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is damaged: " + e.getMessage(), e);
        }
    }

    /** What makes another description another sweep than this one, in words; nothing if its trials are the same. */
    public Optional<String> difference(SweepFile other) {
        if (!sweep.parameters().equals(other.sweep.parameters())) {
            return Optional.of("it varied " + listed(sweep.parameters()) + ", not " + listed(other.sweep.parameters()));
        }
        if (!sweep.seeds().equals(other.sweep.seeds())) {
            return Optional.of("its seeds were " + listed(sweep.seeds()) + ", not " + listed(other.sweep.seeds()));
        }
        for (int i = 0; i < sweep.parameters().size(); i++) {
            List<String> before = column(i);
            List<String> now = other.column(i);
            if (!before.equals(now)) {
                return Optional.of(sweep.parameters().get(i) + " was " + listed(before) + ", not " + listed(now));
            }
        }
        if (!sweep.rows().equals(other.sweep.rows())) {
            return Optional.of("it had " + sweep.rows().size() + " combinations of values, not the same "
                    + other.sweep.rows().size());
        }
        return modelHash.equals(other.modelHash)
                ? Optional.empty()
                : Optional.of("the model, or what --set changes in it, was another one");
    }

    /** The values of a parameter without repetition. */
    private List<String> column(int parameter) {
        return sweep.rows().stream().map(row -> row.get(parameter)).distinct().toList();
    }

    private static String listed(List<?> values) {
        if (values.isEmpty()) {
            return "none";
        }
        int most = 6;
        List<String> some = values.stream().limit(most).map(Object::toString).toList();
        return String.join(", ", some) + (values.size() > most ? ", ... (" + values.size() + ")" : "");
    }
}
