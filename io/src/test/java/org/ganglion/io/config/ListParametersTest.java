package org.ganglion.io.config;

import static org.ganglion.io.config.Models.assertErrors;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Normal;
import org.junit.jupiter.api.Test;

/** Parameters of neuron models that are lists. */
class ListParametersTest {

    private static String model(String name, String parameters) {
        return """
                parameters: {q: 5 mV}
                populations:
                  E:
                    model: %s
                    size: 3
                    parameters: {%s}
                simulation: {duration: 1 s}
                """.formatted(name, parameters);
    }

    private static Map<String, Distribution> parameters(Experiment experiment) {
        return experiment.network().populations().getFirst().parameters();
    }

    @Test
    void aMappingThatNamesNoDistributionIsReported() {
        assertErrors(
                model("gif_psc_exp", "q_sfa: [10 mV, {mean: q}], tau_sfa: [50 ms, 60 ms]"),
                "model.yaml:6:33: populations.E.parameters.q_sfa.1: is a mapping without \"distribution\"; write a number,"
                        + " or which distribution it is drawn from, as in {distribution: normal, mean: ..., std: ...}");
    }

    @Test
    void elementsAreNumbersExpressionsOrDrawn() {
        Config config = Models.read(model(
                "gif_psc_exp",
                "q_sfa: [10 mV, q, {distribution: normal, mean: q, std: 1 mV}], tau_sfa: [50 ms, 0.2 s, 60 ms]"));
        assertEquals(
                Map.of(
                        "q_sfa.0", Distribution.constant(10),
                        "q_sfa.1", Distribution.constant(5),
                        "q_sfa.2", new Normal(5, 1),
                        "tau_sfa.0", Distribution.constant(50),
                        "tau_sfa.1", Distribution.constant(200),
                        "tau_sfa.2", Distribution.constant(60)),
                parameters(config.experiment()));
    }

    @Test
    void aSingleValueIsAListOfOneAndAnEmptyListHasNoElements() {
        Config config = Models.read(model("gif_psc_exp", "q_stc: 10 pA, tau_stc: 50 ms, q_sfa: [], tau_sfa: []"));
        assertEquals(
                Map.of("q_stc.0", Distribution.constant(10), "tau_stc.0", Distribution.constant(50)),
                parameters(config.experiment()));
    }

    @Test
    void ratesAreWrittenPerMillisecondOrInHertz() {
        Config config = Models.read(model(
                "glif_psc", "asc_decay: [0.004 /ms, 200 Hz], th_spike_decay: 0.02 / ms, th_voltage_decay: 100 / s"));
        assertEquals(
                Map.of(
                        "asc_decay.0", Distribution.constant(0.004),
                        "asc_decay.1", Distribution.constant(0.2),
                        "th_spike_decay", Distribution.constant(0.02),
                        "th_voltage_decay", Distribution.constant(0.1)),
                parameters(config.experiment()));
    }

    @Test
    void aProgramWritesTheSameAndTheCanonicalFormIsReadAgain() {
        Experiment experiment = NetworkBuilder.named("n")
                .population("E", 3, "gif_psc_exp", p -> p.set("q_sfa", List.of(10.0, 5.0))
                        .set("tau_sfa", List.of(50.0, 600.0))
                        .set("tau_sfa.1", new Normal(600, 10)))
                .population("G", 3, "glif_psc", p -> p.set("after_spike_currents", 1)
                        .set("asc_decay", List.of(0.004, 0.2))
                        .set("tau_syn", List.of(1.0, 3.0, 9.0)))
                .simulate(RunSettings.DEFAULT);

        String json = ConfigWriter.toJson(experiment);

        assertTrue(json.contains("\"q_sfa\": [\"10 mV\", \"5 mV\"],"), json);
        assertTrue(json.contains("\"q_stc\": [],"), json);
        assertTrue(json.contains("\"asc_decay\": [\"0.004 /ms\", \"0.2 /ms\"],"), json);
        assertTrue(json.contains("\"asc_amps\": [\"-9.18 pA\", \"-198.94 pA\"],"), json);
        Experiment read = ConfigReader.read(json, "run.json", Overrides.NONE).experiment();
        assertEquals(experiment, read);
        assertEquals(json, ConfigWriter.toJson(read));
        assertEquals(ConfigWriter.networkHash(experiment), ConfigWriter.networkHash(read));
    }

    @Test
    void anElementIsSetByItsIndex() {
        String text = model("gif_psc_exp", "q_sfa: [10 mV, q], tau_sfa: [50 ms, 0.2 s]");
        Config config = ConfigReader.read(text, "model.yaml", Overrides.of("populations.E.parameters.tau_sfa.1=70 ms"));
        assertEquals(Distribution.constant(70), parameters(config.experiment()).get("tau_sfa.1"));
    }

    @Test
    void mistakesNameTheElementAndItsPlace() {
        assertErrors(
                model("gif_psc_exp", "q_sfa: [10 mV, 5], tau_sfa: [50 ms, 0 ms]"),
                "model.yaml:6:33: populations.E.parameters.q_sfa.1: 5 has no unit; a voltage is needed: write 5 mV",
                "model.yaml:6:54: populations.E.parameters.tau_sfa.1: 0 ms is not allowed; it must be above 0 ms");
        assertErrors(
                model("gif_psc_exp", "q_sfa: [10 mV, 5 mV], tau_sfa: 50 ms"),
                "model.yaml:6:25: populations.E.parameters.q_sfa: q_sfa has 2 elements, but tau_sfa has 1; give as many");
        assertErrors(
                model("glif_psc", "tau_syn: []"),
                "model.yaml:6:27: populations.E.parameters.tau_syn: has no elements; give at least one");
        assertErrors(
                model("gif_psc_exp", "q_sfa.0: 10 mV"),
                "model.yaml:6:18: populations.E.parameters.q_sfa.0: unknown key \"q_sfa.0\" (allowed: C_m, g_L, E_L,"
                        + " t_ref, V_reset, Delta_V, V_T_star, lambda_0, q_sfa, tau_sfa, q_stc, tau_stc, tau_syn_ex,"
                        + " tau_syn_in, I_e); did you mean \"q_sfa\"?");
    }
}
