package org.ganglion.distributed.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.ganglion.distributed.checkpoint.Checkpoints;
import org.ganglion.distributed.checkpoint.Generation;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.checkpoint.Legs;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.network.Change;
import org.ganglion.simulator.group.GroupState;

/** Runs one schedule of faults and compares what comes of it with an undisturbed run. */
final class FaultSimulation {
    private final Outcome undisturbed;
    private final LongAdder changed = new LongAdder();

    /**
     * What a run came to, whatever its groups.
     *
     * @param changes of stimuli that somebody asked for on the way
     */
    record Outcome(
            long end,
            long spikeHash,
            long spikes,
            long synapticEvents,
            long[] recorded,
            Map<String, int[]> states,
            List<Change> changes) {}

    FaultSimulation() throws IOException {
        undisturbed = undisturbed(List.of());
    }

    /** A run of which the changes are part of the description. */
    private static Outcome undisturbed(List<Change> changes) throws IOException {
        Schedule quiet = new Schedule(0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false, 0, 0);
        return run(quiet, Mutant.NONE, changes);
    }

    /**
     * Runs one.
     *
     * @throws AssertionError if the outcome differs, or the run does not end
     */
    void check(long seed, Mutant mutant) {
        Schedule schedule = Schedule.of(seed);
        try {
            Outcome outcome = run(schedule, mutant, List.of());
            changed.add(outcome.changes.size());
            assertSame(outcome.changes.isEmpty() ? undisturbed : undisturbed(outcome.changes), outcome);
        } catch (AssertionError | RuntimeException | IOException e) {
            throw new AssertionError(schedule + " of " + mutant + ": " + e, e);
        }
    }

    private static void assertSame(Outcome expected, Outcome outcome) {
        assertEquals(expected.end, outcome.end, "step reached");
        assertArrayEquals(expected.recorded, outcome.recorded, "recorded spikes");
        assertEquals(expected.spikeHash, outcome.spikeHash, "spike hash");
        assertEquals(expected.spikes, outcome.spikes, "spikes");
        assertEquals(expected.synapticEvents, outcome.synapticEvents, "synaptic events");
        assertEquals(expected.states.keySet(), outcome.states.keySet(), "neurons and plastic synapses");
        expected.states.forEach((neuron, words) -> assertArrayEquals(words, outcome.states.get(neuron), neuron));
    }

    /** Changes of stimuli that somebody asked for and that were made, in all runs. */
    long changed() {
        return changed.sum();
    }

    /** @param described changes of stimuli that are part of the description */
    private static Outcome run(Schedule schedule, Mutant mutant, List<Change> described) throws IOException {
        MemoryDisk disk = new MemoryDisk();
        Checkpoints checkpoints = VirtualCluster.checkpoints(disk);
        List<Stretch> legs = new ArrayList<>();
        List<Change> known = new ArrayList<>(described);
        int number = 0;
        while (true) {
            Ledger ledger = new Ledger();
            Leg leg = Legs.next(checkpoints, number);
            long stopAt = schedule.stops() && legs.isEmpty() ? 200 + Math.floorMod(schedule.seed(), 300L) : 0;
            VirtualCluster cluster =
                    new VirtualCluster(schedule, mutant, disk, ledger, leg, List.copyOf(known), stopAt);
            Generation end = cluster.run();
            List<LiveChange> made = checkpoints.changes().of(number);
            made.forEach(change -> known.add(change.change(TestCircuit.dtMs())));
            legs.add(new Stretch(leg.firstStep(), ledger, made));
            Optional<List<GroupState>> states = cluster.states(end);
            if (states.isPresent() && end.step() == TestCircuit.endStep()) {
                cluster.assertNothingDoneTwice();
                List<Change> asked = List.copyOf(known.subList(described.size(), known.size()));
                return outcome(end, states.get(), recorded(legs, end.step()), asked);
            }
            // Stopped before its end, or its last checkpoint was damaged: continued in another number of groups.
            number += 1 + made.size();
        }
    }

    /**
     * A stretch of a run, from the checkpoint that it began at.
     *
     * @param made changes while it went on
     */
    private record Stretch(long first, Ledger ledger, List<LiveChange> made) {}

    /** What a leg recorded counts until the step at which a later one began. */
    private static long[] recorded(List<Stretch> legs, long end) {
        LongStream all = LongStream.empty();
        long next = end;
        for (Stretch leg : legs.reversed()) {
            if (leg.first < next) {
                all = LongStream.concat(all, leg.ledger.spikes(leg.first, next, leg.made));
                next = leg.first;
            }
        }
        return all.sorted().toArray();
    }

    private static Outcome outcome(Generation end, List<GroupState> states, long[] recorded, List<Change> changes) {
        GroupState.Totals totals =
                states.stream().map(GroupState::totals).reduce(end.leg().before(), GroupState.Totals::plus);
        Map<String, int[]> neurons = new TreeMap<>();
        for (GroupState state : states) {
            for (GroupState.Neurons some : state.neurons()) {
                for (int i = 0; i < some.indices().length; i++) {
                    int width = some.wordsPerNeuron();
                    neurons.put(
                            "state of neuron " + some.indices()[i] + " of population " + some.population(),
                            Arrays.copyOfRange(some.words(), width * i, width * (i + 1)));
                }
            }
            for (GroupState.Plastic plastic : state.plastic()) {
                // What a signal did is the same in every group that has some of its synapses.
                boolean common = plastic.kind() == GroupState.PlasticKind.SIGNAL;
                String of = common ? "all" : "neuron " + plastic.neuron();
                neurons.put(plastic.kind() + " of " + of + " of " + plastic.of(), plastic.words());
            }
        }
        return new Outcome(
                end.step(), totals.spikeHash(), totals.spikes(), totals.synapticEvents(), recorded, neurons, changes);
    }

    /** The seeds of a range whose schedule fails. */
    List<AssertionError> failures(long first, long count, Mutant mutant, int most) {
        List<AssertionError> failures = new ArrayList<>();
        for (long seed = first; seed < first + count && failures.size() < most; seed++) {
            try {
                check(seed, mutant);
            } catch (AssertionError e) {
                failures.add(e);
            }
        }
        return failures;
    }
}
