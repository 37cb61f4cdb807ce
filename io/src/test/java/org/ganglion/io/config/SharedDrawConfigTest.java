package org.ganglion.io.config;

import static org.ganglion.io.config.Models.assertErrors;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganglion.io.quantity.ExpressionFormula;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.Population;
import org.ganglion.network.RunSettings;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.SharedDraw;
import org.ganglion.network.spec.Unit;
import org.junit.jupiter.api.Test;

/** Values of neurons that follow from one number that each neuron draws. */
class SharedDrawConfigTest {

    private static String model(String parameters, String more) {
        return """
                parameters: {rest: -65 mV}
                populations:
                  E:
                    model: izhikevich
                    size: 3
                    parameters: {%s}
                %s
                simulation: {duration: 1 s}
                """.formatted(parameters, more);
    }

    private static Distribution shared(Unit unit, String text) {
        return new SharedDraw(new ExpressionFormula("u", Unit.NONE, unit, text));
    }

    @Test
    void expressionsOfUAreSharedDrawsWithTheNamesOfTheFileInThem() {
        Population population = Models.read(model(
                        "c: {expression: rest + 15 mV * u^2}",
                        "    initial: {U_m: {expression: \"-13 mV * (1 + u)\"}}"))
                .experiment()
                .network()
                .populations()
                .getFirst();

        Distribution c = population.parameters().get("c");
        assertEquals(shared(Unit.MILLIVOLT, "(-65.0 mV) + 15 mV * u^2"), c);
        assertEquals(-65 + 15 * 0.25, c.quantile(0.5), 1e-12);
        assertEquals(-65, c.smallest(), 1e-6);
        assertEquals(-50, c.largest(), 1e-6);
        assertEquals(-13 * 1.5, population.initial().get("U_m").quantile(0.5), 1e-12);
    }

    @Test
    void aProgramWritesTheSameAndTheCanonicalFormIsReadAgain() {
        Experiment experiment = NetworkBuilder.named("n")
                .population("E", 3, "izhikevich", p -> p.set("c", shared(Unit.MILLIVOLT, "-65 mV + 15 mV * u^2"))
                        .startAt("U_m", shared(Unit.MILLIVOLT, "-13 mV * (1 + u)")))
                .simulate(RunSettings.DEFAULT);

        String json = ConfigWriter.toJson(experiment);

        assertTrue(json.contains("\"c\": {\"expression\": \"-65 mV + 15 mV * u^2\"}"), json);
        assertEquals(
                experiment, ConfigReader.read(json, "run.json", Overrides.NONE).experiment());
    }

    @Test
    void logarithmsAreLookedAtWhereNumbersAreDrawn() {
        Models.read(model("d: {expression: \"-3 mV * log(1 - u)\"}", ""));
    }

    @Test
    void whatTheExpressionComesToMustBeAllowedForEachNeuron() {
        assertErrors(
                model("c: {expression: 20 mV * u}, V_th: {expression: 10 mV * u}", ""),
                "model.yaml:6:21: populations.E.parameters.c: 0.009765625 mV is not below V_th (0.0048828125 mV); lower c or"
                        + " raise V_th");
    }

    @Test
    void valuesThatMoveTogetherAreCheckedTogether() {
        Models.read(model("c: {expression: 20 mV * u}, V_th: {expression: 20 mV * u + 1 mV}", ""));
    }

    @Test
    void whatIsOutOfRangeForSomeNumberIsNamed() {
        String text = model("tau_m: {expression: 20 ms - 40 ms * u}", "").replace("izhikevich", "iaf_psc_delta");
        assertErrors(
                text,
                "model.yaml:6:25: populations.E.parameters.tau_m: comes to -20 ms for some u between 0 and 1; it must be"
                        + " above 0 ms: bound it with min and max");
    }

    @Test
    void mistakesAreNamedWithTheirRemedy() {
        assertErrors(
                model("c: {expression: rest}, d: {expression: 3 * u}, a: {expression: u * w}", ""),
                "model.yaml:6:34: populations.E.parameters.c.expression: has no u in it, the number between 0 and 1 that"
                        + " each neuron draws; write the value without expression",
                "model.yaml:6:57: populations.E.parameters.d.expression: 3 * u has no unit; a voltage is needed: multiply"
                        + " by mV or give units to the values in it",
                "model.yaml:6:85: populations.E.parameters.a.expression: u * w: unknown name \"w\" (allowed: rest, u);"
                        + " use one of these");
        assertErrors(
                model("a: {expression: u}", "").replace("{rest: -65 mV}", "{u: 3}"),
                "model.yaml:6:34: populations.E.parameters.a.expression: u is the number that each neuron draws, and there"
                        + " is a parameter of that name; rename the parameter");
        assertErrors(
                model("consistent_integration: {expression: u}", ""),
                "model.yaml:6:42: populations.E.parameters.consistent_integration: a mapping is not a switch; write true or"
                        + " false");
        assertErrors(
                model(
                        "",
                        "projections: {p: {from: E, to: E, rule: all_to_all, weight: {expression: u * mV}, delay: 1 ms}}"),
                "model.yaml:7:61: projections.p.weight: an expression of u is the value of a parameter or the start of a"
                        + " neuron, without redraw or clip; draw this from a distribution");
    }
}
