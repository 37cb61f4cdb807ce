package org.ganglion.io.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.network.synapse.SynapseModel;
import org.ganglion.network.synapse.SynapseModels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about a synapse model that cannot be: where, which value, what is allowed, what to do. */
class SynapseErrorsTest {
    private static final String AT = "model.yaml:8:";
    private static final String PATH = " projections.p.synapse";

    private static String model(String synapse) {
        return model(synapse, "10 pA");
    }

    private static String model(String synapse, String weight) {
        return """
                populations:
                  E: {model: iaf_psc_exp, size: 4}
                  dopamine: {model: iaf_psc_exp, size: 2}
                  P: {model: parrot_neuron, size: 2}
                  D: {model: iaf_psc_delta, size: 2}
                simulation: {duration: 1 s}
                projections:
                  p: {synapse: %s, from: P, to: E, rule: all_to_all, delay: 1 ms, weight: %s}
                """.formatted(synapse, weight);
    }

    private static List<String> errors(String text) {
        try {
            Models.read(text);
            return List.of();
        } catch (ConfigException e) {
            return e.errors().stream().map(ConfigError::toString).toList();
        }
    }

    private static void assertError(String text, String expected) {
        List<String> errors = errors(text);
        assertEquals(1, errors.size(), errors.toString());
        String column = errors.getFirst().replaceFirst("^" + AT + "\\d+:", AT + "*:");
        assertEquals(AT + "*:" + PATH + expected, column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tsodyks_synapse, U: 1.5 | .U: 1.5 is not allowed; it must be at least 0 and at most 1",
                "tsodyks_synapse, U: -0.1 | .U: -0.1 is not allowed; it must be at least 0 and at most 1",
                "tsodyks_synapse, tau_rec: 0 ms | .tau_rec: 0 ms is not allowed; it must be above 0 ms",
                "tsodyks_synapse, tau_psc: -3 ms | .tau_psc: -3 ms is not allowed; it must be above 0 ms",
                "tsodyks_synapse, tau_fac: -1 ms | .tau_fac: -1 ms is not allowed; it must be at least 0 ms",
                "tsodyks_synapse, x: 0.7, y: 0.5 | .x: 0.7 and y (0.5) add up to 1.2; resources are 1 in all, so lower one"
                        + " of them",
                "tsodyks2_synapse, u: 2 | .u: 2 is not allowed; it must be at least 0 and at most 1",
                "tsodyks2_synapse, tau_rec: 0 ms | .tau_rec: 0 ms is not allowed; it must be above 0 ms",
                "bernoulli_synapse, p_transmit: 1.1 | .p_transmit: 1.1 is not allowed; it must be at least 0 and at most 1",
                "bernoulli_synapse, p_transmit: -1 | .p_transmit: -1 is not allowed; it must be at least 0 and at most 1",
                "vogels_sprekeler_synapse, Wmax: 20 pA, alpha: -1 | .alpha: -1 is not allowed; it must be at least 0",
                "vogels_sprekeler_synapse, Wmax: 20 pA, tau: 0 ms | .tau: 0 ms is not allowed; it must be above 0 ms",
                "vogels_sprekeler_synapse, Wmax: -20 pA | .Wmax: -20 pA and the weight (10 pA) must have the same sign;"
                        + " change the sign of one of them",
                "vogels_sprekeler_synapse, tau: 2 ms | .Wmax: 1 pA is passed by the weight at the start (10 pA); raise"
                        + " Wmax, or lower the weight",
                "stdp_triplet_synapse, Wmax: 0 pA | .Wmax: 0 leaves no room for any weight; give the largest weight",
                "stdp_triplet_synapse, Aminus: -1 | .Aminus: -1 is not allowed; it must be at least 0",
                "stdp_triplet_synapse, tau_plus_triplet: 0 ms | .tau_plus_triplet: 0 ms is not allowed; it must be above"
                        + " 0 ms",
                "stdp_nn_symm_synapse, Wmax: -1 nA | .Wmax: -1000 pA and the weight (10 pA) must have the same sign;"
                        + " change the sign of one of them",
                "stdp_nn_symm_synapse, alpha: -1 | .alpha: -1 is not allowed; it must be at least 0",
                "stdp_pl_synapse_hom, mu: -0.1 | .mu: -0.1 is not allowed; it must be at least 0",
                "stdp_pl_synapse_hom, Wlimit: 5 pA | .Wlimit: 5 pA is passed by the weight at the start (10 pA); raise"
                        + " Wlimit far above any weight",
                "stdp_dopamine_synapse | .volume_transmitter: is missing; write it, as in \"volume_transmitter: dopamine\"",
                "stdp_dopamine_synapse, volume_transmitter: dopamin | .volume_transmitter: unknown population \"dopamin\""
                        + " (allowed: E, dopamine, P, D); did you mean \"dopamine\"?",
                "stdp_dopamine_synapse, volume_transmitter: 3 mV | .volume_transmitter: unknown population \"3 mV\""
                        + " (allowed: E, dopamine, P, D); use one of these",
                "stdp_dopamine_synapse, volume_transmitter: dopamine, tau_n: 0 ms | .tau_n: 0 ms is not allowed; it must be"
                        + " above 0 ms",
                "stdp_dopamine_synapse, volume_transmitter: dopamine, volume_transmitter_delay: 0.05 ms |"
                        + " .volume_transmitter_delay: 0.05 ms is below one step (0.1 ms); raise the delay or lower"
                        + " simulation.dt",
                "stdp_dopamine_synapse, volume_transmitter: dopamine, Wmin: 20 pA, Wmax: 30 pA | .Wmin: 20 pA has weights"
                        + " below it at the start (10 pA); lower Wmin, or raise the weight",
                "stdp_dopamine_synapse, volume_transmitter: dopamine, Wmax: 3 pA | .Wmax: 3 pA has weights above it at the"
                        + " start (10 pA); raise Wmax, or lower the weight",
                "stdp_dopamine_synapse, volume_transmitter: dopamine, Wmin: 300 pA | .Wmin: 300 pA is not below Wmax (200"
                        + " pA), so that no weight could change; lower it or raise Wmax",
                "stdp_dopamine_synapse, volume_transmitter: dopamine, Wmin: -1 pA | .Wmin: -1 pA and Wmax (200 pA) must not"
                        + " have opposite signs; set one of them to 0",
                "stdp_synapse, lambda: {distribution: uniform, min: 0, max: 1} | .lambda: cannot be drawn from a"
                        + " distribution; give one value",
                "tsodyks_synapse, tau_psc: {distribution: uniform, min: 1 ms, max: 2 ms} | .tau_psc: cannot be drawn from a"
                        + " distribution; give one value (U, tau_rec, tau_fac can be drawn)",
                "tsodyks_synapse, U: {distribution: normal, mean: 0.5, std: 0.1} | .U: draws can reach -0.1338; all must be"
                        + " at least 0 and at most 1; add redraw: {min: ..., max: ...} or clip",
            })
    void aBadParameterIsTold(String synapse, String expected) {
        assertError(model("{model: " + synapse + "}"), expected);
    }

    @Test
    void powersOfNegativeWeightsAreRefused() {
        assertError(
                model("{model: stdp_pl_synapse_hom, mu: 0.4}", "-10 pA"),
                ".model: stdp_pl_synapse_hom has powers of the weight, so the weight (-10 pA) must not be negative; make it"
                        + " positive or take stdp_synapse");
    }

    /** A relay counts spikes: what they carry means nothing there, whether they are transmitted does. */
    @Test
    void ontoRelaysOnlyUnreliableSynapsesMeanAnything() {
        for (SynapseModel model : SynapseModels.ALL) {
            String synapse = "{model: " + model.name()
                    + (model.populations().isEmpty() ? "}" : ", volume_transmitter: dopamine}");
            List<String> errors = errors(model(synapse, "1").replace("to: E", "to: P"));
            boolean means = model.name().matches("static_synapse|bernoulli_synapse");
            assertEquals(means ? 0 : 1, errors.size(), errors.toString());
            assertTrue(means || errors.getFirst().contains("counts spikes"), errors.toString());
        }
    }

    static List<SynapseModel> models() {
        return SynapseModels.ALL;
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelIsReadWithItsDefaultsInAnyUnitOfWeight(SynapseModel model) {
        String synapse =
                "{model: " + model.name() + (model.populations().isEmpty() ? "}" : ", volume_transmitter: dopamine}");
        Synapse expected = model.populations().isEmpty()
                ? Synapse.of(model)
                : Synapse.of(model).set("volume_transmitter", "dopamine");
        assertEquals(
                expected,
                Models.read(model(synapse, "0.5 pA"))
                        .experiment()
                        .network()
                        .projections()
                        .getFirst()
                        .synapse());
        assertEquals(List.of(), errors(model(synapse, "0.5 mV").replace("to: E", "to: D")));
    }

    @Test
    void parametersAreDrawnWhereTheModelSaysSo() {
        String synapse = "{model: tsodyks_synapse, U: {distribution: uniform, min: 0.1, max: 0.9}, tau_rec: 100 ms}";
        assertEquals(
                Synapse.of("tsodyks_synapse").set("U", new Uniform(0.1, 0.9)).set("tau_rec", 100),
                Models.read(model(synapse))
                        .experiment()
                        .network()
                        .projections()
                        .getFirst()
                        .synapse());
    }
}
