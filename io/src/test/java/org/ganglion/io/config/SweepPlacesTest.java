package org.ganglion.io.config;

import static org.ganglion.io.config.Models.SOUND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in a value of a sweep is told of where the user wrote the value. */
class SweepPlacesTest {
    private static final String MODEL = SOUND + """
            sweep:
              grid: {populations.E.size: [10, 0, -1, 2.5], g: 4:5:1}
              seeds: [7, 8]
            """;

    private static SweepArguments arguments(String... axes) {
        return new SweepArguments(List.of(axes), Optional.empty(), Optional.empty(), List.of(), false);
    }

    private static void assertError(String model, SweepArguments arguments, String trial, String message) {
        assertEquals(
                List.of(message), Models.errors(model, new Overrides(List.of(), arguments, List.of(trial))), message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "populations.E.size=0 | 11:35: populations.E.size: 0 neurons cannot be simulated; it must be at least 1",
                "populations.E.size=2.5 | 11:42: populations.E.size: 2.5 is not a whole number; write round(...) around it",
            })
    void itIsTheElementOfAList(String trial, String message) {
        assertError(MODEL, arguments(), trial, "model.yaml:" + message);
    }

    @Test
    void ofARangeItIsTheWhole() {
        String model = MODEL.replace("g: 4:5:1", "populations.I.size: -2:0:1");
        assertError(
                model,
                arguments(),
                "populations.I.size=-1",
                "model.yaml:11:68: populations.I.size: -1 neurons cannot be simulated; it must be at least 1");
    }

    @Test
    void anUnknownNameIsToldOfThereToo() {
        String model = MODEL.replace("g: 4:5:1", "g: [1, a]");
        assertError(
                model,
                arguments(),
                "g=a",
                "model.yaml:11:55: parameters.g: unknown name \"a\" (allowed: J, g); use one of these");
    }

    @Test
    void whatTheCommandLineVariesIsToldOfThere() {
        String message = "--sweep: populations.E.size: 0 neurons cannot be simulated; it must be at least 1";
        assertError(MODEL, arguments("populations.E.size=10,0"), "populations.E.size=0", message);
        assertError(SOUND, arguments("populations.E.size=10,0"), "populations.E.size=0", message);
    }

    @Test
    void whatIsSetBesideATrialIsStillToldOfAsSuch() {
        List<String> errors =
                Models.errors(MODEL, new Overrides(List.of("populations.I.size=0"), arguments(), List.of("g=4")));
        assertEquals(
                List.of("--set: populations.I.size: 0 neurons cannot be simulated; it must be at least 1"), errors);
    }
}
