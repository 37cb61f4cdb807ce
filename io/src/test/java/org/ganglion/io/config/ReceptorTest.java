package org.ganglion.io.config;

import static org.ganglion.io.config.Models.assertErrors;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.ganglion.network.Network;
import org.ganglion.network.Projection;
import org.ganglion.network.Stimulus;
import org.junit.jupiter.api.Test;

/** Receptors chosen by name. */
class ReceptorTest {

    private static String model(String projection, String stimulus) {
        return """
                populations:
                  E: {model: glif_psc, size: 3, parameters: {tau_syn: [1 ms, 5 ms]}}
                  I: {model: iaf_psc_exp, size: 3, parameters: {tau_syn_in: 5 ms}}
                projections:
                  p: {from: E, rule: all_to_all, delay: 1 ms, %s}
                stimuli:
                  s: {%s}
                simulation: {duration: 1 s}
                """.formatted(projection, stimulus);
    }

    @Test
    void aProjectionAndAStimulusNameTheReceptorAndTheCanonicalFormKeepsIt() {
        Config config = Models.read(model(
                "to: E, weight: -5 pA, receptor: 2",
                "to: I, type: poisson, rate: 1 kHz, weight: 5 pA, receptor: excitatory"));
        Network network = config.experiment().network();
        assertEquals("2", network.projections().getFirst().receptor());
        assertEquals("excitatory", ((Stimulus.Poisson) network.stimuli().getFirst()).receptor());
        String json = ConfigWriter.toJson(config);
        assertTrue(json.contains("\"receptor\": \"2\""), json);
        assertEquals(config, Models.read(json));
    }

    @Test
    void whereNoneIsNamedNothingIsWritten() {
        Config config = Models.read(
                model("to: E, weight: 5 pA", "to: I, type: spike_train, times: [1 ms], weight: 5 pA, delay: 1 ms"));
        assertEquals(
                List.of(""),
                config.experiment().network().projections().stream()
                        .map(Projection::receptor)
                        .toList());
        assertFalse(ConfigWriter.toJson(config).contains("receptor"));
    }

    @Test
    void anUnknownReceptorIsToldWhatItCouldBe() {
        assertErrors(
                model(
                        "to: E, weight: 5 pA, receptor: 3",
                        "to: I, type: poisson, rate: 1 Hz, weight: 5 pA, receptor: excitatry"),
                "model.yaml:5:78: projections.p.receptor: unknown receptor of E \"3\" (allowed: 1, 2); use one of these",
                "model.yaml:7:65: stimuli.s.receptor: unknown receptor of I \"excitatry\" (allowed: excitatory,"
                        + " inhibitory); did you mean \"excitatory\"?");
    }

    @Test
    void aWeightOfTheWrongSignForTheReceptorIsReported() {
        assertErrors(
                model("to: I, weight: -5 pA, receptor: excitatory", "to: E, type: dc, amplitude: 1 pA"),
                "model.yaml:5:62: projections.p.weight: -5 pA is inhibitory, but iaf_psc_exp takes only positive weights;"
                        + " make it positive");
    }
}
