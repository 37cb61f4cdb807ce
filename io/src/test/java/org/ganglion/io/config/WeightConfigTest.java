package org.ganglion.io.config;

import static org.ganglion.io.config.Models.SOUND;
import static org.ganglion.io.config.Models.assertErrors;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.junit.jupiter.api.Test;

/** Recorders of weights, read, written and read again; and what is said of their mistakes. */
class WeightConfigTest {
    private static final double EVER = Double.POSITIVE_INFINITY;
    private static final String PROJECTIONS = SOUND + """
            projections:
              EI: {from: E, to: I, rule: fixed_indegree, indegree: 5, weight: J, delay: 1 ms}
              back: {from: I, to: [E, I], rule: fixed_indegree, indegree: 5, weight: J, delay: 1 ms}
            recorders:
            """;

    /** Reads recorders, and checks that their canonical form means the same. */
    private static List<Recorder> read(String lines) {
        Experiment experiment = Models.read(PROJECTIONS + lines).experiment();
        String json = ConfigWriter.toJson(experiment);
        Experiment again = ConfigReader.read(json, "run.json", Overrides.NONE).experiment();
        assertEquals(experiment, again, json);
        assertEquals(json, ConfigWriter.toJson(again));
        return experiment.network().recorders();
    }

    private static Recorder.Weights all(String name, String projection, double intervalMs) {
        return new Recorder.Weights(name, projection, intervalMs);
    }

    @Test
    void oneProjectionAtTimesOrAtTheEnd() {
        assertEquals(
                List.of(
                        new Recorder.Weights(
                                "w", "EI", new Selection.Slice(0, 10), new Selection.Listed(List.of(3)), 1000, 12, 22),
                        all("end", "back/I-I", EVER)),
                read("""
                          w: {type: weights, projection: EI, sources: 0..9, targets: 3, interval: 1 s, origin: 2 ms,
                            start: 10 ms, stop: 20 ms}
                          end: {type: weights, projection: back/I-I}
                        """));
    }

    @Test
    void severalProjectionsMakeARecorderEach() {
        List<Recorder> both = List.of(all("w/back-I-E", "back/I-E", 5), all("w/back-I-I", "back/I-I", 5));
        assertEquals(both, read("  w: {type: weights, projection: back, interval: 5 ms}\n"));
        List<Recorder> three =
                List.of(all("w/EI", "EI", 5), all("w/back-I-E", "back/I-E", 5), all("w/back-I-I", "back/I-I", 5));
        assertEquals(three, read("  w: {type: weights, projection: all, interval: 5 ms}\n"));
        assertEquals(three, read("  w: {type: weights, projection: [EI, back], interval: 5 ms}\n"));
    }

    @Test
    void mistakesAreToldWithTheirPlace() {
        assertErrors(
                PROJECTIONS + """
                          a: {type: weights, projection: IE, interval: 5 ms}
                          b: {type: weights, projection: [EI, EI], sources: 100, targets: 20..30}
                          c: {type: weights, interval: 0.25 ms, from: E}
                          d: {type: weights, projection: EI, interval: 5}
                          e: {type: weight, projection: EI}
                        """,
                "model.yaml:14:34: recorders.a.projection: unknown projection \"IE\" (allowed: EI, back/I-E, back/I-I);"
                        + " did you mean \"EI\"?",
                "model.yaml:15:39: recorders.b.projection: EI is listed twice; remove one",
                "model.yaml:15:53: recorders.b.sources: there is no neuron 100; E has the neurons 0 to 99",
                "model.yaml:15:67: recorders.b.targets: neurons 20..30 are not all there; I has the neurons 0 to 24",
                "model.yaml:16:3: recorders.c.projection: is missing; write it, as in \"projection: E-I\"",
                "model.yaml:16:41: recorders.c.from: unknown key \"from\" (allowed: type, projection, sources, targets,"
                        + " interval, origin, start, stop); use one of these",
                "model.yaml:17:48: recorders.d.interval: 5 has no unit; a time is needed: write 5 ms",
                "model.yaml:18:13: recorders.e.type: unknown type of recorder \"weight\" (allowed: spikes, state, rate,"
                        + " weights); did you mean \"weights\"?");
    }
}
