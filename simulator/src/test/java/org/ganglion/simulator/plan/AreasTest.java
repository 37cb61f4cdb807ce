package org.ganglion.simulator.plan;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.stream.IntStream;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.connect.PairwiseBernoulli;
import org.ganglion.network.random.Normal;
import org.ganglion.network.random.Redrawn;
import org.ganglion.network.random.Uniform;
import org.ganglion.simulator.Circuits;
import org.ganglion.simulator.MixedCircuit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which populations are found to be an area, and which groups hold it. */
class AreasTest {
    private static int[] areas(Experiment experiment) {
        Areas areas = Areas.of(experiment);
        int[] areaOf = IntStream.range(0, experiment.network().populations().size())
                .map(areas::areaOf)
                .toArray();
        assertEquals(areas.count(), IntStream.of(areaOf).distinct().count());
        return areaOf;
    }

    private static NetworkBuilder populations(int... sizes) {
        NetworkBuilder builder = NetworkBuilder.named("areas");
        for (int p = 0; p < sizes.length; p++) {
            builder = builder.population("p" + p, sizes[p], "iaf_psc_delta");
        }
        return builder;
    }

    private static NetworkBuilder link(NetworkBuilder builder, int from, int to, double delayMs) {
        return builder.project("p" + from, "p" + to, new FixedIndegree(10, true, true), weight(0.1), delayMs(delayMs));
    }

    private static int[] groupsOf(Layout layout, int population) {
        return IntStream.range(0, layout.groups())
                .filter(g -> layout.sliceSize(population, g) > 0)
                .toArray();
    }

    /** On a ring, so that each group has two neighbours. */
    @ParameterizedTest
    @CsvSource({"8, 4", "8, 2", "9, 3", "7, 4"})
    void neighboursAreInOneGroup(int count, int groups) {
        Layout layout = Layout.of(Circuits.areas(count, 64, RunSettings.DEFAULT), groups);
        assertEquals(groups, layout.groups());
        int[] groupOf =
                IntStream.range(0, count).map(a -> groupsOf(layout, 2 * a)[0]).toArray();
        long borders = IntStream.range(0, count)
                .filter(a -> groupOf[a] != groupOf[(a + 1) % count])
                .count();
        assertEquals(groups, borders, IntStream.of(groupOf).boxed().toList().toString());
    }

    @Test
    void publishedCircuitsAreOneArea() {
        assertEquals(1, Areas.of(Circuits.brunel(1000, RunSettings.DEFAULT)).count());
        assertEquals(
                1,
                Areas.of(Circuits.corticalMicrocircuit(0.05, RunSettings.DEFAULT))
                        .count());
    }

    @Test
    void populationsWithShortDelaysBetweenThemAreAnArea() {
        assertArrayEquals(new int[] {0, 0, 1, 1, 2, 2, 3, 3}, areas(Circuits.areas(4, 200, RunSettings.DEFAULT)));
    }

    @Test
    void aPopulationWithShortDelaysToItselfIsAnArea() {
        NetworkBuilder builder = populations(100, 100);
        builder = link(link(link(builder, 0, 0, 0.1), 1, 1, 0.2), 0, 1, 2);
        assertArrayEquals(new int[] {0, 1}, areas(builder.simulate(RunSettings.DEFAULT)));
    }

    @ParameterizedTest
    @CsvSource({"2.0, 2", "1.9, 1"})
    void delaysBetweenAreasAreFiveTimesThoseInside(double betweenMs, int count) {
        NetworkBuilder builder = populations(100, 100, 100);
        builder = link(link(link(builder, 0, 1, 0.4), 1, 0, 10), 1, 2, betweenMs);
        assertEquals(count, Areas.of(builder.simulate(RunSettings.DEFAULT)).count());
    }

    @Test
    void theWidestGapCounts() {
        NetworkBuilder builder = populations(100, 100, 100, 100);
        builder = link(link(link(builder, 0, 1, 0.1), 1, 2, 0.5), 2, 3, 5);
        assertArrayEquals(new int[] {0, 0, 0, 1}, areas(builder.simulate(RunSettings.DEFAULT)));
    }

    /** What counts is the delay at which two sets come together; longer ways between them do not matter. */
    @Test
    void aLongWayBesideAShortOneSeparatesNothing() {
        NetworkBuilder builder = populations(100, 100, 100);
        builder = link(link(link(builder, 0, 1, 0.1), 1, 2, 0.1), 0, 2, 50);
        assertEquals(1, Areas.of(builder.simulate(RunSettings.DEFAULT)).count());
    }

    @Test
    void aDrawnDelayCountsBySmallestAndAProjectionWithoutSynapsesNot() {
        NetworkBuilder builder = link(link(populations(100, 100), 0, 0, 0.1), 1, 1, 0.1)
                .project("p0", "p1", new PairwiseBernoulli(0.1, true), weight(0.1), delayMs(new Uniform(3, 9)));
        assertEquals(2, Areas.of(builder.simulate(RunSettings.DEFAULT)).count());

        Experiment none = builder.project("none", "p1", "p0", new PairwiseBernoulli(0, true), weight(0.1), delayMs(0.1))
                .simulate(RunSettings.DEFAULT);
        assertEquals(2, Areas.of(none).count());

        Experiment some = builder.project(
                        "some",
                        "p1",
                        "p0",
                        new PairwiseBernoulli(0.01, true),
                        weight(0.1),
                        delayMs(new Redrawn(new Normal(10, 5), 0.1, 20)))
                .simulate(RunSettings.DEFAULT);
        assertEquals(1, Areas.of(some).count());
    }

    @Test
    void whatNothingConnectsAreAreas() {
        NetworkBuilder builder = link(link(populations(100, 100, 100), 0, 2, 1), 2, 0, 1);
        assertArrayEquals(new int[] {0, 1, 0}, areas(builder.simulate(RunSettings.DEFAULT)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void groupsHoldWholeAreasOrAreasWholeGroups(int groups) {
        Layout layout = Layout.of(Circuits.areas(4, 400, RunSettings.DEFAULT), groups);
        assertEquals(groups, layout.groups());
        for (int p = 0; p < layout.populations(); p += 2) {
            int[] own = groupsOf(layout, p);
            assertEquals(Math.max(1, groups / 4), own.length);
            assertArrayEquals(own, groupsOf(layout, p + 1), "excitatory and inhibitory neurons");
            for (int other = 0; groups >= 4 && other < p; other++) {
                assertNotEquals(own[0], groupsOf(layout, other)[0], "areas " + other / 2 + " and " + p / 2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 7})
    void whatDoesNotComeOutEvenIsDealtOverAllGroups(int groups) {
        Layout layout = Layout.of(Circuits.areas(4, 1600, RunSettings.DEFAULT), groups);
        for (int p = 0; p < layout.populations(); p++) {
            assertEquals(groups, layout.strideOf(p));
            assertEquals(groups, groupsOf(layout, p).length);
        }
    }

    /** 400 and 100 neurons with ten synapses each: four groups and one. */
    @Test
    void aLargerAreaHasMoreGroups() {
        NetworkBuilder builder = populations(400, 100);
        builder = link(link(link(builder, 0, 0, 0.1), 1, 1, 0.1), 1, 0, 5);
        Layout layout = Layout.of(builder.simulate(RunSettings.DEFAULT), 5);
        assertArrayEquals(new int[] {0, 1, 2, 3}, groupsOf(layout, 0));
        assertArrayEquals(new int[] {4}, groupsOf(layout, 1));
    }

    @Test
    void aLoneStragglerIsNoGroupOfItsOwn() {
        Layout layout = Layout.of(MixedCircuit.of(RunSettings.DEFAULT), 2);
        for (int p = 0; p < layout.populations(); p++) {
            assertEquals(2, layout.strideOf(p));
        }
    }
}
