package org.ganglion.network.neuron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.network.Population;
import org.ganglion.network.random.Constant;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.spec.Description;
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
                "parrot_neuron")) {
            assertEquals(name, NeuronModels.find(name).orElseThrow().name());
        }
    }

    @Test
    void everyDefaultIsAllowed() {
        for (NeuronModel model : NeuronModels.ALL) {
            for (ParameterSpec spec : model.description().parameters()) {
                double standard = spec.standard().orElseThrow();
                assertTrue(spec.allowed().contains(standard), model.name() + "." + spec.name());
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
        "iaf_psc_alpha, t_ref, NaN"
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

    @Test
    void aCurrentThatWasNotAnnouncedIsRefused() {
        NeuronState state = new IafPscExp().create(new TestColumns(new IafPscExp().description(), 1), 0.1);

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

    /** What a model reports, by parameter. */
    private static Map<String, String> problems(NeuronModel model, Map<String, Double> given) {
        Description description = model.description();
        Map<String, Double> parameters = new HashMap<>();
        for (ParameterSpec spec : description.parameters()) {
            parameters.put(
                    spec.name(), given.getOrDefault(spec.name(), spec.standard().orElseThrow()));
        }
        Map<String, String> problems = new LinkedHashMap<>();
        model.check(parameters, problems::put);
        return problems;
    }
}
