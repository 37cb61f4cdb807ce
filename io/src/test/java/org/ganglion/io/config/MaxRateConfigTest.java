package org.ganglion.io.config;

import static org.ganglion.io.config.Models.SOUND;
import static org.ganglion.io.config.Models.assertErrors;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.ganglion.network.Experiment;
import org.ganglion.network.RunSettings;
import org.junit.jupiter.api.Test;

/** The rate that ends a run, as it is written. */
class MaxRateConfigTest {
    private static String with(String maxRate) {
        return SOUND.replace("1 s}", "1 s, max-rate: " + maxRate + "}");
    }

    private static double read(String maxRate) {
        Experiment experiment = Models.read(with(maxRate)).experiment();
        String json = ConfigWriter.toJson(experiment);
        assertEquals(
                experiment, ConfigReader.read(json, "run.json", Overrides.NONE).experiment(), json);
        return experiment.settings().maxRateHz();
    }

    @Test
    void aRateOrNoneIsReadAndWrittenAgain() {
        assertEquals(200, read("0.2 kHz"));
        assertEquals(Double.POSITIVE_INFINITY, read("none"));
        assertEquals(
                RunSettings.STANDARD_MAX_RATE_HZ,
                Models.read(SOUND).experiment().settings().maxRateHz());
    }

    @Test
    void itDecidesNothingButTheEndAndIsNotInTheHash() {
        assertEquals(
                ConfigWriter.networkHash(Models.read(SOUND).experiment()),
                ConfigWriter.networkHash(Models.read(with("none")).experiment()));
    }

    @Test
    void aRateThatEndsEveryRunIsRefused() {
        assertErrors(
                with("0 Hz"),
                "model.yaml:9:41: simulation.max-rate: 0 Hz ends every run; give a rate that no population should reach,"
                        + " or none");
        assertErrors(
                with("auto"),
                "model.yaml:9:41: simulation.max-rate: unknown name \"auto\" (allowed: J, g); use one of these");
    }
}
