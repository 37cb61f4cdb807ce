package org.ganglion.io.config;

import static org.ganglion.io.config.Models.SOUND;
import static org.ganglion.io.config.Models.assertErrors;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganglion.network.Change;
import org.ganglion.network.Experiment;
import org.junit.jupiter.api.Test;

/** Changes of stimuli while a network runs: read, written and read again, and what is said of mistakes. */
class ChangesConfigTest {

    /** Lines 10 to 15. */
    private static final String STIMULI = SOUND + """
            stimuli:
              ext: {type: poisson, to: [E, I], rate: 8 kHz, weight: J}
              push: {type: dc, to: E, amplitude: 100 pA, start: 10 ms, stop: 20 ms}
              wave: {type: sinusoidal_poisson, to: P, rate: 10 Hz, amplitude: 5 Hz}
              train: {type: spike_train, to: E, times: [1 ms], weight: J, delay: 1 ms}
            """;

    private static final String CHANGED = STIMULI + """
            changes:
              - {at: 500 ms, set: {stimuli.ext.rate: 2 * g * kHz, stimuli.push.amplitude: 0.2 nA}}
              - at: 0.1 s
                set: {stimuli.wave.amplitude: 0 Hz}
            """;

    @Test
    void changesAreReadInTheOrderOfTimeAndWrittenAgain() {
        Experiment experiment = Models.read(CHANGED).experiment();
        assertEquals(
                List.of(
                        new Change(100, "wave", "amplitude", 0),
                        new Change(500, "ext", "rate", 10_000),
                        new Change(500, "push", "amplitude", 200)),
                experiment.changes());
        String json = ConfigWriter.toJson(experiment);
        assertEquals(
                experiment, ConfigReader.read(json, "run.json", Overrides.NONE).experiment(), json);
    }

    @Test
    void twoChangesOfTheSameAtOneTimeKeepTheirOrder() {
        Experiment twice = Models.read(CHANGED)
                .experiment()
                .with(new Change(500, "ext", "rate", 3000))
                .with(new Change(500, "ext", "rate", 2000));
        String json = ConfigWriter.toJson(twice);
        assertEquals(twice, ConfigReader.read(json, "run.json", Overrides.NONE).experiment(), json);
    }

    @Test
    void changesAreInTheHashOfTheNetworkAndTheirAbsenceIsNot() {
        Experiment without = Models.read(STIMULI).experiment();
        Experiment with = Models.read(CHANGED).experiment();
        assertNotEquals(ConfigWriter.networkHash(without), ConfigWriter.networkHash(with));
        assertEquals(
                ConfigWriter.networkHash(without),
                ConfigWriter.networkHash(Models.read(STIMULI + "changes: []\n").experiment()));
        assertTrue(!ConfigWriter.toJson(without).contains("changes"));
    }

    @Test
    void whatCannotChangeIsToldWithWhatCan() {
        assertErrors(
                STIMULI + """
                        changes:
                          - {at: 500 ms, set: {stimuli.ext.rat: 9 Hz, stimuli.train.weight: 9 pA}}
                          - {at: 100.05 ms, set: {stimuli.exd.rate: 9 Hz, populations.E.size: 3}}
                          - {at: 1 ms, set: {stimuli.ext.rate: 9 mV}}
                          - {at: 2 ms, set: {stimuli.ext.rate: -9 Hz, stimuli.push.amplitude: 1}}
                          - {when: 2 ms}
                        """,
                "model.yaml:16:41: changes.0.set.stimuli.ext.rat: unknown parameter that can change of ext \"rat\""
                        + " (allowed: rate); did you mean \"rate\"?",
                "model.yaml:16:69: changes.0.set.stimuli.train.weight: no parameter of train can change while it runs;"
                        + " write the change into the stimulus itself, as times and values",
                "model.yaml:17:10: changes.1.at: 100.05 ms is not a multiple of the step (0.1 ms); it would round to"
                        + " 100 ms; write 100 ms or lower simulation.dt",
                "model.yaml:17:45: changes.1.set.stimuli.exd.rate: unknown stimulus \"exd\" (allowed: ext, push,"
                        + " wave, train); did you mean \"ext\"?",
                "model.yaml:17:71: changes.1.set.populations.E.size: only stimuli can change while a network runs;"
                        + " write stimuli.NAME.PARAMETER, for example stimuli.ext.rate: 9 Hz",
                "model.yaml:18:40: changes.2.set.stimuli.ext.rate: 9 mV is a voltage; a rate is needed, in Hz or with"
                        + " another prefix",
                "model.yaml:19:40: changes.3.set.stimuli.ext.rate: -9 Hz is not allowed; it must be at least 0 Hz",
                "model.yaml:19:71: changes.3.set.stimuli.push.amplitude: 1 has no unit; a current is needed: write"
                        + " 1 pA",
                "model.yaml:20:5: changes.4.at: is missing; write it, as in \"at: 500 ms\"",
                "model.yaml:20:5: changes.4.set: is missing; write it, as in \"set: {stimuli.ext.rate: 9 Hz}\"",
                "model.yaml:20:6: changes.4.when: unknown key \"when\" (allowed: at, set); use one of these");
    }

    @Test
    void aChangeIsReadFromAnArgument() {
        Experiment experiment = Models.read(STIMULI).experiment();
        assertEquals(
                new Change(12.5, "push", "amplitude", 300),
                ChangeArgument.parse("stimuli.push.amplitude=0.3 nA", "--change", experiment, 12.5));
        assertEquals(
                "--change: stimuli.ext.rate: 9 mV is a voltage; a rate is needed, in Hz or with another prefix",
                complaint("stimuli.ext.rate=9 mV", experiment));
        assertEquals(
                "--change: rate=9: is not of the form stimuli.NAME.PARAMETER=VALUE; write, for example,"
                        + " stimuli.ext.rate='9 Hz'",
                complaint("rate=9", experiment));
    }

    private static String complaint(String assignment, Experiment experiment) {
        return assertThrows(ConfigException.class, () -> ChangeArgument.parse(assignment, "--change", experiment, 0))
                .errors()
                .getFirst()
                .toString();
    }
}
