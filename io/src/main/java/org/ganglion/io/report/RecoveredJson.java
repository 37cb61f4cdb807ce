package org.ganglion.io.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.ganglion.io.config.Config;
import org.ganglion.io.config.ConfigWriter;
import org.ganglion.io.file.AsideFile;
import org.ganglion.io.record.DiskFullException;
import org.ganglion.network.Population;
import org.ganglion.network.RunSettings;

/**
 * Writes the {@code run.json} of a run that died and was recovered: the keys of {@link RunJson} as far as what they say is known, and
 * {@code recovered}. What only the process that died knew is left out: hashes, times, and numbers of spikes and synapses.
 */
public final class RecoveredJson {
    private RecoveredJson() {}

    /**
     * Writes the file aside and gives it its name once it is complete.
     *
     * @param config what was run, with all changes that took effect
     * @param version of Ganglion
     * @param endStep behind the last step that is whole
     * @param files that were written
     */
    public static void write(Path path, Config config, String version, long endStep, List<Path> files)
            throws IOException {
        String text = RunJson.document(json -> {
            json.writeStringField("ganglion", version);
            json.writeStringField("network", config.experiment().network().name());
            json.writeBooleanField(
                    "partial", endStep < config.experiment().settings().endStep());
            json.writeBooleanField("recovered", true);
            settings(json, config.experiment().settings(), endStep);
            populations(json, config.experiment().network().populations());
            RunJson.files(json, files);
            RunJson.config(json, ConfigWriter.toJson(config));
        });
        DiskFullException.named(path, () -> AsideFile.of(path).writeText(text));
    }

    private static void settings(JsonGenerator json, RunSettings settings, long endStep) throws IOException {
        json.writeObjectFieldStart("simulation");
        json.writeNumberField("seed", settings.seed());
        json.writeNumberField("dt_ms", settings.dtMs());
        json.writeNumberField("warm_up_ms", settings.warmUpMs());
        json.writeNumberField("duration_ms", settings.durationMs());
        json.writeNumberField("first_step", Math.min(settings.warmUpSteps(), endStep));
        json.writeNumberField("end_step", endStep);
        json.writeEndObject();
    }

    private static void populations(JsonGenerator json, List<Population> populations) throws IOException {
        json.writeArrayFieldStart("populations");
        for (Population population : populations) {
            json.writeStartObject();
            json.writeStringField("name", population.name());
            json.writeNumberField("neurons", population.size());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
