package org.ganglion.distributed.wire;

import java.util.List;
import java.util.Optional;
import org.ganglion.distributed.checkpoint.PartName;
import org.ganglion.distributed.protocol.GroupReport;
import org.ganglion.distributed.protocol.NodeReport;
import org.ganglion.distributed.protocol.Word;
import org.ganglion.distributed.wire.proto.Part;
import org.ganglion.distributed.wire.proto.Silenced;
import org.ganglion.distributed.wire.proto.Spikes;
import org.ganglion.simulator.group.SpikeBatch;

/** Turns the protocol's records into messages of the wire and back. */
public final class Wire {
    private Wire() {}

    /** A batch for some groups of a node. */
    public static Spikes of(SpikeBatch batch, List<Integer> readers) {
        Spikes.Builder spikes = Spikes.newBuilder().setSender(batch.sender()).setFirstStep(batch.firstStep());
        int begin = 0;
        for (int end : batch.ends()) {
            spikes.addCounts(end - begin);
            begin = end;
        }
        for (int neuron : batch.neurons()) {
            spikes.addNeurons(neuron);
        }
        return spikes.addAllReaders(readers).build();
    }

    /**
     * The batch that a message holds.
     *
     * @throws IllegalArgumentException if the counts do not fit the neurons
     */
    public static SpikeBatch batch(Spikes spikes) {
        int[] ends = new int[spikes.getCountsCount()];
        int end = 0;
        for (int i = 0; i < ends.length; i++) {
            end = Math.addExact(end, spikes.getCounts(i));
            ends[i] = end;
        }
        int[] neurons = new int[spikes.getNeuronsCount()];
        if (end != neurons.length) {
            throw new IllegalArgumentException("a batch of group " + spikes.getSender() + " counts " + end
                    + " spikes and holds " + neurons.length);
        }
        for (int i = 0; i < neurons.length; i++) {
            neurons[i] = spikes.getNeurons(i);
        }
        return new SpikeBatch(spikes.getSender(), spikes.getFirstStep(), ends, neurons);
    }

    public static org.ganglion.distributed.wire.proto.NodeReport of(NodeReport report) {
        return org.ganglion.distributed.wire.proto.NodeReport.newBuilder()
                .setNode(report.node())
                .setDoor(report.door())
                .setAddress(report.address())
                .setThreads(report.threads())
                .setNumber(report.number())
                .setStop(report.stop())
                .setCheckpoint(report.checkpointsAsked())
                .setProcess(report.process())
                .addAllGroups(report.groups().stream().map(Wire::of).toList())
                .build();
    }

    public static NodeReport report(org.ganglion.distributed.wire.proto.NodeReport wire) {
        return new NodeReport(
                wire.getNode(),
                wire.getDoor(),
                wire.getAddress(),
                wire.getThreads(),
                wire.getNumber(),
                wire.getStop(),
                wire.getCheckpoint(),
                wire.getGroupsList().stream().map(Wire::report).toList(),
                wire.getProcess());
    }

    private static org.ganglion.distributed.wire.proto.GroupReport of(GroupReport report) {
        var wire = org.ganglion.distributed.wire.proto.GroupReport.newBuilder()
                .setGroup(report.group())
                .setIncarnation(report.incarnation())
                .setStateValue(report.state().ordinal())
                .setStep(report.step())
                .setSpikes(report.spikes())
                .setWaitsFor(report.waitsFor())
                .setWaitingMs(report.waitingMs())
                .setSavingStep(report.savingStep())
                .setBegan(report.began())
                .setComputed(report.computed())
                .setSynapseBytes(report.synapseBytes())
                .setBuildSeconds(report.buildSeconds())
                .setFailure(report.failure());
        report.saved()
                .ifPresent(part -> wire.setSaved(Part.newBuilder()
                        .setStep(part.step())
                        .setIncarnation(part.incarnation())
                        .setBytes(part.bytes())
                        .setSum(part.sum())));
        return wire.build();
    }

    private static GroupReport report(org.ganglion.distributed.wire.proto.GroupReport wire) {
        Optional<PartName> saved = wire.hasSaved()
                ? Optional.of(new PartName(
                        wire.getSaved().getStep(),
                        wire.getGroup(),
                        wire.getSaved().getIncarnation(),
                        wire.getSaved().getBytes(),
                        wire.getSaved().getSum()))
                : Optional.empty();
        return new GroupReport(
                wire.getGroup(),
                wire.getIncarnation(),
                GroupReport.State.values()[wire.getStateValue()],
                wire.getStep(),
                wire.getSpikes(),
                wire.getWaitsFor(),
                wire.getWaitingMs(),
                wire.getSavingStep(),
                saved,
                wire.getBegan(),
                wire.getComputed(),
                wire.getSynapseBytes(),
                wire.getBuildSeconds(),
                wire.getFailure());
    }

    public static org.ganglion.distributed.wire.proto.Word of(Word word) {
        return org.ganglion.distributed.wire.proto.Word.newBuilder()
                .setKeeper(word.keeper())
                .setNumber(word.number())
                .setEnd(word.end())
                .setCheckpoint(word.checkpoint())
                .setComplete(word.complete())
                .setKeepFrom(word.keepFrom())
                .setFinished(word.finished())
                .setFailure(word.failure())
                .addAllSilenced(word.silenced().stream()
                        .map(s -> Silenced.newBuilder()
                                .setGroup(s.group())
                                .setSince(s.since())
                                .build())
                        .toList())
                .build();
    }

    public static Word word(org.ganglion.distributed.wire.proto.Word wire) {
        return new Word(
                wire.getKeeper(),
                wire.getNumber(),
                wire.getEnd(),
                wire.getCheckpoint(),
                wire.getComplete(),
                wire.getKeepFrom(),
                wire.getFinished(),
                wire.getFailure(),
                wire.getSilencedList().stream()
                        .map(s -> new Word.Silenced(s.getGroup(), s.getSince()))
                        .toList());
    }
}
