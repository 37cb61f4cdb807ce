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
import java.util.stream.LongStream;
import org.ganglion.distributed.checkpoint.Generation;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.checkpoint.Legs;
import org.ganglion.simulator.group.GroupState;

/** Runs one schedule of faults and compares what comes of it with an undisturbed run. */
final class FaultSimulation {
    private final Outcome undisturbed;

    /** What a run came to, whatever its groups. */
    record Outcome(
            long end, long spikeHash, long spikes, long synapticEvents, long[] recorded, Map<String, int[]> states) {}

    FaultSimulation() throws IOException {
        Schedule quiet = new Schedule(0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false, 0);
        undisturbed = run(quiet, Mutant.NONE);
    }

    /**
     * Runs one.
     *
     * @throws AssertionError if the outcome differs, or the run does not end
     */
    void check(long seed, Mutant mutant) {
        Schedule schedule = Schedule.of(seed);
        try {
            Outcome outcome = run(schedule, mutant);
            assertEquals(undisturbed.end, outcome.end, "step reached");
            assertArrayEquals(undisturbed.recorded, outcome.recorded, "recorded spikes");
            assertEquals(undisturbed.spikeHash, outcome.spikeHash, "spike hash");
            assertEquals(undisturbed.spikes, outcome.spikes, "spikes");
            assertEquals(undisturbed.synapticEvents, outcome.synapticEvents, "synaptic events");
            assertEquals(undisturbed.states.keySet(), outcome.states.keySet(), "neurons and plastic synapses");
            undisturbed.states.forEach((neuron, words) -> assertArrayEquals(words, outcome.states.get(neuron), neuron));
        } catch (AssertionError | RuntimeException | IOException e) {
            throw new AssertionError(schedule + " of " + mutant + ": " + e, e);
        }
    }

    private static Outcome run(Schedule schedule, Mutant mutant) throws IOException {
        MemoryDisk disk = new MemoryDisk();
        List<Stretch> legs = new ArrayList<>();
        while (true) {
            Ledger ledger = new Ledger();
            Leg leg = Legs.next(VirtualCluster.checkpoints(disk), legs.size());
            long stopAt = schedule.stops() && legs.isEmpty() ? 200 + Math.floorMod(schedule.seed(), 300L) : 0;
            VirtualCluster cluster = new VirtualCluster(schedule, mutant, disk, ledger, leg, stopAt);
            legs.add(new Stretch(leg.firstStep(), ledger));
            Generation end = cluster.run();
            Optional<List<GroupState>> states = cluster.states(end);
            if (states.isPresent() && end.step() == TestCircuit.endStep()) {
                cluster.assertNothingDoneTwice();
                return outcome(end, states.get(), recorded(legs, end.step()));
            }
            // Stopped before its end, or its last checkpoint was damaged: continued in another number of groups.
        }
    }

    /** A stretch of a run, from the checkpoint that it began at. */
    private record Stretch(long first, Ledger ledger) {}

    /** What a leg recorded counts until the step at which a later one began. */
    private static long[] recorded(List<Stretch> legs, long end) {
        LongStream all = LongStream.empty();
        long next = end;
        for (Stretch leg : legs.reversed()) {
            if (leg.first < next) {
                all = LongStream.concat(all, leg.ledger.spikes(leg.first, next));
                next = leg.first;
            }
        }
        return all.sorted().toArray();
    }

    private static Outcome outcome(Generation end, List<GroupState> states, long[] recorded) {
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
        return new Outcome(end.step(), totals.spikeHash(), totals.spikes(), totals.synapticEvents(), recorded, neurons);
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
