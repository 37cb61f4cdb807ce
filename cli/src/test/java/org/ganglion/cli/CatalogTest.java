package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ganglion.network.connect.ConnectionRules;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.catalog.NeuronModels;
import org.ganglion.network.random.Distributions;
import org.ganglion.network.spec.ParameterSpec;
import org.junit.jupiter.api.Test;

/** What the command tells of itself: models, versions, completion. */
final class CatalogTest {
    @Test
    void modelsListsEverythingThatCanBeNamed() {
        Call call = Call.of("models");
        assertEquals(0, call.exitCode());
        NeuronModels.ALL.forEach(m -> assertTrue(call.out().contains("\n  " + m.name() + "\n"), m.name()));
        ConnectionRules.CATALOG.names().forEach(n -> assertTrue(call.out().contains("\n  " + n + "\n"), n));
        Distributions.CATALOG.names().forEach(n -> assertTrue(call.out().contains("\n  " + n + "\n"), n));
        assertTrue(call.out().contains("static_synapse"));
        assertTrue(call.out().contains("step_current"));
    }

    @Test
    void oneModelIsShownWithEquationParametersUnitsDefaultsAndPaper() {
        for (NeuronModel model : NeuronModels.ALL) {
            Call call = Call.of("models", model.name());
            assertEquals(0, call.exitCode());
            assertTrue(call.out().contains(model.description().sentence()));
            assertTrue(call.out().contains(model.description().reference()));
            for (ParameterSpec spec : model.description().parameters()) {
                assertTrue(call.out().contains("  " + spec.name() + " "), spec.name());
            }
        }
        assertTrue(Call.of("models", "iaf_psc_exp").out().contains("250 pF"));
        assertTrue(Call.of("models", "iaf_psc_exp").out().contains("dV_m/dt"));
    }

    @Test
    void aSynapseModelIsShownWithWhatIsDrawnAndWhatNamesAPopulation() {
        String dopamine = Call.of("models", "stdp_dopamine_synapse").out();
        assertTrue(dopamine.contains("volume_transmitter  required  the population whose spikes"), dopamine);
        String tsodyks = Call.of("models", "tsodyks_synapse").out();
        assertTrue(tsodyks.contains("for each synapse: U, tau_rec, tau_fac\n"), tsodyks);
    }

    @Test
    void anUnknownModelIsAnsweredWithTheNearest() {
        Call call = Call.of("models", "iaf_psc_ex");
        assertEquals(2, call.exitCode());
        assertTrue(call.err().contains("did you mean \"iaf_psc_exp\"?"), call.err());
    }

    @Test
    void completionKnowsEveryCommandInEveryShell() {
        for (String shell : new String[] {"bash", "zsh", "fish"}) {
            Call call = Call.of("completion", shell);
            assertEquals(0, call.exitCode());
            for (String word : new String[] {"run", "validate", "models", "version", "completion", "output"}) {
                assertTrue(call.out().contains(word), shell + " lacks " + word);
            }
        }
    }

    @Test
    void helpShowsExamples() {
        assertTrue(Call.of("--help").out().contains("ganglion run examples/brunel.yaml"));
        assertTrue(Call.of("run", "--help").out().contains("--set"));
        assertEquals(Call.of("--help").out(), Call.of().out());
    }
}
