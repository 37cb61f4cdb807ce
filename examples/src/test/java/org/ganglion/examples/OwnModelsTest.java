package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ganglion.examples.Example.Ran;
import org.ganglion.io.config.ConfigReader;
import org.ganglion.io.config.Overrides;
import org.ganglion.network.Experiment;
import org.ganglion.simulator.PopulationSummary;
import org.ganglion.simulator.RunSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The network of docs/adding-a-model.md, and the page itself. */
class OwnModelsTest {
    private static final Path PAGE = Example.FOLDER.resolve("../docs/adding-a-model.md");

    @ParameterizedTest
    @ValueSource(strings = {"PerfectIntegrator.java", "HebbianSynapse.java"})
    void thePageShowsTheFileAsItIs(String file) throws Exception {
        String code = Files.readString(Example.FOLDER.resolve(file));

        assertTrue(
                Files.readString(PAGE).contains("```java\n" + code + "```"),
                "docs/adding-a-model.md shows another " + file + "; copy the file into it");
    }

    /** Gerstein & Mandelbrot 1964: a random walk with drift reaches the threshold after inverse Gaussian intervals. */
    @Test
    void theNeuronFiresLikeARandomWalk() throws Exception {
        Ran ran = Example.run(Example.yaml("own-models.yaml", "simulation.duration=5s"));
        double jumpMv = 1;
        double excitationHz = 600;
        double inhibitionHz = 400;
        double thresholdMv = 20;
        double drift = jumpMv * (excitationHz - inhibitionHz);
        double spread = jumpMv * jumpMv * (excitationHz + inhibitionHz);

        PopulationSummary alone = Activity.summary(ran, "alone");
        double rateHz = drift / thresholdMv;
        // Intervals in 5 s and of 400 neurons: the mean is known to 0.5 / sqrt(20,000), so 2 % are five deviations.
        assertEquals(rateHz, alone.rateHz(), 0.02 * rateHz);
        // The CV of 50 intervals comes out some 3 % too low on average.
        double cv = Math.sqrt(spread / (drift * thresholdMv));
        assertEquals(cv, alone.cv(), 0.06 * cv);
    }

    @Test
    void theSynapseLetsItsTargetsFireMore() throws Exception {
        Ran ran = Example.run(Example.yaml("own-models.yaml", "simulation.duration=5s"));
        double before = Activity.of(ran, 0, 1000, 1000, "second").mean();
        double after = Activity.of(ran, 4000, 5000, 1000, "second").mean();
        double untouched = Activity.of(ran, 4000, 5000, 1000, "first").mean();

        assertTrue(after > before + 5 * Math.sqrt(before), before + " spikes at first, then " + after);
        assertTrue(after > untouched + 5 * Math.sqrt(untouched), after + " spikes against " + untouched);
    }

    /**
     * Spikes are sent at 10, 20 and 30 ms; the target is made to fire at 15 ms, which the synapse hears 1 ms later. So the
     * weight goes from 0.5 to 0.5 - 0.005 with the first spike, gains 0.02 exp(-(15 + 1 - 10) / 20) with the target's, and
     * loses 0.005 with each of the other two. Each jump of the potential is the weight at that time.
     */
    @Test
    void theSynapseFollowsItsEquations() throws Exception {
        Ran ran = Example.run(one());

        double first = 0.5 - 0.005;
        double second = first + 0.02 * Math.exp(-(15 + 1 - 10) / 20.0) - 0.005;
        double third = second - 0.005;
        assertEquals(
                List.of(15.0),
                ran.spikes().stream()
                        .filter(s -> s.population().equals("post"))
                        .map(s -> s.timeMs())
                        .toList());
        assertEquals(first, jumpMv(ran, 11), 1e-5);
        assertEquals(second, jumpMv(ran, 21), 1e-5);
        assertEquals(third, jumpMv(ran, 31), 1e-5);
    }

    private static Experiment one() {
        String text = """
                models: [HebbianSynapse.java, PerfectIntegrator.java]
                populations:
                  pre: {model: parrot_neuron, size: 1}
                  post: {model: perfect_integrator, size: 1, parameters: {V_th: 20 mV}}
                projections:
                  learning: {from: pre, to: post, rule: all_to_all, weight: 0.5 mV, delay: 1 ms,
                             synapse: {model: hebbian_synapse, A: 0.02 mV, w_in: -0.005 mV, Wmax: 2 mV}}
                stimuli:
                  come: {type: spike_train, to: pre, times: [10 ms, 20 ms, 30 ms], delay: 0 ms}
                  fire: {type: spike_train, to: post, times: [15 ms], weight: 100 mV, delay: 0 ms}
                recorders:
                  spikes: {type: spikes, from: all}
                  state: {type: state, from: post, variables: [V_m], interval: 0.1 ms}
                simulation: {duration: 40 ms}
                """;
        return ConfigReader.read(text, Example.FOLDER.resolve("one.yaml").toString(), Overrides.NONE)
                .experiment();
    }

    /** By how much the potential has risen with the step that ends at a time. */
    private static double jumpMv(Ran ran, double timeMs) {
        return valueMv(ran, timeMs) - valueMv(ran, timeMs - 0.1);
    }

    private static double valueMv(Ran ran, double timeMs) {
        return ran.samples().stream()
                .filter(s -> Math.abs(s.timeMs() - timeMs) < 1e-6)
                .mapToDouble(s -> s.values()[0])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void groupsDoNotChangeTheSpikes() throws Exception {
        String one = hash(1);

        assertEquals(one, hash(2));
        assertEquals(one, hash(3));
        assertEquals(one, hash(7));
    }

    private static String hash(int groups) throws Exception {
        RunSummary summary = Example.run(
                        Example.yaml("own-models.yaml", "simulation.duration=500ms", "simulation.groups=" + groups))
                .summary();
        assertTrue(summary.spikes() > 1000, "too few spikes: " + summary.spikes());
        return summary.spikeHashText() + summary.stateHash();
    }
}
