package org.ganglion.io.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.io.hdf5.Compression;

/** The part of the {@linkplain ConfigSchema schema} that tells how a network is run, and where it stands in a circuit's files. */
final class SettingsSchema {
    private static final String QUANTITY = ConfigSchema.QUANTITY;
    private static final String NUMBER = ConfigSchema.NUMBER;
    private static final String SWITCH = "switch";

    private SettingsSchema() {}

    static Map<String, Object> simulation() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("dt", of(QUANTITY, "length of a step"));
        properties.put("duration", of(QUANTITY, "model time after the warm-up"));
        properties.put("warm-up", of(QUANTITY, "model time before recording begins"));
        properties.put("seed", of(NUMBER, "decides all random numbers"));
        properties.put("groups", of(NUMBER, "number of neuron groups, or auto"));
        properties.put("threads", of(NUMBER, "number of threads, or auto"));
        properties.put("barrier", of(SWITCH, "whether all groups wait for each other"));
        properties.put(SettingsReader.MAX_RATE, of(QUANTITY, "rate of a population that ends the run, or none"));
        return ConfigSchema.object(List.of(), properties);
    }

    static Map<String, Object> output() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("directory", ConfigSchema.typed("string", "the run's folder"));
        properties.put("raster", of(SWITCH, "whether a picture of the spikes is drawn"));
        properties.put(SettingsReader.REPORT, of(SWITCH, "whether a page that tells of the run is written"));
        properties.put(SettingsReader.SPIKES_TABLE, of(SWITCH, "whether spikes are written as text too"));
        properties.put(
                SettingsReader.COMPRESSION,
                ConfigSchema.described(ConfigSchema.names(Compression.names()), "how HDF5 files are stored"));
        return ConfigSchema.orNull(ConfigSchema.object(List.of(), properties));
    }

    static Map<String, Object> changes() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("type", "object");
        values.put("additionalProperties", of(NUMBER, "a parameter of a stimulus, as in stimuli.ext.rate: 9 Hz"));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(ChangesReader.AT, of(QUANTITY, "begin of the first step with the values"));
        properties.put(ChangesReader.SET, values);
        Map<String, Object> schema = new LinkedHashMap<>(
                ConfigSchema.list(ConfigSchema.object(List.of(ChangesReader.AT, ChangesReader.SET), properties)));
        schema.put("type", List.of("array", "null"));
        return schema;
    }

    static Map<String, Object> circuit() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(FileReference.FILE, ConfigSchema.typed("string", "the configuration of a SONATA circuit"));
        properties.put(FileReference.SHA256, ConfigSchema.typed("string", "of all its files"));
        properties.put(CircuitSection.SKIP, of(SWITCH, "whether nodes that cannot be simulated are left out"));
        return ConfigSchema.object(List.of(FileReference.FILE), properties);
    }

    private static Map<String, Object> of(String kind, String sentence) {
        return ConfigSchema.described(ConfigSchema.ref(kind), sentence);
    }
}
