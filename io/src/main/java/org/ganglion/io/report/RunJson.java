package org.ganglion.io.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.ganglion.io.file.AsideFile;
import org.ganglion.io.record.DiskFullException;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.PopulationSummary;
import org.ganglion.simulator.RunSummary;

/**
 * Writes {@code run.json}: what a run did, and all that is needed to repeat it.
 *
 * <p>Keys end in their unit; hashes are 16 hexadecimal digits in a string; what is not a finite number, such as the CV of
 * a silent population, is null.
 */
public final class RunJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LAST_PLAIN = '~';

    private RunJson() {}

    /**
     * Writes the file aside and gives it its name once it is complete.
     *
     * @throws IllegalArgumentException if the configuration is not JSON
     */
    public static void write(Path path, RunFacts facts) throws IOException {
        String text = text(facts);
        DiskFullException.named(path, () -> AsideFile.of(path).writeText(text));
    }

    /** The text of the file. */
    static String text(RunFacts facts) throws IOException {
        return document(json -> {
            json.writeStringField("ganglion", facts.version());
            json.writeStringField("network", facts.experiment().network().name());
            json.writeBooleanField("partial", facts.summary().partial());
            if (facts.runaway().isPresent()) {
                json.writeStringField("ended_by", facts.runaway().get().text());
            }
            results(json, facts);
            timings(json, facts.summary());
            settings(json, facts);
            populations(json, facts.summary());
            machine(json, facts);
            files(json, facts.files());
            config(json, facts.config());
        });
    }

    /** Writes the fields of the document. */
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    /** The text of an object, indented by two spaces. */
    static String document(Fields fields) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(out)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        }
        return out + "\n";
    }

    static void files(JsonGenerator json, List<Path> files) throws IOException {
        json.writeArrayFieldStart("files");
        for (Path file : files) {
            json.writeString(String.valueOf(file.getFileName()));
        }
        json.writeEndArray();
    }

    private static void results(JsonGenerator json, RunFacts facts) throws IOException {
        RunSummary summary = facts.summary();
        json.writeStringField("spike_hash", summary.spikeHashText());
        json.writeStringField("state_hash", String.format("%016x", summary.stateHash()));
        if (facts.networkHash().isEmpty()) {
            json.writeNullField("network_hash");
        } else {
            json.writeStringField("network_hash", facts.networkHash());
        }
        json.writeNumberField("neurons", summary.neurons());
        json.writeNumberField("synapses", summary.synapses());
        json.writeNumberField("spikes", summary.spikes());
        json.writeNumberField("synaptic_events", summary.synapticEvents());
        json.writeNumberField("delays_rounded", summary.delaysRounded());
        number(json, "largest_rounding_ms", summary.largestRoundingMs());
        number(json, "synapses_inside_groups", summary.locality().synapses());
        number(json, "synaptic_events_inside_groups", summary.locality().deliveries());
    }

    private static void timings(JsonGenerator json, RunSummary summary) throws IOException {
        number(json, "real_time_factor", summary.realTimeFactor());
        number(json, "build_seconds", summary.buildSeconds());
        number(json, "warm_up_seconds", summary.warmUpSeconds());
        number(json, "wall_seconds", summary.wallSeconds());
        number(json, "model_seconds", summary.modelSeconds());
    }

    private static void settings(JsonGenerator json, RunFacts facts) throws IOException {
        RunSettings settings = facts.experiment().settings();
        json.writeObjectFieldStart("simulation");
        json.writeNumberField("seed", settings.seed());
        number(json, "dt_ms", settings.dtMs());
        number(json, "warm_up_ms", settings.warmUpMs());
        number(json, "duration_ms", settings.durationMs());
        json.writeNumberField("first_step", facts.summary().firstStep());
        json.writeNumberField("end_step", facts.summary().endStep());
        json.writeNumberField("groups", facts.summary().groups());
        json.writeNumberField("threads", facts.summary().threads());
        json.writeBooleanField("barrier", settings.barrier());
        json.writeEndObject();
    }

    private static void populations(JsonGenerator json, RunSummary summary) throws IOException {
        json.writeArrayFieldStart("populations");
        for (PopulationSummary population : summary.populations()) {
            json.writeStartObject();
            json.writeStringField("name", population.name());
            json.writeNumberField("neurons", population.neurons());
            json.writeNumberField("spikes", population.spikes());
            number(json, "rate_hz", population.rateHz());
            number(json, "cv", population.cv());
            json.writeNumberField("cv_neurons", population.cvNeurons());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void machine(JsonGenerator json, RunFacts facts) throws IOException {
        json.writeObjectFieldStart("machine");
        json.writeStringField("java", Runtime.version().toString());
        json.writeStringField("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        json.writeNumberField("processors", Runtime.getRuntime().availableProcessors());
        json.writeNumberField("memory_peak_bytes", facts.memory().bytes());
        json.writeStringField("memory_peak_of", facts.memory().resident() ? "process" : "heap");
        json.writeNumberField("synapse_bytes", facts.summary().synapseBytes());
        json.writeStringField("ended", facts.ended().toString());
        json.writeEndObject();
    }

    static void config(JsonGenerator json, String config) throws IOException {
        if (config.isBlank()) {
            json.writeNullField("config");
            return;
        }
        json.writeFieldName("config");
        json.setHighestNonEscapedChar(LAST_PLAIN); // YAML, as which this is read again, has no control characters
        try (JsonParser parser = JSON.createParser(config)) {
            parser.nextToken();
            json.copyCurrentStructure(parser);
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("the configuration has more than one JSON value");
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the configuration is not JSON: " + e.getOriginalMessage(), e);
        } finally {
            json.setHighestNonEscapedChar(0);
        }
    }

    private static void number(JsonGenerator json, String key, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(key, value);
        } else {
            json.writeNullField(key);
        }
    }
}
