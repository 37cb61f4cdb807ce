package org.ganglion.network.neuron.conductance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.Stepper;
import org.ganglion.network.neuron.TestColumns;
import org.ganglion.network.neuron.catalog.NeuronModels;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What models with conductances say of themselves, accept, and do beyond traces. */
class ConductanceModelsTest {

    private static NeuronModel model(String name) {
        return NeuronModels.find(name).orElseThrow();
    }

    /** As NEST 3.9 gives them. */
    @ParameterizedTest
    @CsvSource({
        "iaf_cond_exp, V_th=-55 V_reset=-60 t_ref=2 g_L=16.6667 C_m=250 E_ex=0 E_in=-85 E_L=-70 tau_syn_ex=0.2"
                + " tau_syn_in=2 I_e=0, V_m g_ex g_in",
        "iaf_cond_alpha, V_th=-55 V_reset=-60 t_ref=2 g_L=16.6667 C_m=250 E_ex=0 E_in=-85 E_L=-70 tau_syn_ex=0.2"
                + " tau_syn_in=2 I_e=0, V_m g_ex g_in t_ref_remaining",
        "iaf_cond_exp_sfa_rr, V_th=-57 V_reset=-70 t_ref=0.5 g_L=28.95 C_m=289.5 E_ex=0 E_in=-75 E_L=-70 tau_syn_ex=1.5"
                + " tau_syn_in=10 q_sfa=14.48 q_rr=3214 tau_sfa=110 tau_rr=1.97 E_sfa=-70 E_rr=-70 I_e=0,"
                + " V_m g_ex g_in g_sfa g_rr",
        "aeif_cond_exp, V_peak=0 V_reset=-60 t_ref=0 g_L=30 C_m=281 E_ex=0 E_in=-85 E_L=-70.6 Delta_T=2 tau_w=144 a=4"
                + " b=80.5 V_th=-50.4 tau_syn_ex=0.2 tau_syn_in=2 I_e=0, V_m g_ex g_in w",
        "aeif_cond_alpha, V_peak=0 V_reset=-60 t_ref=0 g_L=30 C_m=281 E_ex=0 E_in=-85 E_L=-70.6 Delta_T=2 tau_w=144 a=4"
                + " b=80.5 V_th=-50.4 tau_syn_ex=0.2 tau_syn_in=2 I_e=0, V_m g_ex g_in w"
    })
    void parametersAndRecordablesAreThoseOfNest(String name, String parameters, String recordables) {
        Map<String, Double> expected = new LinkedHashMap<>();
        for (String assignment : parameters.split(" ")) {
            expected.put(assignment.split("=")[0], Double.valueOf(assignment.split("=")[1]));
        }
        Map<String, Double> actual = new LinkedHashMap<>();
        for (ParameterSpec spec : model(name).description().parameters()) {
            actual.put(spec.name(), spec.standard().orElseThrow());
        }
        assertEquals(expected, actual);
        assertEquals(
                List.of(recordables.split(" ")),
                model(name).description().variables().stream()
                        .map(VariableSpec::name)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"iaf_cond_exp", "iaf_cond_alpha", "iaf_cond_exp_sfa_rr", "aeif_cond_exp", "aeif_cond_alpha"})
    void weightsAreInNanosiemensAndSortedBySign(String name) {
        assertEquals(
                List.of(
                        new Receptor("excitatory", Unit.NANOSIEMENS, Receptor.Sign.POSITIVE),
                        new Receptor("inhibitory", Unit.NANOSIEMENS, Receptor.Sign.NEGATIVE)),
                model(name).receptors(Map.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "iaf_cond_exp, C_m, 0",
        "iaf_cond_exp, g_L, 0",
        "iaf_cond_exp, tau_syn_ex, 0",
        "iaf_cond_exp, tau_syn_in, -1",
        "iaf_cond_exp, t_ref, -0.1",
        "iaf_cond_alpha, tau_syn_ex, -0.2",
        "iaf_cond_alpha, C_m, -250",
        "iaf_cond_exp_sfa_rr, tau_sfa, 0",
        "iaf_cond_exp_sfa_rr, tau_rr, -1",
        "aeif_cond_exp, Delta_T, -0.1",
        "aeif_cond_exp, tau_w, 0",
        "aeif_cond_exp, g_L, -30",
        "aeif_cond_exp, t_ref, -1",
        "aeif_cond_alpha, tau_syn_in, 0",
        "aeif_cond_alpha, C_m, 0"
    })
    void valuesThatMakeNoSenseAreOutsideTheirRange(String name, String parameter, double value) {
        assertFalse(model(name)
                .description()
                .parameter(parameter)
                .orElseThrow()
                .allowed()
                .contains(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iaf_cond_exp", "iaf_cond_alpha", "iaf_cond_exp_sfa_rr"})
    void aResetAtOrAboveTheThresholdIsReported(String name) {
        assertEquals(
                Map.of("V_reset", "-50 mV is not below V_th (-50 mV); lower V_reset or raise V_th"),
                problems(name, Map.of("V_reset", -50.0, "V_th", -50.0)));
        assertEquals(Map.of(), problems(name, Map.of("V_reset", -50.1, "V_th", -50.0)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aeif_cond_exp", "aeif_cond_alpha"})
    void anAdaptiveNeuronMustBeAbleToSpikeAndToReset(String name) {
        assertEquals(Map.of(), problems(name, Map.of()));
        // The reset may lie above the threshold, but not at the peak.
        assertEquals(Map.of(), problems(name, Map.of("V_reset", -46.0)));
        assertEquals(
                Map.of("V_reset", "0 mV is not below V_peak (0 mV); lower V_reset or raise V_peak"),
                problems(name, Map.of("V_reset", 0.0)));
        // Without spike current the threshold is the peak.
        assertEquals(
                Map.of("V_reset", "-46 mV is not below V_th (-50.4 mV); lower V_reset or raise V_th"),
                problems(name, Map.of("V_reset", -46.0, "Delta_T", 0.0)));
        assertEquals(
                Map.of("V_peak", "-51 mV is below V_th (-50.4 mV); raise V_peak or lower V_th"),
                problems(name, Map.of("V_peak", -51.0)));
        // 50.4 mV / ln(1.8e308 / 1e20) = 50.4 / 663.7 = 0.0759 mV
        assertEquals(Map.of(), problems(name, Map.of("Delta_T", 0.0760)));
        String message = problems(name, Map.of("Delta_T", 0.0759)).get("Delta_T");
        assertTrue(
                message != null
                        && message.startsWith("0.0759 mV is too small: exp((V_peak - V_th)/Delta_T) would overflow"),
                message);
        assertTrue(message.endsWith("raise Delta_T or lower V_peak"), message);
    }

    @Test
    void anAlphaConductancePeaksAtItsWeightOneTimeConstantAfterTheSpike() {
        Stepper neurons = new Stepper(
                model("iaf_cond_alpha"),
                new TestColumns(model("iaf_cond_alpha").description(), 1)
                        .set("tau_syn_ex", 2)
                        .set("V_th", 0));
        neurons.give(0, 0, 3).give(1, 0, -5).step();
        double largest = 0;
        for (int step = 1; step <= 40; step++) {
            neurons.step();
            largest = Math.max(largest, neurons.state.value(1, 0));
            // inhibition too, with the same time constant of 2 ms, is positive
            assertEquals(5.0 / 3 * neurons.state.value(1, 0), neurons.state.value(2, 0), 1e-6);
            if (step == 20) {
                assertEquals(3, neurons.state.value(1, 0), 1e-6);
            }
        }
        assertEquals(3, largest, 1e-6);
    }

    @Test
    void ownSpikesRaiseAdaptationAndRelativeRefractoriness() {
        Stepper neurons = new Stepper(
                model("iaf_cond_exp_sfa_rr"),
                new TestColumns(model("iaf_cond_exp_sfa_rr").description(), 1).set("I_e", 1000));
        while (!neurons.stepFires(0)) {
            assertEquals(0, neurons.state.value(3, 0));
        }
        assertEquals(14.48, neurons.state.value(3, 0), 1e-5);
        assertEquals(3214, neurons.state.value(4, 0), 1e-3);
        neurons.step();
        assertEquals(14.48 * Math.exp(-0.1 / 110), neurons.state.value(3, 0), 1e-5);
        assertEquals(3214 * Math.exp(-0.1 / 1.97), neurons.state.value(4, 0), 1e-3);
    }

    @Test
    void anAdaptiveNeuronDrivenHardFiresSeveralTimesInAStep() {
        // given a neuron with little capacitance: from V_reset at -60 mV it takes C_m 18 mV / 4650 pA = 0.04 ms to -42
        // mV,
        // where the spike current is as large as that which drives it, 30 nS 2 mV exp(8.4 / 2) = 4000 pA
        Stepper neurons = new Stepper(
                model("aeif_cond_exp"),
                new TestColumns(model("aeif_cond_exp").description(), 1)
                        .set("C_m", 10)
                        .set("I_e", 5000)
                        .set("b", 0));
        neurons.step();

        // then it fires 0.1 / 0.04 = 2.5 times in a step
        assertTrue(neurons.stepFires(0));
        int spikes = neurons.state.multiplicity(0);
        assertTrue(spikes == 2 || spikes == 3, "fires " + spikes + " times");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"iaf_cond_exp", "iaf_cond_alpha", "iaf_cond_exp_sfa_rr", "aeif_cond_exp", "aeif_cond_alpha"})
    void aNeuronGoesOnFromItsCopiedStateAsIfNothingHadHappened(String name) {
        // given a neuron that fires now and then, and is often refractory
        TestColumns columns =
                new TestColumns(model(name).description(), 1).set("t_ref", 1.5).set("I_e", 2500);
        int inRefractoryPeriod = 0;
        for (int until = 1; until < 200; until += 7) {
            Stepper original = new Stepper(model(name), columns);
            for (int step = 0; step < until; step++) {
                original.give(0, 0, step % 7).give(1, 0, -(step % 3)).step();
            }

            // when its state is put into another one
            inRefractoryPeriod += original.remaining(0) > 0 ? 1 : 0;
            NeuronState state = model(name).create(columns, Stepper.DT_MS);
            state.restoreState(until, 0, words(original.state), 0);
            Stepper copy = new Stepper(state, until);
            assertArrayEquals(words(original.state), words(state));

            // then both go on alike
            for (int step = until; step < until + 60; step++) {
                assertEquals(
                        original.give(0, 0, step % 5).stepFires(0),
                        copy.give(0, 0, step % 5).stepFires(0));
                assertArrayEquals(words(original.state), words(state));
            }
        }
        assertTrue(inRefractoryPeriod > 1, "restored in a refractory period " + inRefractoryPeriod + " times");
    }

    private static int[] words(NeuronState state) {
        int[] words = new int[state.stateWords()];
        state.copyState(0, words, 0);
        return words;
    }

    private static Map<String, String> problems(String name, Map<String, Double> given) {
        Map<String, Double> parameters = new LinkedHashMap<>();
        for (ParameterSpec spec : model(name).description().parameters()) {
            parameters.put(
                    spec.name(), given.getOrDefault(spec.name(), spec.standard().orElseThrow()));
        }
        Map<String, String> problems = new LinkedHashMap<>();
        model(name).check(parameters, problems::put);
        return problems;
    }
}
