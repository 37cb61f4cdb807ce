package org.ganglion.simulator.actor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.Breaking;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.Simulation;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.group.PlainSimulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A state that is not a number ends the run with the name of the first neuron that has one. */
@Timeout(value = 2, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StateFaultTest {
    private static final RunSettings SETTINGS = RunSettings.DEFAULT.withDurationMs(250);

    private static Experiment breaking(RunSettings settings, long sound) {
        return NetworkBuilder.named("breaking")
                .population("sound", 200, "iaf_psc_exp")
                .population("late", 300, new Breaking(0, sound + 1), UnaryOperator.identity())
                .population("first", 300, new Breaking(170, sound), UnaryOperator.identity())
                .population("second", 300, new Breaking(3, sound), UnaryOperator.identity())
                .simulate(settings);
    }

    private static String failure(Simulation simulation) {
        try (simulation) {
            return String.valueOf(assertThrows(SimulationException.class, () -> simulation.runTo(SETTINGS.endStep()))
                    .getMessage());
        }
    }

    private static void assertSaid(String expected, long sound) throws Exception {
        for (int groups : new int[] {1, 2, 3, 7}) {
            assertEquals(expected, failure(PlainSimulation.build(breaking(SETTINGS, sound), groups, Recording.NONE)));
            Experiment onActors = breaking(SETTINGS.withGroups(groups).withThreads(2), sound);
            assertEquals(expected, failure(ActorSimulation.build(onActors, Recording.NONE)));
        }
    }

    /** States are looked at every 100 ms, so that what breaks in step 999 is found before step 1000. */
    @Test
    void theFirstNeuronOfTheFirstPopulationIsNamedOnAnyGroups() throws Exception {
        assertSaid(
                "first: V_m of neuron 170 is not a number before step 1000; lower simulation.dt, or look for weights,"
                        + " parameters and stimuli that let it grow without bound",
                999);
    }

    @Test
    void whatBreaksAfterTheLastLookIsFoundAtTheEnd() throws Exception {
        assertSaid(
                "late: V_m of neuron 0 is not a number before step 2500; lower simulation.dt, or look for weights,"
                        + " parameters and stimuli that let it grow without bound",
                2300);
    }
}
