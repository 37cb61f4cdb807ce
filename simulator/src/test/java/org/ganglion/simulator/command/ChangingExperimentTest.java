package org.ganglion.simulator.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.ganglion.network.Change;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.spec.InvalidNetworkException;
import org.ganglion.simulator.RunState.Phase;
import org.junit.jupiter.api.Test;

class ChangingExperimentTest {
    private final Experiment described = NetworkBuilder.named("change")
            .population("cells", 3, "iaf_psc_exp")
            .stimulate(Stimulus.Current.direct("drive", "cells", Selection.ALL, 100, 0, 50))
            .simulate(RunSettings.DEFAULT.withDtMs(0.1).withDurationMs(100));

    private final ChangingExperiment experiment = new ChangingExperiment(described);
    private final List<LongConsumer> deeds = new ArrayList<>();
    private final List<Change> told = new ArrayList<>();

    private void change(Phase phase, String parameter) {
        experiment.change(phase, new Change(0, "drive", parameter, 7), deeds::add, told::add);
    }

    @Test
    void aChangeTakesEffectAtTheAgreedStepAndNotBefore() {
        change(Phase.RUNNING, "amplitude");
        assertSame(described, experiment.now());
        assertEquals(List.of(), told);

        deeds.getFirst().accept(123); // at 12.3 ms

        Change there = new Change(12.3, "drive", "amplitude", 7);
        assertEquals(List.of(there), told);
        assertEquals(described.with(there), experiment.now());
    }

    @Test
    void changesAddUp() {
        change(Phase.RUNNING, "amplitude");
        change(Phase.PAUSED, "amplitude");
        deeds.get(0).accept(100);
        deeds.get(1).accept(200);

        assertEquals(
                described.with(new Change(10, "drive", "amplitude", 7)).with(new Change(20, "drive", "amplitude", 7)),
                experiment.now());
    }

    @Test
    void whatCannotBeIsRefusedBeforeAnybodyIsAsked() {
        assertThrows(InvalidNetworkException.class, () -> change(Phase.RUNNING, "colour"));
        assertThrows(IllegalStateException.class, () -> change(Phase.DONE, "amplitude"));
        assertEquals(List.of(), deeds);
    }
}
