package org.ganglion.io.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;

/** Texts of models, and what reading them reports. */
final class Models {

    /** Lines 1 to 9 of a sound model; a test adds lines to it from line 10 on. */
    static final String SOUND = """
            parameters:
              J: 10 pA
              g: 5
            populations:
              E: {model: iaf_psc_exp, size: 100}
              I: {model: iaf_psc_exp, size: 25}
              P: {model: parrot_neuron, size: 4}
            simulation:
              {dt: 0.1 ms, duration: 1 s}
            """;

    private Models() {}

    static Config read(String text) {
        return ConfigReader.read(text, "model.yaml", Overrides.NONE);
    }

    /** The whole messages, in order. */
    static void assertErrors(String text, String... messages) {
        assertEquals(lines(Stream.of(messages)), lines(errors(text, Overrides.NONE).stream()));
    }

    static List<String> errors(String text, Overrides overrides) {
        ConfigException thrown =
                assertThrows(ConfigException.class, () -> ConfigReader.read(text, "model.yaml", overrides));
        return thrown.errors().stream().map(ConfigError::toString).toList();
    }

    private static String lines(Stream<String> messages) {
        return String.join("\n", messages.toList());
    }
}
