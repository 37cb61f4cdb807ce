package org.ganglion.simulator.group;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.PairwiseBernoulli;
import org.ganglion.network.space.GridPositions;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.simulator.ConductanceCircuit;
import org.ganglion.simulator.MixedCircuit;
import org.ganglion.simulator.Outcome;
import org.ganglion.simulator.PlasticCircuit;
import org.ganglion.simulator.Recording;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.SpatialCircuit;
import org.ganglion.simulator.SpikeList;
import org.ganglion.simulator.SpikingModelsCircuit;
import org.ganglion.simulator.StimulusCircuit;
import org.ganglion.simulator.SynapseCircuit;
import org.ganglion.simulator.link.SpikeBatch;
import org.ganglion.simulator.link.SpikeBuffer;
import org.ganglion.simulator.plan.NetworkPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is saved at a step and continued in other groups ends as if nothing had happened. */
class ContinueTest {
    private static final RunSettings SETTINGS =
            RunSettings.DEFAULT.withSeed(5).withWarmUpMs(10).withDurationMs(190);

    /** Spikes that synapses would follow, of which a projection has none. */
    private static final Experiment EMPTY = NetworkBuilder.named("empty")
            .population("E", 100, "iaf_psc_exp", p -> p.at(GridPositions.of(10, 10)))
            .poisson("background", "E", 9000, 60)
            .project(
                    "none",
                    "E",
                    "E",
                    new PairwiseBernoulli(0, true),
                    weight(60),
                    delayMs(new SpatialCircuit.OfDistance("slow", d -> 0.3 + 4 * d)),
                    Synapse.of("stdp_synapse").set("mu_plus", 0).set("mu_minus", 0))
            .simulate(SETTINGS);

    /** What a run was at a step, and what it had recorded by then. */
    private record Saved(long step, List<GroupState> states, GroupState.Totals totals, long[] spikes, long stateHash) {}

    private static Saved save(Experiment experiment, int groups, long step) throws IOException, InterruptedException {
        SpikeList list = new SpikeList();
        BuiltNetwork built = BuiltNetwork.build(experiment, groups, 1, list);
        ShuffledDriver driver = new ShuffledDriver(built.groups(), step, UnaryOperator.identity());
        driver.runTo(step);
        long reach = NetworkPlan.of(experiment, groups).maxDelay();
        List<GroupState> states = built.groups().stream()
                .map(g -> g.state(recent(driver.published(), g.number(), step - reach, step)))
                .toList();
        GroupState.Totals totals =
                states.stream().map(GroupState::totals).reduce(GroupState.Totals.NONE, GroupState.Totals::plus);
        long hash = built.groups().stream().mapToLong(NeuronGroup::stateHash).sum();
        return new Saved(step, states, totals, list.spikes(), hash);
    }

    /** Spikes of one group from some step on, as one batch. */
    static SpikeBatch recent(List<SpikeBatch> published, int group, long from, long step) {
        SpikeBuffer buffer = new SpikeBuffer();
        for (SpikeBatch batch : published) {
            for (int i = 0; batch.sender() == group && i < batch.ends().length; i++) {
                if (batch.firstStep() + i >= from) {
                    Arrays.stream(batch.neurons(), batch.begin(i), batch.ends()[i])
                            .forEach(buffer::add);
                    buffer.endStep();
                }
            }
        }
        return buffer.take(group, step);
    }

    private static BuiltNetwork restored(Experiment experiment, Saved saved, int groups, SpikeList list)
            throws IOException, InterruptedException {
        return restored(saved, BuiltNetwork.build(experiment, groups, 1, list));
    }

    private static BuiltNetwork restored(Saved saved, BuiltNetwork built) {
        List<SpikeBatch> past = saved.states().stream().map(GroupState::recent).toList();
        for (NeuronGroup group : built.groups()) {
            GroupState.Totals totals = group.number() == 0 ? saved.totals() : GroupState.Totals.NONE;
            group.restore(saved.step(), saved.step(), saved.states(), past, totals);
        }
        return built;
    }

    private static void assertContinues(Experiment experiment, long step, int from, int to)
            throws IOException, InterruptedException {
        Saved saved = save(experiment, from, step);
        SpikeList list = new SpikeList();
        assertContinues(experiment, saved, restored(experiment, saved, to, list), list);
    }

    private static void assertContinues(Experiment experiment, Saved saved, BuiltNetwork built, SpikeList list)
            throws IOException, InterruptedException {
        Outcome expected = ShuffledDriver.plain(experiment, 2);
        assertEquals(
                saved.stateHash(),
                built.groups().stream().mapToLong(NeuronGroup::stateHash).sum(),
                "state bits as they were put back");
        long end = experiment.settings().endStep();
        new ShuffledDriver(built.groups(), saved.step(), UnaryOperator.identity()).runTo(end);
        Outcome rest = ShuffledDriver.outcome(built, end, list);
        long[] spikes = Arrays.copyOf(saved.spikes(), saved.spikes().length + rest.spikes().length);
        System.arraycopy(rest.spikes(), 0, spikes, saved.spikes().length, rest.spikes().length);
        Outcome whole = new Outcome(
                spikes, rest.spikeHash(), rest.stateHash(), rest.endStep(), rest.synapticEvents(), rest.populations());
        expected.assertSame(
                whole,
                saved.states().size() + " groups continued in " + built.groups().size() + " from step " + saved.step());
    }

    @ParameterizedTest
    @CsvSource({"700, 1, 2", "1234, 3, 1"})
    void aMixedCircuitContinuesInSmallTiles(long step, int from, int to) throws Exception {
        Experiment experiment = MixedCircuit.of(SETTINGS);
        Saved saved = save(experiment, from, step);
        SpikeList list = new SpikeList();
        assertContinues(experiment, saved, restored(saved, SameSpikesTest.inTiles(experiment, to, 64, list)), list);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "700, 1, 3", "1050, 3, 2", "1234, 7, 1", "1999, 2, 7"})
    void aMixedCircuitContinues(long step, int from, int to) throws Exception {
        assertContinues(MixedCircuit.of(SETTINGS), step, from, to);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2", "533, 3, 2", "871, 2, 7"})
    void aCircuitOfConductancesContinues(long step, int from, int to) throws Exception {
        assertContinues(ConductanceCircuit.of(SETTINGS.withDurationMs(90)), step, from, to);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2", "333, 1, 3", "1050, 3, 2", "1301, 7, 1", "1999, 2, 7"})
    void aPlasticCircuitContinues(long step, int from, int to) throws Exception {
        assertContinues(PlasticCircuit.of(SETTINGS), step, from, to);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 3", "700, 3, 1", "1301, 2, 7"})
    void aCircuitOfSpikingModelsContinues(long step, int from, int to) throws Exception {
        assertContinues(SpikingModelsCircuit.of(SETTINGS), step, from, to);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2", "333, 1, 3", "1305, 3, 2", "1633, 7, 1", "1999, 2, 7"})
    void aCircuitOfEverySynapseModelContinues(long step, int from, int to) throws Exception {
        assertContinues(SynapseCircuit.of(SETTINGS), step, from, to);
    }

    /** Gamma processes go on in the middle of an interval; noise, in that of one of its own. */
    @ParameterizedTest
    @CsvSource({"1, 1, 2", "333, 1, 3", "1054, 3, 2", "1301, 7, 1", "1999, 2, 7"})
    void aStimulatedCircuitContinues(long step, int from, int to) throws Exception {
        assertContinues(StimulusCircuit.of(SETTINGS), step, from, to);
    }

    /** Before all changes, in the step of one, between two, and behind all. */
    @ParameterizedTest
    @CsvSource({"200, 1, 2", "400, 2, 3", "777, 3, 2", "955, 7, 1", "1500, 2, 7"})
    void aCircuitWhoseStimuliChangeContinues(long step, int from, int to) throws Exception {
        assertContinues(StimulusCircuit.changed(SETTINGS), step, from, to);
    }

    @Test
    void theSavedStateIsTheSameFromAnyGroups() throws Exception {
        assertSavedAlike(PlasticCircuit.of(SETTINGS));
        assertSavedAlike(SynapseCircuit.of(SETTINGS));
    }

    private static void assertSavedAlike(Experiment experiment) throws IOException, InterruptedException {
        Saved one = save(experiment, 1, 900);
        Saved three = save(experiment, 3, 900);
        assertEquals(one.stateHash(), three.stateHash());
        assertArrayEquals(one.spikes(), three.spikes());
        assertNotEquals(one.stateHash(), save(experiment, 1, 901).stateHash());
    }

    /** What ends a run that fires too fast is counted in windows, and a run may continue in the middle of one. */
    @ParameterizedTest
    @CsvSource({"1000, 1, 2", "1234, 3, 1", "1999, 2, 7"})
    void aWindowThatIsOpenIsToldWhole(long step, int from, int to) throws Exception {
        Experiment experiment = MixedCircuit.of(SETTINGS);
        long end = experiment.settings().endStep();
        ShuffledDriver whole = new ShuffledDriver(
                BuiltNetwork.build(experiment, 2, 1, Recording.NONE).groups(), 1, UnaryOperator.identity());
        whole.runTo(end);
        BuiltNetwork built = restored(experiment, save(experiment, from, step), to, new SpikeList());
        ShuffledDriver rest = new ShuffledDriver(built.groups(), step, UnaryOperator.identity());
        rest.runTo(end);
        assertEquals(whole.windows().tailMap(step + 1), rest.windows());
        assertEquals(List.of(2000L), List.copyOf(rest.windows().keySet()));
    }

    /** Of synapses that there are none of, delays that depend on distance are unknown. */
    @ParameterizedTest
    @CsvSource({"1301, 1, 2", "1302, 2, 1", "1303, 1, 1", "1304, 1, 1", "1305, 1, 1"})
    void aPlasticProjectionWithoutSynapsesContinues(long step, int from, int to) throws Exception {
        assertContinues(EMPTY, step, from, to);
    }

    /** That the tests above can fail: weights decide what comes. */
    @Test
    void aChangedWeightIsSeen() throws Exception {
        Experiment experiment = PlasticCircuit.of(SETTINGS);
        Saved saved = save(experiment, 1, 500);
        for (GroupState.Plastic plastic : saved.states().getFirst().plastic()) {
            if (plastic.kind() == GroupState.PlasticKind.SYNAPSES && plastic.words().length > 1) {
                plastic.words()[1] ^= 1 << 10; // upper half of the first double
            }
        }
        SpikeList list = new SpikeList();
        BuiltNetwork built = restored(experiment, saved, 2, list);
        long end = experiment.settings().endStep();
        new ShuffledDriver(built.groups(), 1, UnaryOperator.identity()).runTo(end);
        Outcome outcome = ShuffledDriver.outcome(built, end, list);
        assertNotEquals(ShuffledDriver.plain(experiment, 1).spikeHash(), outcome.spikeHash());
    }

    @Test
    void statesWithoutTheSynapsesAreRefused() throws Exception {
        Experiment experiment = PlasticCircuit.of(SETTINGS);
        Saved saved = save(experiment, 2, 100);
        List<GroupState> without = saved.states().stream()
                .map(s -> new GroupState(s.step(), s.neurons(), s.recent(), List.of(), s.totals()))
                .toList();
        Saved broken = new Saved(100, without, saved.totals(), saved.spikes(), saved.stateHash());
        String message = assertThrows(SimulationException.class, () -> restored(experiment, broken, 2, new SpikeList()))
                .getMessage();
        assertTrue(message.contains("plastic synapses"), message);
    }
}
