package org.ganglion.io.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.connect.AllToAll;
import org.ganglion.network.connect.ConnectionRule;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.connect.FixedTotalNumber;
import org.ganglion.network.connect.PairwiseBernoulli;
import org.ganglion.network.random.Clipped;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Lognormal;
import org.ganglion.network.random.Normal;
import org.ganglion.network.random.Redrawn;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.synapse.Synapse;

class ConfigWriterTest {

    @Property(tries = 200)
    void whatIsWrittenIsReadAsTheSame(@ForAll("experiments") Experiment experiment) {
        String json = ConfigWriter.toJson(experiment);
        Config read = ConfigReader.read(json, "other.json", Overrides.NONE);
        assertEquals(experiment, read.experiment(), json);
        assertEquals(json, ConfigWriter.toJson(read.experiment()));
        assertEquals(ConfigWriter.networkHash(experiment), ConfigWriter.networkHash(read.experiment()));
    }

    @Example
    void aFileAndItsCanonicalFormMeanTheSame() {
        Config config = ConfigReader.read(ConfigReaderTest.brunel(), "brunel.yaml", Overrides.NONE);
        Config again = ConfigReader.read(ConfigWriter.toJson(config), "run.json", Overrides.NONE);
        assertEquals(config, again);
        assertEquals(
                ConfigWriter.toJson(config.experiment()).replaceFirst("(?s)\n}\n$", ""),
                ConfigWriter.toJson(config)
                        .replaceFirst("  \"description\": [^\n]*\n", "")
                        .replaceFirst("(?s),\n  \"output\".*", ""));
    }

    @Example
    void namesOfAnyLanguageAndOddTextsSurvive() {
        Experiment experiment = NetworkBuilder.named("Größe \"x\" \\ \u2028 \t {a: 1}")
                .population("Zelle_ß", 1, "iaf_psc_exp")
                .simulate(RunSettings.DEFAULT);
        Experiment read = ConfigReader.read(ConfigWriter.toJson(experiment), "x", Overrides.NONE)
                .experiment();
        assertEquals(experiment, read);
    }

    @Example
    void defaultsThatAreWrittenOutAreStillDefaults() {
        Experiment implied = network(p -> p);
        Experiment spelt = network(p -> p.set("tau_m", 10).startAt("V_m", -70));
        assertEquals(implied, spelt);
        assertEquals(ConfigWriter.networkHash(implied), ConfigWriter.networkHash(spelt));
    }

    private static Experiment network(UnaryOperator<NetworkBuilder.Neurons> settings) {
        return NetworkBuilder.named("n")
                .population("E", 1, "iaf_psc_exp", settings)
                .simulate(RunSettings.DEFAULT);
    }

    @Example
    void theHashIsAboutWhatDecidesTheResults() {
        Experiment base = network(p -> p);
        RunSettings settings = base.settings();
        String hash = ConfigWriter.networkHash(base);
        List<RunSettings> same = List.of(settings.withGroups(7), settings.withThreads(3), settings.withBarrier(true));
        same.forEach(s -> assertEquals(hash, ConfigWriter.networkHash(new Experiment(base.network(), s))));
        List<RunSettings> other = List.of(
                settings.withSeed(2), settings.withDtMs(0.2), settings.withDurationMs(1), settings.withWarmUpMs(1));
        other.forEach(s -> assertNotEquals(hash, ConfigWriter.networkHash(new Experiment(base.network(), s))));
        assertNotEquals(hash, ConfigWriter.networkHash(network(p -> p.set("tau_m", 11))));
    }

    @Example
    void synapsesAreWrittenInFullAndReadAgain() {
        Synapse stdp = Synapse.of("stdp_synapse").set("lambda", 0.005).set("Wmax", -300);
        Experiment changing = projected(stdp);
        String json = ConfigWriter.toJson(changing);
        assertTrue(json.contains("\"synapse\": {\"model\": \"stdp_synapse\", \"tau_plus\": \"20 ms\","), json);
        assertTrue(json.contains("\"Wmax\": \"-300 pA\""), json);
        Experiment read = ConfigReader.read(json, "run.json", Overrides.NONE).experiment();
        assertEquals(changing, read);
        String hash = ConfigWriter.networkHash(changing);
        assertEquals(hash, ConfigWriter.networkHash(projected(stdp.set("alpha", 1))));
        assertNotEquals(hash, ConfigWriter.networkHash(projected(stdp.set("alpha", 2))));
    }

    @Example
    void drawnParametersOfSynapsesAreWrittenAndReadAgain() {
        Experiment drawn = projected(Synapse.of("tsodyks_synapse")
                .set("U", new Clipped(new Normal(0.5, 0.25), 0, 1))
                .set("tau_rec", new Uniform(100, 900)));
        String json = ConfigWriter.toJson(drawn);
        assertTrue(
                json.contains("\"tau_rec\": {\"distribution\": \"uniform\", \"min\": \"100 ms\", \"max\": \"900 ms\"}"),
                json);
        assertTrue(json.contains("\"tau_fac\": \"0 ms\""), json);
        assertEquals(drawn, ConfigReader.read(json, "run.json", Overrides.NONE).experiment());
    }

    @Example
    void thePopulationThatASynapseHeedsIsWrittenAndReadAgain() {
        Experiment heeding = projected(Synapse.of("stdp_dopamine_synapse")
                .set("volume_transmitter", "E")
                .set("Wmin", -100)
                .set("Wmax", 0));
        String json = ConfigWriter.toJson(heeding);
        assertTrue(
                json.contains("{\"model\": \"stdp_dopamine_synapse\", \"volume_transmitter\": \"E\", \"A_plus\": 1"),
                json);
        assertEquals(
                heeding, ConfigReader.read(json, "run.json", Overrides.NONE).experiment());
    }

    /** Hashes of networks without changing weights are in run.json files that exist. */
    @Example
    void weightsThatNeverChangeAreWrittenAsTheyAlwaysWere() {
        String json = ConfigWriter.toJson(projected(Synapse.STATIC));
        assertTrue(json.contains("\"allow_multapses\": true, \"synapse\": \"static_synapse\", \"weight\":"), json);
    }

    private static Experiment projected(Synapse synapse) {
        return NetworkBuilder.named("n")
                .population("E", 10, "iaf_psc_exp")
                .project(
                        "p",
                        "E",
                        "E",
                        new FixedIndegree(3, true, true),
                        NetworkBuilder.weight(-20),
                        NetworkBuilder.delayMs(1),
                        synapse)
                .simulate(RunSettings.DEFAULT);
    }

    @Example
    void theHashIsTheSha256OfTheCanonicalText() throws Exception {
        Experiment base = network(p -> p);
        String text = ConfigWriter.toJson(base)
                .replace(
                        ", \"groups\": \"auto\", \"threads\": \"auto\", \"barrier\": false, \"max-rate\": \"300 Hz\"",
                        "");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertEquals(HexFormat.of().formatHex(digest), ConfigWriter.networkHash(base));
    }

    @Provide
    Arbitrary<Experiment> experiments() {
        return Combinators.combine(
                        networks(), Arbitraries.longs(), Arbitraries.integers().between(0, 8))
                .as((network, seed, groups) -> new Experiment(
                        network,
                        new RunSettings(0.1, 100, 0.1 * groups, seed, groups, groups, groups == 3)
                                .withMaxRateHz(groups == 2 ? Double.POSITIVE_INFINITY : 100.0 * (groups + 1))));
    }

    private Arbitrary<Network> networks() {
        return Combinators.combine(
                        distributions(),
                        distributions(),
                        rules().list().ofMaxSize(5),
                        numbers().list().ofMaxSize(4))
                .as(ConfigWriterTest::network);
    }

    private static Network network(
            Distribution initial, Distribution weight, List<ConnectionRule> rules, List<Double> numbers) {
        NetworkBuilder builder = NetworkBuilder.named("n")
                .population(
                        "E", 50, "iaf_psc_exp", p -> p.startAt("V_m", initial).set("I_e", weight))
                .population("D", 60, "iaf_psc_delta", p -> p.set("E_L", new Normal(-70, 1)))
                .population("P", 2, "parrot_neuron");
        for (int i = 0; i < rules.size(); i++) {
            String target = i % 2 == 0 ? "E" : "D";
            builder.project(
                    "p" + i + "/x",
                    "E",
                    target,
                    rules.get(i),
                    NetworkBuilder.weight(weight),
                    NetworkBuilder.delayMs(i + 0.1));
        }
        for (int i = 0; i < numbers.size(); i++) {
            builder.poisson("poisson" + i, "E", Math.abs(numbers.get(i)), numbers.get(i));
            builder.direct("dc" + i, "D", numbers.get(i));
        }
        List<Double> times =
                new ArrayList<>(numbers.stream().map(n -> 1 + Math.abs(n) % 50).toList());
        builder.stimulate(new Stimulus.SpikeTrain("train", "P", new Selection.Slice(0, 2), times, 1, 0.3));
        builder.recordSpikes("E");
        Selection.Listed listed = new Selection.Listed(
                IntStream.range(0, rules.size() + 1).boxed().toList());
        builder.recordState("D", listed, 0.5, "V_m");
        return builder.simulate(RunSettings.DEFAULT).network();
    }

    private static Arbitrary<Double> numbers() {
        return Arbitraries.doubles().between(-1000, 1000).ofScale(9);
    }

    private static Arbitrary<Distribution> distributions() {
        Arbitrary<Double> spreads = Arbitraries.doubles().between(0.001, 10).ofScale(7);
        return Arbitraries.oneOf(
                numbers().map(Distribution::constant),
                Combinators.combine(numbers(), spreads).as(Normal::new),
                Combinators.combine(numbers(), spreads).as((a, b) -> new Uniform(a, a + b)),
                spreads.map(s -> new Lognormal(s, 0.3)),
                Combinators.combine(numbers(), spreads).as((a, b) -> new Clipped(new Normal(a, b), a - b, a + b)),
                Combinators.combine(numbers(), spreads)
                        .as((a, b) -> new Redrawn(new Normal(a, b), a - b, Double.POSITIVE_INFINITY)));
    }

    private static Arbitrary<ConnectionRule> rules() {
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        return Arbitraries.oneOf(
                flag.map(AllToAll::new),
                Combinators.combine(Arbitraries.integers().between(0, 49), flag, flag)
                        .as(FixedIndegree::new),
                Combinators.combine(Arbitraries.longs().between(0, 2000), flag)
                        .as((n, a) -> new FixedTotalNumber(n, a, true)),
                Combinators.combine(Arbitraries.doubles().between(0, 1).ofScale(12), flag)
                        .as(PairwiseBernoulli::new));
    }
}
