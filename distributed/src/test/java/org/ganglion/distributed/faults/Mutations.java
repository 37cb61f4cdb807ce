package org.ganglion.distributed.faults;

import java.util.Arrays;
import org.ganglion.distributed.protocol.GroupMessage;
import org.ganglion.distributed.protocol.GroupReport;
import org.ganglion.distributed.protocol.Word;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.link.SpikeBatch;

/** What a {@link Mutant} does wrong. */
final class Mutations {
    private Mutations() {}

    /** What a group takes the keeper to have said. */
    static Word heard(Mutant mutant, Word word) {
        boolean late = mutant == Mutant.CHECKPOINT_ONE_OFF && word.checkpoint() > 0 && word.checkpoint() < word.end();
        return new Word(
                word.keeper(),
                word.number(),
                word.end(),
                late ? word.checkpoint() + 1 : word.checkpoint(),
                word.complete(),
                mutant == Mutant.FORGETFUL_SENDERS ? Long.MAX_VALUE : word.keepFrom(),
                word.finished(),
                word.failure(),
                word.silenced(),
                word.hold(),
                word.held(),
                mutant == Mutant.CHANGE_ONE_OFF
                        ? word.changes().stream().map(c -> c.at(c.step() + 1)).toList()
                        : word.changes(),
                word.refused(),
                word.gather(),
                word.closed(),
                word.bound(),
                word.runaway());
    }

    /** What a group takes another to have sent. */
    static GroupMessage received(Mutant mutant, GroupMessage message, int revision) {
        return mutant == Mutant.ANY_REVISION && message instanceof GroupMessage.Spikes spikes
                ? new GroupMessage.Spikes(spikes.to(), revision, spikes.batch())
                : message;
    }

    /** What a group writes down of its state: one step late, it says that it is not. */
    static GroupState saved(Mutant mutant, GroupState state) {
        SpikeBatch recent = state.recent();
        return switch (mutant) {
            case CHECKPOINT_ONE_OFF ->
                state.step() == TestCircuit.endStep()
                        ? state
                        : new GroupState(
                                state.step() - 1,
                                state.neurons(),
                                new SpikeBatch(
                                        recent.sender(),
                                        recent.firstStep(),
                                        Arrays.copyOf(recent.ends(), recent.ends().length - 1),
                                        recent.neurons()),
                                state.plastic(),
                                state.totals());
            case NO_SPIKES_IN_FLIGHT ->
                new GroupState(
                        state.step(),
                        state.neurons(),
                        new SpikeBatch(recent.sender(), recent.firstStep(), new int[recent.ends().length], new int[0]),
                        state.plastic(),
                        state.totals());
            default -> state;
        };
    }

    /** What a group tells the keeper. */
    static GroupReport told(Mutant mutant, GroupReport report) {
        boolean late = mutant == Mutant.CHECKPOINT_ONE_OFF
                && report.savingStep() > 0
                && report.savingStep() < TestCircuit.endStep();
        return !late
                ? report
                : new GroupReport(
                        report.group(),
                        report.incarnation(),
                        report.state(),
                        report.step(),
                        report.until(),
                        report.taken(),
                        report.spikes(),
                        report.waitsFor(),
                        report.waitingMs(),
                        report.savingStep() - 1,
                        report.saved(),
                        report.began(),
                        report.computed(),
                        report.synapseBytes(),
                        report.buildSeconds(),
                        report.failure(),
                        report.revision(),
                        report.windows());
    }
}
