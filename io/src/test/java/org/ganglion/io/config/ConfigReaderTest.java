package org.ganglion.io.config;

import static org.ganglion.io.config.Models.SOUND;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ganglion.io.hdf5.Compression;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.Projection;
import org.ganglion.network.Recorder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.connect.ConnectionRule;
import org.ganglion.network.connect.ConnectionRules;
import org.ganglion.network.random.Clipped;
import org.ganglion.network.random.Normal;
import org.ganglion.network.random.Redrawn;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.spec.Catalog;
import org.ganglion.network.spec.Values;
import org.ganglion.network.wiring.SynapticValue;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {

    static String brunel() {
        try (InputStream in = ConfigReaderTest.class.getResourceAsStream("brunel.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConnectionRule rule(String name, Map<String, Double> values) {
        Catalog.Entry<ConnectionRule> entry = ConnectionRules.CATALOG.find(name).orElseThrow();
        return entry.maker().apply(Values.of(entry.description(), values));
    }

    @Test
    void aWholeModelIsRead() {
        Config config = ConfigReader.read(brunel(), "some/brunel.yaml", Overrides.NONE);
        NetworkBuilder builder = NetworkBuilder.named("brunel");
        for (String name : List.of("E", "I")) {
            builder.population(name, name.equals("E") ? 10_000 : 2_500, "iaf_psc_delta", n -> n.set("tau_m", 20)
                    .set("C_m", 1)
                    .set("E_L", 0)
                    .set("V_reset", 10)
                    .set("V_th", 20)
                    .startAt("V_m", new Uniform(0, 20)));
        }
        ConnectionRule fromE = rule("fixed_indegree", Map.of("indegree", 1000.0));
        ConnectionRule fromI = rule("fixed_indegree", Map.of("indegree", 250.0));
        NetworkBuilder.Weight excitatory = NetworkBuilder.weight(0.1);
        NetworkBuilder.Weight inhibitory = NetworkBuilder.weight(-0.5);
        NetworkBuilder.Delay delay = NetworkBuilder.delayMs(1.5);
        // theta / (J_ex * C_E * tau_m) = 20 / (0.1 * 1000 * 20) per ms = 10 Hz; times eta * C_E
        double rateHz = 10.0 * 2 * 1000;
        Experiment expected = builder.project("excitation/E-E", "E", "E", fromE, excitatory, delay)
                .project("excitation/E-I", "E", "I", fromE, excitatory, delay)
                .project("inhibition/I-E", "I", "E", fromI, inhibitory, delay)
                .project("inhibition/I-I", "I", "I", fromI, inhibitory, delay)
                .poisson("background/E", "E", rateHz, 0.1)
                .poisson("background/I", "I", rateHz, 0.1)
                .record(new Recorder.Spikes("spikes/E", "E", Selection.ALL))
                .record(new Recorder.Spikes("spikes/I", "I", Selection.ALL))
                .record(new Recorder.State("voltage", "E", new Selection.Slice(0, 4), List.of("V_m"), 0.1))
                .simulate(new RunSettings(0.1, 1000, 100, 12345, 0, 2, false));
        assertEquals(expected, config.experiment());
        assertEquals(new OutputSettings(Optional.of(Path.of("runs/brunel")), false), config.output());
    }

    @Test
    void filesAreCompressedUnlessItIsAskedFor() {
        Config plain = Models.read(SOUND + "output: {compression: none}\n");
        assertEquals(Compression.NONE, plain.output().format().compression());
        Config again = ConfigReader.read(ConfigWriter.toJson(plain), "run.json", Overrides.NONE);
        assertEquals(plain.output(), again.output());
        for (String output : List.of("", "output: {compression: deflate}\n")) {
            assertEquals(
                    Compression.DEFLATE,
                    Models.read(SOUND + output).output().format().compression());
        }
    }

    @Test
    void onlyWhatMustBeThereIsNeeded() {
        Experiment experiment = Models.read(
                        "populations: {E: {model: iaf_psc_exp, size: 3}}\nsimulation: {duration: 10 ms}\n")
                .experiment();
        assertEquals(RunSettings.DEFAULT.withDurationMs(10), experiment.settings());
        assertEquals("model", experiment.network().name());
        assertEquals(Map.of(), experiment.network().population("E").parameters());
    }

    @Test
    void emptySectionsAreLikeNone() {
        Network network = Models.read(SOUND + "stimuli:\nrecorders:\nprojections:\n")
                .experiment()
                .network();
        assertEquals(List.of(), network.stimuli());
        assertEquals(List.of(), network.recorders());
        assertEquals(List.of(), network.projections());
    }

    @Test
    void valuesMayBeDrawnAndBounded() {
        Projection projection =
                Models.read(SOUND + """
                projections:
                  E-I:
                    {from: E, to: I, rule: all_to_all,
                     weight: {distribution: normal, mean: J, std: 0.1 * J, clip: {min: 0 pA, max: 20 pA}},
                     delay: {distribution: normal, mean: 1.5 ms, std: 0.75 ms, redraw: {min: 0.05 ms}}}
                """).experiment().network().projections().getFirst();
        assertEquals(new SynapticValue.Drawn(new Clipped(new Normal(10, 1), 0, 20)), projection.weight());
        assertEquals(
                new SynapticValue.Drawn(new Redrawn(new Normal(1.5, 0.75), 0.05, Double.POSITIVE_INFINITY)),
                projection.delayMs());
    }

    @Test
    void synapsesThatOnlyCountNeedNoWeight() {
        Network network = Models.read(SOUND + """
                projections:
                  E-P: {from: E, to: P, rule: all_to_all, delay: 1 ms}
                stimuli:
                  s: {type: poisson, to: P, rate: 8 Hz}
                """).experiment().network();
        assertEquals(SynapticValue.constant(1), network.projections().getFirst().weight());
        assertEquals(1, ((Stimulus.Poisson) network.stimuli().getFirst()).weight());
    }

    @Test
    void neuronsAreChosenInFourWays() {
        List<Recorder> recorders =
                Models.read(SOUND + """
                recorders:
                  a: {type: spikes, from: E, neurons: all}
                  b: {type: spikes, from: E, neurons: 0..2 * g}
                  c: {type: spikes, from: E, neurons: [g, 1]}
                  d: {type: spikes, from: E, neurons: 7}
                """).experiment().network().recorders();
        assertEquals(
                List.of(
                        Selection.ALL,
                        new Selection.Slice(0, 11),
                        new Selection.Listed(List.of(5, 1)),
                        new Selection.Listed(List.of(7))),
                recorders.stream().map(r -> ((Recorder.OfNeurons) r).neurons()).toList());
    }

    @Test
    void timesOfSpikesSnapToTheTicAndCurrentsBecomeSteps() {
        List<Stimulus> stimuli = Models.read(SOUND + """
                stimuli:
                  s: {type: spike_train, to: E, times: [10.0004 ms, 0.02 s], weight: J, delay: 0 ms}
                  d: {type: dc, to: E, amplitude: 0.3 nA, start: 10 ms, stop: 20 ms}
                  e: {type: dc, to: E, amplitude: 0.3 nA}
                """).experiment().network().stimuli();
        assertEquals(
                List.of(
                        new Stimulus.SpikeTrain("s", "E", Selection.ALL, List.of(10.0, 20.0), 10, 0),
                        new Stimulus.Current("d", "E", Selection.ALL, List.of(10.0, 20.0), List.of(300.0, 0.0)),
                        new Stimulus.Current("e", "E", Selection.ALL, List.of(0.0), List.of(300.0))),
                stimuli);
    }

    @Test
    void mergeKeysTakeOverWhatIsNotGiven() {
        Network network = Models.read(SOUND.replace("  E: {", "  E: &neurons {")
                        .replace("  I: {model: iaf_psc_exp, size: 25}", "  I: {<<: *neurons, size: 25}"))
                .experiment()
                .network();
        assertEquals(Models.read(SOUND).experiment().network(), network);
    }

    @Test
    void aSeedHas64Bits() {
        assertEquals(
                Long.MIN_VALUE,
                Models.read(SOUND.replace("1 s}", "1 s, seed: -9223372036854775808}"))
                        .experiment()
                        .settings()
                        .seed());
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNoHarm() {
        assertEquals(
                Models.read(SOUND).experiment(),
                Models.read("\ufeff" + SOUND.replace("\n", "\r\n")).experiment());
    }
}
