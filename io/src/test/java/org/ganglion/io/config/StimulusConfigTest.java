package org.ganglion.io.config;

import static org.ganglion.io.config.Models.SOUND;
import static org.ganglion.io.config.Models.assertErrors;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ganglion.io.quantity.ExpressionFormula;
import org.ganglion.network.Experiment;
import org.ganglion.network.Rate;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.spec.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stimuli and recorders of all types, read, written and read again; and what is said of their mistakes. */
class StimulusConfigTest {
    private static final double EVER = Double.POSITIVE_INFINITY;
    private static final Selection ALL = Selection.ALL;

    private static String stimulus(String rest) {
        return SOUND + "stimuli:\n  s: {to: E, " + rest + "}\n";
    }

    /** Reads one stimulus, and checks that its canonical form means the same. */
    private static Stimulus read(String rest) {
        Experiment experiment = Models.read(stimulus(rest)).experiment();
        String json = ConfigWriter.toJson(experiment);
        Experiment again = ConfigReader.read(json, "run.json", Overrides.NONE).experiment();
        assertEquals(experiment, again, json);
        assertEquals(json, ConfigWriter.toJson(again));
        assertEquals(ConfigWriter.networkHash(experiment), ConfigWriter.networkHash(again));
        return experiment.network().stimuli().getFirst();
    }

    private static Rate course(String text) {
        return new Rate.Course(new ExpressionFormula("t", Unit.MILLISECOND, Unit.HERTZ, text));
    }

    @Test
    void ratesInStepsAndByExpressions() {
        Rate steps = new Rate.Steps(List.of(0.0, 500.0), List.of(5.0, 20.0));
        assertEquals(
                new Stimulus.ModulatedPoisson("s", "E", ALL, steps, true, 10, 0, EVER),
                read("type: inhomogeneous_poisson, rate_times: [0 ms, 0.5 s], rate_values: [5 Hz, 4 * g * Hz],"
                        + " weight: J"));
        assertEquals(
                new Stimulus.ModulatedPoisson(
                        "s", "E", ALL, course("(5.0) * Hz * (1 + sin(2 * pi * t / (1 s)))"), false, 10, 12, 22),
                read("type: inhomogeneous_poisson_generator, rate: g * Hz * (1 + sin(2 * pi * t / (1 s))), weight: J,"
                        + " individual_spike_trains: false, origin: 2 ms, start: 10 ms, stop: 20 ms"));
        assertEquals(
                new Stimulus.ModulatedPoisson("s", "E", ALL, course("5 Hz + t / s * (1 Hz)"), true, 10, 0, EVER),
                read("type: poisson, rate: 5 Hz + t / s * (1 Hz), weight: J"));
        assertEquals(
                new Stimulus.Gamma("s", "E", ALL, steps, 3, true, 10, 0, EVER),
                read("type: inhomogeneous_gamma, rate_times: [0 ms, 0.5 s], rate_values: [5 Hz, 20 Hz], order: 3,"
                        + " weight: J"));
        assertEquals(
                new Stimulus.Gamma("s", "E", ALL, new Rate.Constant(8), 1, false, 10, 0, EVER),
                read("type: gamma_generator, rate: 8 Hz, weight: J, individual_spike_trains: false"));
        assertEquals(
                new Stimulus.Gamma("s", "E", ALL, course("t * Hz / ms"), 2.5, true, 10, 0, EVER),
                read("type: gamma, rate: t * Hz / ms, order: 2.5, weight: J"));
    }

    @Test
    void ratesThatAreSines() {
        Rate sine = new Rate.Sinusoid(30, 50, 10, 90);
        assertEquals(
                new Stimulus.ModulatedPoisson("s", "E", ALL, sine, true, 10, 0, EVER),
                read(
                        "type: sinusoidal_poisson, rate: 30 Hz, amplitude: 50 Hz, frequency: 10 Hz, phase: 90, weight: J"));
        assertEquals(
                new Stimulus.Gamma("s", "E", ALL, new Rate.Sinusoid(30, 0, 0, 0), 4, false, 10, 0, 100),
                read("type: sinusoidal_gamma_generator, rate: 30 Hz, order: 4, individual_spike_trains: false,"
                        + " weight: J, stop: 0.1 s"));
    }

    @Test
    void correlatedSpikesAndPackets() {
        assertEquals(
                new Stimulus.Mip("s", "E", new Selection.Slice(0, 10), 100, 0.3, 10, 0, EVER),
                read("type: mip, rate: 0.1 kHz, p_copy: 0.3, weight: J, neurons: 0..9"));
        assertEquals(
                new Stimulus.PulsePacket("s", "E", ALL, List.of(50.0, 100.0), 40, 2.5, false, 10, 0, EVER),
                read("type: pulsepacket, pulse_times: [50 ms, 100 ms], activity: 8 * g, sdev: 2.5 ms, weight: J"));
        assertEquals(
                new Stimulus.PulsePacket("s", "E", ALL, List.of(50.0), 1, 0, true, 10, 0, EVER),
                read("type: pulsepacket_generator, pulse_times: 50 ms, activity: 1, individual_spike_trains: true,"
                        + " weight: J"));
    }

    @Test
    void currents() {
        assertEquals(
                new Stimulus.Alternating("s", "E", ALL, 100, 20, 40, 90, 5, 50),
                read("type: ac_generator, amplitude: 10 * J, offset: 20 pA, frequency: 40 Hz, phase: 90, start: 5 ms,"
                        + " stop: 50 ms"));
        assertEquals(
                new Stimulus.Noise("s", "E", ALL, 50, 30, 0.5, 10, 20, 45, 0, EVER),
                read("type: noise, mean: 50 pA, std: 30 pA, dt: 0.5 ms, std_mod: 10 pA, frequency: 20 Hz, phase: 45"));
        assertEquals(
                new Stimulus.Noise("s", "E", ALL, 0, 30, 1, 0, 0, 0, 0, EVER),
                read("type: noise_generator, std: 30 pA"));
        assertEquals(
                new Stimulus.Current("s", "E", ALL, List.of(0.0, 10.0), List.of(5.0, 0.0)),
                read("type: step_current_generator, amplitude_times: [0 ms, 10 ms], amplitude_values: [5 pA, 0 pA]"));
    }

    @Test
    void trainsAndStepsMayHaveAStartAndAStop() throws Exception {
        assertEquals(
                new Stimulus.SpikeTrain("s", "E", ALL, List.of(1.0, 9.0), 10, 1, 2, 12, Receptor.BY_SIGN),
                read("type: spike_train, times: [1 ms, 9 ms], weight: J, delay: 1 ms, origin: 2 ms, stop: 10 ms"));
        assertEquals(
                new Stimulus.Current("s", "E", ALL, List.of(1.0, 9.0), List.of(5.0, 6.0), 3, EVER),
                read("type: step_current, times: [1 ms, 9 ms], amplitudes: [5 pA, 6 pA], start: 3 ms"));
        write("neuron,time\n3,10.5\n0,2\n");
        Experiment experiment = fromFile(FROM_FILE.replace("delay: 1 ms", "delay: 1 ms, start: 2 ms, stop: 11 ms"));
        Stimulus.RecordedTrains trains =
                (Stimulus.RecordedTrains) experiment.network().stimuli().getFirst();
        assertEquals(2, trains.times().spikes());
        assertEquals(1, trains.emitted().spikes(), "the one at 2 ms is not after the start");
        String json = ConfigWriter.toJson(experiment);
        assertEquals(
                experiment,
                ConfigReader.read(json, "/elsewhere/run.json", Overrides.NONE).experiment());
        assertNotEquals(ConfigWriter.networkHash(experiment), ConfigWriter.networkHash(fromFile(FROM_FILE)));
    }

    /** What was described before there were windows keeps its hash. */
    @Test
    void whatHasNoWindowIsWrittenWithoutOne() {
        String train = "type: spike_train, times: [1 ms], weight: J, delay: 1 ms";
        String steps = "type: step_current, times: [1 ms], amplitudes: [5 pA]";
        for (String text : List.of(train, steps, train + ", start: 0 ms")) {
            String json = ConfigWriter.toJson(Models.read(stimulus(text)).experiment());
            assertFalse(json.contains("\"start\"") || json.contains("\"stop\""), json);
        }
    }

    @Test
    void windowsOfTrainsAndStepsAreChecked() {
        assertErrors(
                stimulus("type: spike_train, times: [1 ms], weight: J, delay: 1 ms, start: 0.05 ms, stop: 5 ms"),
                "model.yaml:11:79: stimuli.s.start: 0.05 ms is not a multiple of the step (0.1 ms); it would round to 0.1"
                        + " ms; write 0.1 ms or lower simulation.dt");
        assertErrors(
                stimulus("type: step_current, times: [9 ms, 1 ms], amplitudes: [5 pA, 6 pA], start: 3 ms, stop: 2 ms"),
                "model.yaml:11:48: stimuli.s.times.1: 1 ms is not after the time before it (9 ms); times must rise",
                "model.yaml:11:100: stimuli.s.stop: 2 ms is not after the start (3 ms); raise stop or lower start");
    }

    /** Each type has a name in NEST, and both mean the same. */
    @ParameterizedTest
    @CsvSource({
        "poisson, poisson_generator, 'rate: 8 Hz, weight: J'",
        "spike_train, spike_generator, 'spike_times: [1 ms], weight: J, delay: 1 ms'",
        "dc, dc_generator, 'amplitude: 3 pA'",
        "mip, mip_generator, 'rate: 8 Hz, p_copy: 1, weight: J'",
        "gamma, gamma_generator, 'rate: 8 Hz, order: 2, weight: J'"
    })
    void aTypeMayHaveItsNameInNest(String own, String other, String rest) {
        assertEquals(read("type: " + own + ", " + rest), read("type: " + other + ", " + rest));
    }

    @Test
    void anEntryWithoutTypeIsReported() {
        assertErrors(
                stimulus("rate: 8 Hz, weight: J"),
                "model.yaml:11:3: stimuli.s.type: is missing; write it, as in \"type: poisson\"");
        assertErrors(
                SOUND + "recorders:\n  r: {from: E}\n",
                "model.yaml:11:3: recorders.r.type: is missing; write it, as in \"type: spikes\"");
    }

    @Test
    void anUnknownTypeIsToldItsNeighbour() {
        assertErrors(
                stimulus("type: puls_packet, weight: J"),
                "model.yaml:11:20: stimuli.s.type: unknown type of stimulus \"puls_packet\" (allowed: poisson,"
                        + " inhomogeneous_poisson, sinusoidal_poisson, gamma, inhomogeneous_gamma, sinusoidal_gamma, mip,"
                        + " pulsepacket, spike_train, dc, step_current, ac, noise); did you mean \"pulsepacket\"?");
    }

    @Test
    void rates() {
        // Looked at in the middle of steps: the first one below zero is the one after 300 ms.
        assertErrors(
                stimulus("type: poisson, rate: 30 Hz - t * Hz / (10 ms), weight: J"),
                "model.yaml:11:35: stimuli.s.rate: 30 Hz - t * Hz / (10 ms) is " + (30 - 300.05 / 10)
                        + " Hz at t = 300.05 ms; a rate must be at least 0 Hz: write max(0 Hz, ...) around it");
        assertErrors(
                stimulus("type: poisson, rate: 8 mV + t * mV / ms, weight: J"),
                "model.yaml:11:35: stimuli.s.rate: 8 mV + t * mV / ms is a voltage; a rate is needed, in Hz or with another"
                        + " prefix");
        assertErrors(
                stimulus("type: inhomogeneous_poisson, rate_times: [0 ms, 10.05 ms, 5 ms], rate_values: [1 Hz, -1 Hz],"
                        + " weight: J"),
                "model.yaml:11:62: stimuli.s.rate_times.1: 10.05 ms is not a multiple of the step (0.1 ms); it would round"
                        + " to 10.1 ms; write 10.1 ms or lower simulation.dt",
                "model.yaml:11:72: stimuli.s.rate_times.2: 5 ms is not after the time before it (10.05 ms); times must"
                        + " rise",
                "model.yaml:11:92: stimuli.s.rate_values: there are 2 rate values for 3 times; give one for each",
                "model.yaml:11:99: stimuli.s.rate_values.1: -1 Hz is not allowed; it must be at least 0 Hz");
        assertErrors(
                stimulus("type: inhomogeneous_poisson, rate: 1 Hz, rate_times: [0 ms], rate_values: [1 Hz], weight: J"),
                "model.yaml:11:43: stimuli.s.rate: the rate is given twice; remove rate, or rate_times and rate_values");
        assertErrors(
                stimulus("type: gamma, rate: 8 Hz, order: 0.5, weight: J"),
                "model.yaml:11:46: stimuli.s.order: 0.5 is not allowed; it must be at least 1");
        assertErrors(
                stimulus("type: sinusoidal_gamma, rate: 8 Hz, amplitude: 9 Hz, weight: J"),
                "model.yaml:11:61: stimuli.s.amplitude: 9 Hz is above the rate (8 Hz), which would fall below zero; lower"
                        + " the amplitude or raise the rate");
        assertErrors(
                stimulus("type: poisson, rate: t * Hz / ms, weight: J").replace("  g: 5\n", "  g: 5\n  t: 3\n"),
                "model.yaml:12:35: stimuli.s.rate: t is the time here, and there is a parameter of that name; rename the"
                        + " parameter");
    }

    @Test
    void numbersOfOtherStimuli() {
        assertErrors(
                stimulus("type: mip, rate: -1 Hz, p_copy: 1.2, weight: J"),
                "model.yaml:11:31: stimuli.s.rate: -1 Hz is not allowed; it must be at least 0 Hz",
                "model.yaml:11:46: stimuli.s.p_copy: 1.2 is not allowed; it must be at least 0 and at most 1");
        assertErrors(
                stimulus("type: mip, rate: 6 MHz, p_copy: 1, weight: J"),
                "model.yaml:11:31: stimuli.s.rate: 6000000 Hz gives more than 500 spikes of the mother process in one step"
                        + " (0.1 ms); lower the rate or simulation.dt");
        assertErrors(
                stimulus("type: pulsepacket, pulse_times: [20 ms, 10 ms], activity: -3, sdev: -1 ms, weight: J"),
                "model.yaml:11:54: stimuli.s.pulse_times.1: 10 ms is not after the time before it (20 ms); times must rise",
                "model.yaml:11:72: stimuli.s.activity: -3 is not allowed; it must be at least 0 and at most 1000000",
                "model.yaml:11:82: stimuli.s.sdev: -1 ms is not allowed; it must be at least 0 ms");
        assertErrors(
                stimulus("type: noise, std: -3 pA, dt: 0.25 ms, std_mod: 1 pA"),
                "model.yaml:11:32: stimuli.s.std: -3 pA is not allowed; it must be at least 0 pA",
                "model.yaml:11:43: stimuli.s.dt: 0.25 ms is not a multiple of the step (0.1 ms); it would round to 0.3 ms;"
                        + " write 0.3 ms or lower simulation.dt");
        assertErrors(
                stimulus("type: noise, std: 3 pA, dt: 0.04 ms, std_mod: 4 pA"),
                "model.yaml:11:42: stimuli.s.dt: 0.04 ms is below one step (0.1 ms); raise it or lower simulation.dt",
                "model.yaml:11:60: stimuli.s.std_mod: 4 pA is above std (3 pA), so that the variance would fall below zero;"
                        + " lower std_mod or raise std");
        assertErrors(
                stimulus("type: ac, amplitude: 3 pA, frequency: 5, start: 10 ms, stop: 10 ms"),
                "model.yaml:11:52: stimuli.s.frequency: 5 has no unit; a rate is needed: write 5 Hz",
                "model.yaml:11:75: stimuli.s.stop: 10 ms is not after the start (10 ms); raise stop or lower start");
        assertErrors(
                stimulus("type: noise, std: 3 pA").replace("to: E", "to: [P, E]"),
                "model.yaml:11:11: stimuli.s.to: P is of the model parrot_neuron, which takes no current; choose another"
                        + " population or send spikes");
    }

    /** Keys of NEST keep their names in messages, in entries for several populations too. */
    @Test
    void mistakesInKeysOfNestAreToldByTheirNames() {
        assertErrors(
                stimulus(
                                "type: step_current_generator, amplitude_times: [1 ms, 2 ms, 1.5 ms], amplitude_values: [1 pA, 2 pA]")
                        .replace("to: E", "to: [E, I]"),
                "model.yaml:11:79: stimuli.s.amplitude_times.2: 1.5 ms is not after the time before it (2 ms); times must"
                        + " rise",
                "model.yaml:11:106: stimuli.s.amplitude_values: there are 2 amplitudes for 3 times; give one for each");
    }

    @Test
    void recordersOfStatesRatesAndSpikes() {
        Experiment experiment = Models.read(SOUND + """
                recorders:
                  s: {type: spikes, from: E, start: 100 ms, stop: 0.5 s}
                  v: {type: multimeter, from: E, neurons: [3, 1], record_from: V_m, interval: 1 ms, offset: 0.3 ms,
                      start: 20 ms, origin: 5 ms}
                  r: {type: rate, from: [E, I], bin: 5 ms, neurons: 0..9}
                  t: {type: state, from: E, variables: [V_m, I_syn], interval: 0.1 ms}
                """).experiment();
        List<Recorder> expected = List.of(
                new Recorder.Spikes("s", "E", ALL, 100, 500),
                new Recorder.State("v", "E", new Selection.Listed(List.of(3, 1)), List.of("V_m"), 1, 0.3, 25, EVER),
                new Recorder.Rates("r/E", "E", new Selection.Slice(0, 10), 5),
                new Recorder.Rates("r/I", "I", new Selection.Slice(0, 10), 5),
                new Recorder.State("t", "E", ALL, List.of("V_m", "I_syn"), 0.1));
        assertEquals(expected, experiment.network().recorders());
        String json = ConfigWriter.toJson(experiment);
        assertEquals(
                experiment, ConfigReader.read(json, "r.json", Overrides.NONE).experiment(), json);
        assertTrue(json.contains("\"neurons\": \"0..9\", \"bin\": \"5 ms\"}"), "without defaults: " + json);
        assertErrors(
                SOUND + "recorders:\n  r: {type: rate, from: E, bin: 0.25 ms, stop: 0.05 ms}\n",
                "model.yaml:11:33: recorders.r.bin: 0.25 ms is not a multiple of the step (0.1 ms); it would round to 0.3"
                        + " ms; write 0.3 ms or lower simulation.dt",
                "model.yaml:11:48: recorders.r.stop: 0.05 ms is not a multiple of the step (0.1 ms); it would round to 0.1"
                        + " ms; write 0.1 ms or lower simulation.dt");
    }

    @TempDir
    private Path folder;

    private static final String FROM_FILE =
            stimulus("type: spike_train, file: data/spikes.csv, weight: J, delay: 1 ms");

    private Experiment fromFile(String text) throws Exception {
        Path model = Files.writeString(folder.resolve("model.yaml"), text);
        return ConfigReader.read(model, Overrides.NONE).experiment();
    }

    private void write(String spikes) throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/spikes.csv"), spikes);
    }

    @Test
    void spikesOfAFileBelongToTheDescription() throws Exception {
        write("neuron,time\n3,10.5\n0,2\n");
        Experiment experiment = fromFile(FROM_FILE);
        Stimulus.RecordedTrains trains =
                (Stimulus.RecordedTrains) experiment.network().stimuli().getFirst();
        assertEquals(4, trains.times().neurons());
        assertEquals(10_500, trains.times().tic(trains.times().begin(3)));
        String json = ConfigWriter.toJson(experiment);
        String hash = ConfigWriter.networkHash(experiment);
        Experiment again =
                ConfigReader.read(json, "/elsewhere/run.json", Overrides.NONE).experiment();
        assertEquals(experiment, again);
        assertEquals(json, ConfigWriter.toJson(again));
        assertEquals(hash, ConfigWriter.networkHash(again));

        // The place of a file decides nothing, its content does.
        Files.move(folder.resolve("data"), folder.resolve("moved"));
        Experiment moved = fromFile(FROM_FILE.replace("data/", "moved/"));
        assertNotEquals(experiment, moved);
        assertEquals(hash, ConfigWriter.networkHash(moved));
        write("neuron,time\n3,10.5\n0,2.001\n");
        assertNotEquals(hash, ConfigWriter.networkHash(fromFile(FROM_FILE)));

        ConfigException thrown =
                assertThrows(ConfigException.class, () -> ConfigReader.read(json, "run.json", Overrides.NONE));
        String message = thrown.errors().toString();
        assertTrue(
                message.contains("stimuli.s.file: ") && message.contains("has changed since it was described"),
                message);
    }

    @Test
    void aFileThatDoesNotFitIsReported() throws Exception {
        assertTrue(
                errors(FROM_FILE).contains("stimuli.s.file: data/spikes.csv: there is no such file"),
                errors(FROM_FILE));
        write("neuron,time\n3,10.5\n0,-2\n");
        assertTrue(errors(FROM_FILE).contains("spikes.csv:3: a spike at -2.0 ms; times must be at least 0 ms"));
        write("100,10.5\n");
        String message = "spikes.csv:1: a spike of neuron 100, but E has the neurons 0 to 99; correct the file or name"
                + " another population";
        assertTrue(errors(FROM_FILE).contains(message), errors(FROM_FILE));
        write("0\n5\n");
        String early = errors(FROM_FILE.replace("delay: 1 ms", "delay: 0 ms"));
        assertTrue(early.contains("a spike at 0 ms with a delay of 0 ms arrives before the first step"), early);
    }

    private String errors(String text) {
        return assertThrows(ConfigException.class, () -> fromFile(text))
                .errors()
                .toString();
    }
}
