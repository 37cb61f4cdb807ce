package org.ganglion.network.neuron.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.network.Population;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.Stepper;
import org.ganglion.network.neuron.TestColumns;
import org.ganglion.network.neuron.gif.GifPscExp;
import org.ganglion.network.neuron.glif.GlifPsc;
import org.ganglion.network.neuron.hh.HhPscAlpha;
import org.ganglion.network.neuron.psc.IafPscAlpha;
import org.ganglion.network.neuron.psc.IafPscDelta;
import org.ganglion.network.neuron.psc.IafPscExp;
import org.ganglion.network.neuron.simple.Izhikevich;
import org.ganglion.network.neuron.simple.ParrotNeuron;
import org.ganglion.network.random.Constant;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.spec.ParameterSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the models say of themselves, accept, and do beyond the reference traces. */
class NeuronModelsTest {

    @Test
    void everyModelIsFoundByItsName() {
        for (String name : List.of(
                "iaf_psc_delta",
                "iaf_psc_exp",
                "iaf_psc_alpha",
                "iaf_cond_exp",
                "iaf_cond_alpha",
                "iaf_cond_exp_sfa_rr",
                "aeif_cond_exp",
                "aeif_cond_alpha",
                "izhikevich",
                "hh_psc_alpha",
                "gif_psc_exp",
                "glif_psc",
                "ignore_and_fire",
                "parrot_neuron")) {
            assertEquals(name, NeuronModels.find(name).orElseThrow().name());
        }
    }

    @Test
    void everyDefaultIsAllowed() {
        for (NeuronModel model : NeuronModels.ALL) {
            for (ParameterSpec spec : model.description().parameters()) {
                List<Double> standard = spec.isList()
                        ? spec.standardList()
                        : List.of(spec.standard().orElseThrow());
                standard.forEach(value -> assertTrue(spec.allowed().contains(value), model.name() + "." + spec.name()));
            }
            assertEquals(Map.of(), problems(model, Map.of()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "iaf_psc_delta, C_m, 0",
        "iaf_psc_delta, tau_m, -1",
        "iaf_psc_delta, t_ref, -0.1",
        "iaf_psc_delta, E_L, NaN",
        "iaf_psc_delta, V_min, NaN",
        "iaf_psc_exp, C_m, -250",
        "iaf_psc_exp, tau_m, 0",
        "iaf_psc_exp, tau_syn_ex, 0",
        "iaf_psc_exp, tau_syn_in, -2",
        "iaf_psc_exp, I_e, NaN",
        "iaf_psc_exp, V_th, Infinity",
        "iaf_psc_alpha, tau_syn_ex, -2",
        "iaf_psc_alpha, tau_syn_in, 0",
        "iaf_psc_alpha, t_ref, NaN",
        "izhikevich, V_th, NaN",
        "hh_psc_alpha, g_Na, -1",
        "hh_psc_alpha, g_K, -0.1",
        "hh_psc_alpha, g_L, -30",
        "hh_psc_alpha, C_m, 0",
        "hh_psc_alpha, tau_syn_ex, 0",
        "hh_psc_alpha, tau_syn_in, -1",
        "hh_psc_alpha, t_ref, -1",
        "gif_psc_exp, g_L, 0",
        "gif_psc_exp, C_m, -80",
        "gif_psc_exp, Delta_V, 0",
        "gif_psc_exp, lambda_0, -1",
        "gif_psc_exp, t_ref, -0.1",
        "gif_psc_exp, tau_syn_ex, 0",
        "gif_psc_exp, tau_sfa.0, 0",
        "gif_psc_exp, tau_stc.3, -1",
        "glif_psc, g, 0",
        "glif_psc, C_m, 0",
        "glif_psc, t_ref, 0",
        "glif_psc, voltage_reset_fraction, 1.1",
        "glif_psc, voltage_reset_fraction, -0.1",
        "glif_psc, th_spike_decay, 0",
        "glif_psc, th_voltage_decay, 0",
        "glif_psc, asc_decay.1, 0",
        "glif_psc, asc_r.0, 1.5",
        "glif_psc, asc_r.1, -0.5",
        "glif_psc, tau_syn.0, 0",
        "ignore_and_fire, rate, 0",
        "ignore_and_fire, phase, 0",
        "ignore_and_fire, phase, 1.01"
    })
    void valuesThatMakeNoSenseAreOutsideTheirRange(String model, String parameter, double value) {
        ParameterSpec spec = NeuronModels.find(model)
                .orElseThrow()
                .description()
                .parameter(parameter)
                .orElseThrow();

        assertFalse(spec.allowed().contains(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iaf_psc_delta", "iaf_psc_exp", "iaf_psc_alpha"})
    void aResetAtOrAboveTheThresholdIsReportedWithARemedy(String name) {
        NeuronModel model = NeuronModels.find(name).orElseThrow();

        assertEquals(
                Map.of("V_reset", "-55 mV is not below V_th (-55 mV); lower V_reset or raise V_th"),
                problems(model, Map.of("V_reset", -55.0)));
        assertEquals(
                Map.of("V_reset", "-70 mV is not below V_th (-75 mV); lower V_reset or raise V_th"),
                problems(model, Map.of("V_th", -75.0)));
        assertEquals(Map.of(), problems(model, Map.of("V_reset", -55.1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iaf_psc_delta", "iaf_psc_alpha"})
    void aLowerBoundAtOrAboveTheThresholdIsReportedBesidesOtherProblems(String name) {
        NeuronModel model = NeuronModels.find(name).orElseThrow();

        assertEquals(
                Map.of(
                        "V_reset", "-50 mV is not below V_th (-55 mV); lower V_reset or raise V_th",
                        "V_min", "-40 mV is not below V_th (-55 mV); lower V_min or raise V_th"),
                problems(model, Map.of("V_reset", -50.0, "V_min", -40.0)));
    }

    @Test
    void whatNestRefusesOfTheOtherModelsIsReportedWithARemedy() {
        assertEquals(
                Map.of(
                        "V_min", "40 mV is not below V_th (30 mV); lower V_min or raise V_th",
                        "c", "30 mV is not below V_th (30 mV); lower c or raise V_th"),
                problems(new Izhikevich(), Map.of("V_min", 40.0, "c", 30.0)));
        assertEquals(
                Map.of(
                        "C_m",
                        "0.1 pF makes the membrane too fast for conductances of 15630 nS in all; raise it to 1.563 pF or"
                                + " lower g_Na and g_K"),
                problems(new HhPscAlpha(), Map.of("C_m", 0.1)));
        assertEquals(
                Map.of(
                        "q_sfa", "q_sfa has 2 elements, but tau_sfa has 1; give as many",
                        "q_stc", "q_stc has 1 element, but tau_stc has 0; give as many"),
                problems(new GifPscExp(), Map.of("tau_sfa.0", 10.0, "q_sfa.0", 1.0, "q_sfa.1", 2.0, "q_stc.0", 5.0)));
        assertEquals(
                Map.of("V_reset", "-50 mV is not below V_th (-51.68 mV); lower V_reset or raise V_th"),
                problems(new GlifPsc(), Map.of("V_reset", -50.0)));
        assertEquals(
                Map.of("asc_r", "asc_r has 3 elements, but asc_decay has 2; give as many"),
                problems(
                        new GlifPsc(),
                        Map.of("after_spike_currents", 1.0, "asc_r.0", 1.0, "asc_r.1", 0.5, "asc_r.2", 0.5)));
    }

    /** GLIF 1 to 5, in this order. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, true",
        "1, 0, 0, true",
        "0, 1, 0, true",
        "1, 1, 0, true",
        "1, 1, 1, true",
        "0, 0, 1, false",
        "1, 0, 1, false",
        "0, 1, 1, false"
    })
    void onlyTheFiveGlifModelsAreAllowed(double spikes, double currents, double adapting, boolean allowed) {
        Map<String, String> problems = problems(
                new GlifPsc(),
                Map.of(
                        "spike_dependent_threshold", spikes,
                        "after_spike_currents", currents,
                        "adapting_threshold", adapting));

        String message =
                "true goes only with spike_dependent_threshold and after_spike_currents (GLIF 5); set both to true"
                        + " or this to false";
        assertEquals(allowed ? Map.of() : Map.of("adapting_threshold", message), problems);
    }

    @Test
    void aGlifNeuronHasAReceptorForEachElementOfTauSyn() {
        Map<String, Distribution> three =
                Map.of("tau_syn.0", new Constant(1), "tau_syn.1", new Constant(2), "tau_syn.2", new Uniform(2, 3));

        assertEquals(
                List.of("1", "2", "3"),
                new GlifPsc()
                        .receptors(all(new GlifPsc(), three)).stream()
                                .map(Receptor::name)
                                .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"iaf_psc_exp", "iaf_psc_alpha"})
    void receptorsAreMergedOnlyWhenBothTimeConstantsAreTheSameConstant(String name) {
        NeuronModel model = NeuronModels.find(name).orElseThrow();
        Map<String, Distribution> same = Map.of("tau_syn_ex", new Constant(3), "tau_syn_in", new Constant(3));
        Map<String, Distribution> different = Map.of("tau_syn_ex", new Constant(3), "tau_syn_in", new Constant(4));
        Map<String, Distribution> drawn = Map.of("tau_syn_ex", new Uniform(3, 3), "tau_syn_in", new Constant(3));

        assertEquals(List.of(Receptor.Sign.ANY), signs(model, same));
        assertEquals(List.of("V_m", "I_syn"), model.recordable(all(model, same)));
        for (Map<String, Distribution> separate : List.of(different, drawn)) {
            assertEquals(List.of(Receptor.Sign.POSITIVE, Receptor.Sign.NEGATIVE), signs(model, separate));
            assertEquals(List.of("V_m", "I_syn_ex", "I_syn_in", "I_syn"), model.recordable(all(model, separate)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iaf_psc_exp", "iaf_psc_alpha"})
    void aMergedCurrentCannotBeReadAsOneOfItsParts(String name) {
        NeuronModel model = NeuronModels.find(name).orElseThrow();
        NeuronState state = model.create(new TestColumns(model.description(), 1), 0.1);

        assertEquals(0, state.value(model.description().variableIndex("I_syn"), 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> state.value(model.description().variableIndex("I_syn_ex"), 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 1e-4})
    void aSpikeMovesThePotentialAsTheSolutionSaysWhenTauSynIsNearTauM(double relativeDistance) {
        // given neurons at rest whose currents decay (nearly) as fast as their potential
        double tau = 10;
        double c = 250;
        double weight = 1000;
        Stepper exp = nearlySingular(new IafPscExp(), tau, relativeDistance);
        Stepper alpha = nearlySingular(new IafPscAlpha(), tau, relativeDistance);

        // when a spike arrives at the end of the first step, and 30 ms pass
        exp.give(0, 0, weight).step();
        alpha.give(0, 0, weight).step();
        for (int i = 1; i <= 300; i++) {
            exp.step();
            alpha.step();
            double t = i * Stepper.DT_MS;

            // then the potential is that of equal time constants, w/C t exp(-t/tau) and w e/(2 C tau) t^2 exp(-t/tau),
            // from which 1e-4 of difference takes it less than 1e-4 t/tau
            double fromExp = weight / c * t * Math.exp(-t / tau);
            double fromAlpha = weight * Math.E / (2 * c * tau) * t * t * Math.exp(-t / tau);
            double allowed = 2e-5 + 2 * relativeDistance * fromAlpha + 2 * relativeDistance * fromExp;
            assertEquals(fromExp, exp.state.value(0, 0), allowed);
            assertEquals(fromAlpha, alpha.state.value(0, 0), allowed);
        }
    }

    private static Stepper nearlySingular(NeuronModel model, double tau, double relativeDistance) {
        TestColumns columns = new TestColumns(model.description(), 1)
                .set("E_L", 0)
                .set("V_th", 1000)
                .set("V_reset", 0)
                .set("tau_m", tau)
                .set("tau_syn_ex", tau * (1 + relativeDistance));
        return new Stepper(model, columns);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void thePotentialStaysAboveItsLowerBoundExceptWhereHeldAtAResetBelowIt(boolean perNeuron) {
        // given a neuron with a bound above its reset
        IafPscDelta model = new IafPscDelta();
        TestColumns columns =
                new TestColumns(model.description(), 1).set("V_min", -72).set("V_reset", -75);
        Stepper neurons = new Stepper(model, perNeuron ? columns.drawAll() : columns);

        // when it is pushed down, then made to fire
        neurons.give(0, 0, -30).step();
        assertEquals(-72, neurons.state.value(0, 0), 1e-5);
        assertTrue(neurons.give(0, 0, 30).stepFires(0));
        assertEquals(-75, neurons.state.value(0, 0), 1e-5);

        // then it is held at the reset, and the first free step lifts it to the bound
        for (int i = 0; i < 20; i++) {
            neurons.step();
            assertEquals(-75, neurons.state.value(0, 0), 1e-5);
        }
        neurons.step();
        assertEquals(-72, neurons.state.value(0, 0), 1e-5);
    }

    @Test
    void anInjectedCurrentAddsToTheConstantOneInOneNeuronOnly() {
        // given two neurons with a constant current and room for injected ones
        IafPscExp model = new IafPscExp();
        TestColumns columns =
                new TestColumns(model.description(), 2).set("I_e", 100).injectCurrents();
        Stepper neurons = new Stepper(model, columns);

        // when 50 pA are injected into the second for long
        neurons.state.setCurrent(1, 50);
        for (int i = 0; i < 3000; i++) {
            neurons.step();
        }

        // then both are at rest plus tau/C I, where float steps stop short of the end by less than 1e-4
        assertEquals(-70 + 10.0 / 250 * 100, neurons.state.value(0, 0), 1e-4);
        assertEquals(-70 + 10.0 / 250 * 150, neurons.state.value(0, 1), 1e-4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iaf_psc_exp", "izhikevich", "hh_psc_alpha", "gif_psc_exp", "glif_psc"})
    void aCurrentThatWasNotAnnouncedIsRefused(String name) {
        NeuronModel model = NeuronModels.find(name).orElseThrow();
        NeuronState state = model.create(new TestColumns(model.description(), 1), 0.1);

        assertThrows(IllegalStateException.class, () -> state.setCurrent(0, 50));
    }

    @Test
    void aParrotFiresOncePerStepWithTheNumberOfSpikesThatArrived() {
        Stepper parrots = new Stepper(new ParrotNeuron(), new TestColumns(new ParrotNeuron().description(), 3));

        assertEquals(0, parrots.step());
        assertEquals(0b101, parrots.give(0, 0, 1).give(0, 2, 7).step());
        assertEquals(1, parrots.state.multiplicity(0));
        assertEquals(7, parrots.state.multiplicity(2));
        assertEquals(0, parrots.step());
    }

    private static List<Receptor.Sign> signs(NeuronModel model, Map<String, Distribution> given) {
        return model.receptors(all(model, given)).stream().map(Receptor::sign).toList();
    }

    private static Map<String, Distribution> all(NeuronModel model, Map<String, Distribution> given) {
        return new Population("p", 1, model, given, Map.of()).allParameters();
    }

    private static Map<String, Distribution> distributions(Map<String, Double> given) {
        Map<String, Distribution> distributions = new HashMap<>();
        given.forEach((name, value) -> distributions.put(name, new Constant(value)));
        return distributions;
    }

    /** What a model reports, by parameter. */
    private static Map<String, String> problems(NeuronModel model, Map<String, Double> given) {
        Map<String, Double> parameters = new HashMap<>();
        Map<String, Distribution> all = new Population("p", 1, model, distributions(given), Map.of()).allParameters();
        all.forEach((name, value) -> parameters.put(name, value.quantile(0.5)));
        Map<String, String> problems = new LinkedHashMap<>();
        model.check(parameters, problems::put);
        return problems;
    }
}
