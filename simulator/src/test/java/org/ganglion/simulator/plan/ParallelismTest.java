package org.ganglion.simulator.plan;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.spec.InvalidNetworkException;
import org.ganglion.simulator.Circuits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many groups a network is worth that does not say. */
class ParallelismTest {
    private static final RunSettings TWO_THREADS = RunSettings.DEFAULT.withThreads(2);

    private static int groups(Experiment experiment) {
        return Parallelism.of(experiment).groups();
    }

    private static Experiment cells(int cells, String model, double delayMs, RunSettings settings) {
        return NetworkBuilder.named("cells")
                .population("cells", cells, model)
                .project("cells", "cells", new FixedIndegree(20, true, true), weight(1), delayMs(delayMs))
                .simulate(settings);
    }

    @Test
    void manyNeuronsOrLongDelaysAreWorthAGroupAThread() {
        assertEquals(2, groups(Circuits.corticalMicrocircuit(1, TWO_THREADS)));
        assertEquals(2, groups(Circuits.brunel(12_500, TWO_THREADS)));
        assertEquals(2, groups(Circuits.areas(8, 3200, TWO_THREADS)));
    }

    @Test
    void groupsThatWouldWaitInEveryShortStepAreOne() {
        assertEquals(1, groups(Circuits.corticalMicrocircuit(0.1, TWO_THREADS)));
    }

    @ParameterizedTest
    @CsvSource({
        "10, iaf_psc_delta, 1.5, 1",
        "4000, iaf_psc_delta, 0.1, 1",
        "4000, iaf_psc_delta, 5, 2",
        "4000, iaf_cond_exp, 0.1, 1",
        "4000, hh_psc_alpha, 0.1, 2"
    })
    void neuronsThatCostMoreAreWorthItEarlier(int cells, String model, double delayMs, int groups) {
        assertEquals(groups, groups(cells(cells, model, delayMs, TWO_THREADS)));
    }

    @Test
    void withABarrierAllWaitInEveryStep() {
        assertEquals(2, groups(Circuits.areas(8, 200, TWO_THREADS)));
        assertEquals(1, groups(Circuits.areas(8, 200, TWO_THREADS.withBarrier(true))));
    }

    @ParameterizedTest
    @CsvSource({
        "8, 2, 1, 4",
        "8, 3, 1, 8",
        "8, 2, 2, 8",
        "8, 4, 2, 8",
        "8, 9, 1, 9",
        "40, 2, 2, 8",
        "7, 2, 1, 4",
        "5, 2, 1, 5",
        "8, 1, 2, 2",
        "8, 1, 5, 5",
        "8, 1, 6, 8",
        "12, 1, 5, 5",
        "9, 1, 6, 9"
    })
    void threadsOfNodesHaveAsManyGroupsAsWholeAreasMakeEvenOnesTwoAtLeastOnSeveral(
            int areas, int nodes, int threads, int groups) {
        assertEquals(groups, Parallelism.groupsOnNodes(Circuits.areas(areas, 32, TWO_THREADS), nodes, threads));
    }

    @Test
    void threadsOfNodesHaveOneGroupOfWhatIsOneArea() {
        Experiment cells = cells(400, "iaf_psc_delta", 0.1, TWO_THREADS);
        assertEquals(1, Parallelism.groupsOnNodes(cells, 1, 1));
        assertEquals(4, Parallelism.groupsOnNodes(cells, 2, 2));
    }

    @Test
    void whatTheDescriptionSaysIsDone() {
        assertEquals(
                new Parallelism(7, 2), Parallelism.of(cells(400, "iaf_psc_delta", 0.1, TWO_THREADS.withGroups(7))));
        assertEquals(1, groups(Circuits.corticalMicrocircuit(1, TWO_THREADS.withThreads(1))), "one thread, one group");
    }

    @Test
    void aNetworkThatCannotBeRunIsRefusedAsAWhole() {
        assertThrows(
                InvalidNetworkException.class,
                () -> Parallelism.of(NetworkBuilder.named("none").simulate(TWO_THREADS)));
    }
}
