package org.ganglion.network;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.ganglion.network.connect.AllToAll;
import org.ganglion.network.connect.ConnectionRule;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.neuron.catalog.NeuronModels;
import org.ganglion.network.neuron.glif.GlifPsc;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Normal;
import org.ganglion.network.random.Redrawn;
import org.ganglion.network.spec.InvalidNetworkException;
import org.junit.jupiter.api.Test;

/** What a file cannot express, or not so; the rest is tested with files in the module io. */
class NetworkCheckTest {
    private static final ConnectionRule ALL = new AllToAll(true);

    private static NetworkBuilder builder() {
        return NetworkBuilder.named("n").population("E", 10, "iaf_psc_exp");
    }

    private static void assertProblems(NetworkBuilder builder, RunSettings settings, String... problems) {
        InvalidNetworkException thrown = assertThrows(InvalidNetworkException.class, () -> builder.simulate(settings));
        assertEquals(String.join("\n", problems), thrown.getMessage());
    }

    private static void assertProblems(NetworkBuilder builder, String... problems) {
        assertProblems(builder, RunSettings.DEFAULT, problems);
    }

    @Test
    void aSoundNetworkHasNoProblems() {
        Experiment experiment = builder()
                .project("E", "E", new FixedIndegree(9, false, false), weight(-3), delayMs(0.1))
                .poisson("p", "E", 0, 10)
                .recordSpikes("E")
                .simulate(RunSettings.DEFAULT.withWarmUpMs(0.3));
        assertEquals(List.of(), NetworkCheck.check(experiment));
    }

    @Test
    void namesAreUsedOnce() {
        assertProblems(
                builder()
                        .population("E", 5, "iaf_psc_exp")
                        .poisson("p", "E", 1, 1)
                        .direct("p", "E", 1),
                "populations.E: the name is used twice; rename one of them",
                "stimuli.p: the name is used twice; rename one of them");
    }

    @Test
    void aNetworkHasNeurons() {
        assertProblems(NetworkBuilder.named("n"), "populations: there is none; describe at least one population");
    }

    @Test
    void populationsThatDoNotExistAreNamed() {
        assertProblems(
                builder().project("E", "EE", ALL, weight(1), delayMs(1)).recordSpikes("X9z"),
                "projections.E-EE.to: unknown population \"EE\" (allowed: E); did you mean \"E\"?",
                "recorders.spikes-X9z.from: unknown population \"X9z\" (allowed: E); use one of these");
    }

    @Test
    void parametersAreKnownAndInRange() {
        assertProblems(
                NetworkBuilder.named("n").population("E", 1, "iaf_psc_delta", p -> p.set("tua_m", 10)),
                "populations.E.parameters.tua_m: unknown parameter of iaf_psc_delta \"tua_m\" (allowed: E_L, C_m, tau_m,"
                        + " t_ref, V_th, V_reset, V_min, I_e, refractory_input); did you mean \"tau_m\"?");
        assertProblems(
                NetworkBuilder.named("n").population("E", 1, "iaf_psc_delta", p -> p.set("tau_m", Double.NaN)),
                "populations.E.parameters.tau_m: NaN is not a number; give a finite value");
        assertProblems(
                NetworkBuilder.named("n").population("E", 1, "iaf_psc_delta", p -> p.set("refractory_input", 0.5)),
                "populations.E.parameters.refractory_input: 0.5 is not a switch; write true or false");
        assertProblems(
                NetworkBuilder.named("n").population("E", 1, "iaf_psc_delta", p -> p.startAt("V_m", new Normal(0, -1))),
                "populations.E.initial.V_m.std: -1 mV is not allowed; it must be at least 0 mV");
    }

    @Test
    void parametersAreCheckedTogetherAtTheExtremesOfDrawnOnes() {
        // The largest of 2^32 draws lies 6.34 standard deviations above the mean: -70 + 6.34 * 3 > -55.
        NetworkBuilder wide = NetworkBuilder.named("n")
                .population("E", 1, "iaf_psc_delta", p -> p.set("V_reset", new Normal(-70, 3)));
        InvalidNetworkException thrown =
                assertThrows(InvalidNetworkException.class, () -> wide.simulate(RunSettings.DEFAULT));
        assertEquals(
                List.of("populations.E.parameters.V_reset"),
                thrown.problems().stream().map(p -> p.path()).toList());
        NetworkBuilder narrow = NetworkBuilder.named("n")
                .population("E", 1, "iaf_psc_delta", p -> p.set("V_reset", new Normal(-70, 2)));
        assertEquals(List.of(), NetworkCheck.check(narrow.simulate(RunSettings.DEFAULT)));
    }

    @Test
    void weightsAreFinite() {
        assertProblems(
                builder().project("E", "E", ALL, weight(Double.POSITIVE_INFINITY), delayMs(1)),
                "projections.E-E.weight: Infinity pA is too large; it must be between -1.0E15 pA and 1.0E15 pA");
    }

    @Test
    void boundsOfDrawsAreInOrderAndLeaveSomething() {
        assertProblems(
                builder().project("E", "E", ALL, weight(new Redrawn(new Normal(0, 1), 2, 1)), delayMs(1)),
                "projections.E-E.weight.redraw: min (2 pA) is above max (1 pA); swap them");
        assertProblems(
                builder().project("E", "E", ALL, weight(new Redrawn(new Normal(0, 1), 50, 60)), delayMs(1)),
                "projections.E-E.weight.redraw: no draw of this distribution (-6.338 pA to 6.338 pA) lies between the"
                        + " bounds; move the bounds");
    }

    @Test
    void delaysMayBeMultiplesOfTheStepAsDecimalsAre() {
        for (int steps = 1; steps < 3000; steps++) {
            double ms = Double.parseDouble(steps + "e-1");
            builder().project("E", "E", ALL, weight(1), delayMs(ms)).simulate(RunSettings.DEFAULT);
            builder().project("E", "E", ALL, weight(1), delayMs(steps * 0.1)).simulate(RunSettings.DEFAULT);
        }
        assertProblems(
                builder().project("E", "E", ALL, weight(1), delayMs(1.5001)),
                "projections.E-E.delay: 1.5001 ms is not a multiple of the step (0.1 ms); it would round to 1.5 ms; write"
                        + " 1.5 ms or lower simulation.dt");
    }

    @Test
    void drawnDelaysMayRoundToOneStepButNotBelow() {
        builder()
                .project(
                        "E",
                        "E",
                        ALL,
                        weight(1),
                        delayMs(new Redrawn(new Normal(1, 1), 0.05, Double.POSITIVE_INFINITY)))
                .simulate(RunSettings.DEFAULT);
        assertProblems(
                builder()
                        .project(
                                "E",
                                "E",
                                ALL,
                                weight(1),
                                delayMs(new Redrawn(new Normal(1, 1), 0.04, Double.POSITIVE_INFINITY))),
                "projections.E-E.delay: draws can fall to 0.04 ms, which rounds to below one step (0.1 ms); add redraw:"
                        + " {min: 0.05 ms} or lower simulation.dt");
    }

    @Test
    void nothingIsConcludedFromABrokenStep() {
        assertProblems(
                builder().project("E", "E", ALL, weight(1), delayMs(1.55)),
                RunSettings.DEFAULT.withDtMs(Double.NaN),
                "simulation.dt: NaN is not a number; give a finite value");
    }

    @Test
    void settingsArePossible() {
        assertProblems(
                builder(),
                RunSettings.DEFAULT.withDurationMs(1e15).withThreads(-1).withSeed(Long.MIN_VALUE),
                "simulation.duration: 1.0E15 ms is more than 2147483647 steps of 0.1 ms; shorten it or raise"
                        + " simulation.dt",
                "simulation.threads: -1 is negative; give a positive number, or auto");
    }

    @Test
    void warmUpAndDurationTogetherAreARunThatIsPossible() {
        RunSettings settings = RunSettings.DEFAULT.withDtMs(0.001);
        NetworkBuilder builder = NetworkBuilder.named("n").population("E", 10, "parrot_neuron");
        assertProblems(
                builder,
                settings.withWarmUpMs(2e6).withDurationMs(2e6),
                "simulation.duration: 2000000 ms and the warm-up of 2000000 ms are together more than 2147483647 steps of"
                        + " 0.001 ms; shorten one of them or raise simulation.dt");
        assertProblems(
                builder,
                settings.withWarmUpMs(1e9).withDurationMs(2e6),
                "simulation.warm-up: 1000000000 ms is more than 2147483647 steps of 0.001 ms; shorten it or raise"
                        + " simulation.dt");
        // 2^31 - 1 steps, and one more
        RunSettings longest = settings.withWarmUpMs(1_000_000).withDurationMs(1_147_483.647);
        assertEquals(List.of(), NetworkCheck.check(builder.simulate(longest)));
        assertThrows(InvalidNetworkException.class, () -> builder.simulate(longest.withWarmUpMs(1_000_000.001)));
    }

    @Test
    void populationsThatMeanTheSameAreEqual() {
        Population implied = new Population("E", 1, NeuronModels.ALL.getFirst(), Map.of(), Map.of());
        Population spelt =
                new Population("E", 1, NeuronModels.ALL.getFirst(), implied.allParameters(), implied.allInitial());
        assertEquals(implied, spelt);
        Map<String, Distribution> hotter = Map.of("E_L", Distribution.constant(-60));
        Population moved = new Population("E", 1, NeuronModels.ALL.getFirst(), hotter, Map.of());
        assertEquals(Distribution.constant(-60), moved.allInitial().get("V_m"));
    }

    private static NetworkBuilder gif(UnaryOperator<NetworkBuilder.Neurons> settings) {
        return NetworkBuilder.named("n").population("E", 1, "gif_psc_exp", settings);
    }

    @Test
    void aListIsItsElements() {
        Population population = gif(p -> p.set("q_sfa", List.of(1.0, 2.0, 3.0))
                        .set("q_sfa", List.of(10.0, 5.0))
                        .set("tau_sfa", List.of(50.0, 600.0))
                        .set("tau_sfa.1", new Normal(600, 1)))
                .simulate(RunSettings.DEFAULT)
                .network()
                .populations()
                .getFirst();
        assertEquals(
                Map.of(
                        "q_sfa.0", Distribution.constant(10),
                        "q_sfa.1", Distribution.constant(5),
                        "tau_sfa.0", Distribution.constant(50),
                        "tau_sfa.1", new Normal(600, 1)),
                population.parameters());
    }

    @Test
    void aListThatIsTheDefaultIsLeftOutAndOneValueIsAListOfOne() {
        Population standard =
                new Population("E", 1, new GlifPsc(), Map.of("tau_syn.0", Distribution.constant(2)), Map.of());
        Population single =
                new Population("E", 1, new GlifPsc(), Map.of("tau_syn", Distribution.constant(3)), Map.of());
        assertEquals(Map.of(), standard.parameters());
        assertEquals(Map.of("tau_syn.0", Distribution.constant(3)), single.parameters());
        assertEquals(Distribution.constant(-198.94), standard.allParameters().get("asc_amps.1"));
    }

    @Test
    void elementsOfListsAreKnownAndInRangeAndFollowEachOther() {
        assertProblems(
                gif(p -> p.set("tau_sfa", List.of(50.0, 0.0)).set("q_sfa", List.of(1.0, 1.0))),
                "populations.E.parameters.tau_sfa.1: 0 ms is not allowed; it must be above 0 ms");
        assertProblems(
                gif(p -> p.set("tau_sfa.1", 50)),
                "populations.E.parameters.tau_sfa.0: is missing, but tau_sfa.1 is given; give all elements of tau_sfa");
        assertProblems(
                gif(p -> p.set("tau_sfa", List.of(50.0))),
                "populations.E.parameters.q_sfa: q_sfa has 0 elements, but tau_sfa has 1; give as many");
        assertProblems(
                gif(p -> p.set("E_L.0", -70)),
                "populations.E.parameters.E_L.0: unknown parameter of gif_psc_exp \"E_L.0\" (allowed: C_m, g_L, E_L, t_ref,"
                        + " V_reset, Delta_V, V_T_star, lambda_0, q_sfa, tau_sfa, q_stc, tau_stc, tau_syn_ex, tau_syn_in,"
                        + " I_e); use one of these");
        assertThrows(IllegalArgumentException.class, () -> gif(p -> p.set("tau_sfa", List.of())));
    }

    @Test
    void initialValuesStayWhereTheyMakeSense() {
        assertProblems(
                NetworkBuilder.named("n").population("E", 1, "hh_psc_alpha", p -> p.startAt("Act_m", -0.1)),
                "populations.E.initial.Act_m: -0.1 is not allowed; it must be at least 0 and at most 1");
    }
}
