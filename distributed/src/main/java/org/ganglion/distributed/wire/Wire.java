package org.ganglion.distributed.wire;

import com.google.protobuf.MessageLite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ganglion.distributed.checkpoint.LiveChange;
import org.ganglion.distributed.checkpoint.PartName;
import org.ganglion.distributed.protocol.GroupMessage;
import org.ganglion.distributed.protocol.GroupReport;
import org.ganglion.distributed.protocol.Holding;
import org.ganglion.distributed.protocol.NodeReport;
import org.ganglion.distributed.protocol.Windows;
import org.ganglion.distributed.protocol.Word;
import org.ganglion.distributed.wire.proto.Envelope;
import org.ganglion.distributed.wire.proto.Gone;
import org.ganglion.distributed.wire.proto.Need;
import org.ganglion.distributed.wire.proto.Part;
import org.ganglion.distributed.wire.proto.Reached;
import org.ganglion.distributed.wire.proto.RefusedChange;
import org.ganglion.distributed.wire.proto.Runaway;
import org.ganglion.distributed.wire.proto.Silenced;
import org.ganglion.distributed.wire.proto.Spikes;
import org.ganglion.distributed.wire.proto.StimulusChange;
import org.ganglion.distributed.wire.proto.WindowCounts;
import org.ganglion.simulator.link.SpikeBatch;

/** Turns the protocol's records into messages of the wire and back. */
public final class Wire {
    private static final int PIECE_BYTES = 100 << 10;

    private Wire() {}

    /**
     * A batch for some groups of a node.
     *
     * @param revision changes of stimuli that the sender knows
     */
    public static Spikes of(SpikeBatch batch, List<Integer> readers, int revision) {
        Spikes.Builder spikes = Spikes.newBuilder()
                .setSender(batch.sender())
                .setFirstStep(batch.firstStep())
                .setRevision(revision);
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

    /** The pieces of a batch that fit an envelope: as many steps each as possible, at least one. */
    public static List<SpikeBatch> pieces(SpikeBatch batch) {
        int steps = batch.ends().length;
        if (steps < 2 || Integer.BYTES * batch.neurons().length + steps <= PIECE_BYTES) {
            return List.of(batch);
        }
        List<SpikeBatch> pieces = new ArrayList<>(pieces(part(batch, 0, steps / 2)));
        pieces.addAll(pieces(part(batch, steps / 2, steps)));
        return pieces;
    }

    private static SpikeBatch part(SpikeBatch batch, int from, int to) {
        int begin = from == 0 ? 0 : batch.ends()[from - 1];
        int[] ends = Arrays.copyOfRange(batch.ends(), from, to);
        for (int i = 0; i < ends.length; i++) {
            ends[i] -= begin;
        }
        int[] neurons = Arrays.copyOfRange(batch.neurons(), begin, batch.ends()[to - 1]);
        return new SpikeBatch(batch.sender(), batch.firstStep() + from, ends, neurons);
    }

    /** What a message between groups is on the wire: several messages if it is large. */
    public static List<MessageLite> of(GroupMessage message) {
        return switch (message) {
            case GroupMessage.Spikes(int to, int revision, SpikeBatch batch) ->
                pieces(batch).stream()
                        .<MessageLite>map(piece -> of(piece, List.of(to), revision))
                        .toList();
            case GroupMessage.Reached(int to, int revision, int reader, long step) ->
                List.of(Reached.newBuilder()
                        .setRevision(revision)
                        .setSender(to)
                        .setReader(reader)
                        .setStep(step)
                        .build());
            case GroupMessage.Need(int to, int revision, int by, long fromStep, long step) ->
                List.of(Need.newBuilder()
                        .setRevision(revision)
                        .setOf(to)
                        .setBy(by)
                        .setFromStep(fromStep)
                        .setStep(step)
                        .build());
            case GroupMessage.Gone(int to, int revision, int sender, long firstStep) ->
                List.of(Gone.newBuilder()
                        .setRevision(revision)
                        .setReader(to)
                        .setSender(sender)
                        .setFirstStep(firstStep)
                        .build());
        };
    }

    /** The messages between groups that an envelope holds. */
    public static List<GroupMessage> messages(Envelope envelope) {
        List<GroupMessage> messages = new ArrayList<>();
        for (Spikes spikes : envelope.getSpikesList()) {
            SpikeBatch batch = batch(spikes);
            int revision = spikes.getRevision();
            spikes.getReadersList().forEach(reader -> messages.add(new GroupMessage.Spikes(reader, revision, batch)));
        }
        envelope.getReachedList()
                .forEach(r -> messages.add(
                        new GroupMessage.Reached(r.getSender(), r.getRevision(), r.getReader(), r.getStep())));
        envelope.getNeedsList()
                .forEach(n -> messages.add(
                        new GroupMessage.Need(n.getOf(), n.getRevision(), n.getBy(), n.getFromStep(), n.getStep())));
        envelope.getGoneList()
                .forEach(g -> messages.add(
                        new GroupMessage.Gone(g.getReader(), g.getRevision(), g.getSender(), g.getFirstStep())));
        return messages;
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
                .setMemoryBytes(report.memoryBytes())
                .setNumber(report.number())
                .setStop(report.stop())
                .setCheckpoint(report.checkpointsAsked())
                .setProcess(report.process())
                .setHolding(of(report.holding()))
                .addAllAsked(report.asked().stream().map(Wire::of).toList())
                .addAllGroups(report.groups().stream().map(Wire::of).toList())
                .build();
    }

    public static NodeReport report(org.ganglion.distributed.wire.proto.NodeReport wire) {
        return new NodeReport(
                wire.getNode(),
                wire.getDoor(),
                wire.getAddress(),
                wire.getThreads(),
                wire.getMemoryBytes(),
                wire.getNumber(),
                wire.getStop(),
                wire.getCheckpoint(),
                wire.getGroupsList().stream().map(Wire::report).toList(),
                wire.getProcess(),
                holding(wire.getHolding()),
                wire.getAskedList().stream().map(Wire::change).toList());
    }

    /** A change of a stimulus. */
    public static StimulusChange of(LiveChange change) {
        return StimulusChange.newBuilder()
                .setId(change.id())
                .setStep(change.step())
                .setStimulus(change.stimulus())
                .setParameter(change.parameter())
                .setValue(change.value())
                .build();
    }

    public static LiveChange change(StimulusChange wire) {
        return new LiveChange(wire.getId(), wire.getStep(), wire.getStimulus(), wire.getParameter(), wire.getValue());
    }

    /** What somebody asks of a run. */
    public static org.ganglion.distributed.wire.proto.Holding of(Holding holding) {
        return org.ganglion.distributed.wire.proto.Holding.newBuilder()
                .setNumber(holding.number())
                .setPaused(holding.paused())
                .setSteps(holding.steps())
                .build();
    }

    public static Holding holding(org.ganglion.distributed.wire.proto.Holding wire) {
        return new Holding(wire.getNumber(), wire.getPaused(), wire.getSteps());
    }

    private static org.ganglion.distributed.wire.proto.GroupReport of(GroupReport report) {
        var wire = org.ganglion.distributed.wire.proto.GroupReport.newBuilder()
                .setGroup(report.group())
                .setIncarnation(report.incarnation())
                .setStateValue(report.state().ordinal())
                .setStep(report.step())
                .setUntil(report.until())
                .setTaken(report.taken())
                .setSpikes(report.spikes())
                .setWaitsFor(report.waitsFor())
                .setWaitingMs(report.waitingMs())
                .setSavingStep(report.savingStep())
                .setBegan(report.began())
                .setComputed(report.computed())
                .setSynapseBytes(report.synapseBytes())
                .setBuildSeconds(report.buildSeconds())
                .setFailure(report.failure())
                .setRevision(report.revision())
                .setWindows(of(report.windows()));
        report.saved()
                .ifPresent(part -> wire.setSaved(Part.newBuilder()
                        .setStep(part.step())
                        .setIncarnation(part.incarnation())
                        .setBytes(part.bytes())
                        .setSum(part.sum())
                        .addAllNodes(part.nodes())));
        return wire.build();
    }

    private static GroupReport report(org.ganglion.distributed.wire.proto.GroupReport wire) {
        Optional<PartName> saved = wire.hasSaved()
                ? Optional.of(new PartName(
                        wire.getSaved().getStep(),
                        wire.getGroup(),
                        wire.getSaved().getIncarnation(),
                        wire.getSaved().getBytes(),
                        wire.getSaved().getSum(),
                        wire.getSaved().getNodesList()))
                : Optional.empty();
        return new GroupReport(
                wire.getGroup(),
                wire.getIncarnation(),
                GroupReport.State.values()[wire.getStateValue()],
                wire.getStep(),
                wire.getUntil(),
                wire.getTaken(),
                wire.getSpikes(),
                wire.getWaitsFor(),
                wire.getWaitingMs(),
                wire.getSavingStep(),
                saved,
                wire.getBegan(),
                wire.getComputed(),
                wire.getSynapseBytes(),
                wire.getBuildSeconds(),
                wire.getFailure(),
                wire.getRevision(),
                windows(wire.getWindows()));
    }

    private static org.ganglion.distributed.wire.proto.Windows of(Windows windows) {
        var wire = org.ganglion.distributed.wire.proto.Windows.newBuilder().setFrom(windows.from());
        for (Windows.Counts counts : windows.told()) {
            wire.addTold(WindowCounts.newBuilder().setEnd(counts.end()).addAllSpikes(counts.spikes()));
        }
        return wire.build();
    }

    private static Windows windows(org.ganglion.distributed.wire.proto.Windows wire) {
        return new Windows(
                wire.getFrom(),
                wire.getToldList().stream()
                        .map(c -> new Windows.Counts(c.getEnd(), c.getSpikesList()))
                        .toList());
    }

    private static Runaway of(org.ganglion.simulator.Runaway runaway) {
        return Runaway.newBuilder()
                .setPopulation(runaway.population())
                .setRateHz(runaway.rateHz())
                .setBoundHz(runaway.boundHz())
                .setFromMs(runaway.fromMs())
                .setToMs(runaway.toMs())
                .setEndStep(runaway.endStep())
                .build();
    }

    private static Optional<org.ganglion.simulator.Runaway> runaway(org.ganglion.distributed.wire.proto.Word word) {
        Runaway wire = word.getRunaway();
        return !word.hasRunaway()
                ? Optional.empty()
                : Optional.of(new org.ganglion.simulator.Runaway(
                        wire.getPopulation(),
                        wire.getRateHz(),
                        wire.getBoundHz(),
                        wire.getFromMs(),
                        wire.getToMs(),
                        wire.getEndStep()));
    }

    public static org.ganglion.distributed.wire.proto.Word of(Word word) {
        var wire = org.ganglion.distributed.wire.proto.Word.newBuilder()
                .setKeeper(word.keeper())
                .setNumber(word.number())
                .setEnd(word.end())
                .setCheckpoint(word.checkpoint())
                .setComplete(word.complete())
                .setKeepFrom(word.keepFrom())
                .setFinished(word.finished())
                .setFailure(word.failure())
                .setHold(word.hold() == Long.MAX_VALUE ? 0 : word.hold())
                .setHeld(of(word.held()))
                .addAllChanges(word.changes().stream().map(Wire::of).toList())
                .addAllRefused(word.refused().stream()
                        .map(r -> RefusedChange.newBuilder()
                                .setId(r.id())
                                .setWhy(r.why())
                                .build())
                        .toList())
                .setGather(word.gather() == Long.MAX_VALUE ? 0 : word.gather())
                .setClosed(word.closed())
                .setBound(word.bound() == Long.MAX_VALUE ? 0 : word.bound())
                .addAllSilenced(word.silenced().stream()
                        .map(s -> Silenced.newBuilder()
                                .setGroup(s.group())
                                .setSince(s.since())
                                .build())
                        .toList());
        word.runaway().ifPresent(r -> wire.setRunaway(of(r)));
        return wire.build();
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
                        .toList(),
                wire.getHold() == 0 ? Long.MAX_VALUE : wire.getHold(),
                holding(wire.getHeld()),
                wire.getChangesList().stream().map(Wire::change).toList(),
                wire.getRefusedList().stream()
                        .map(r -> new Word.Refused(r.getId(), r.getWhy()))
                        .toList(),
                wire.getGather() == 0 ? Long.MAX_VALUE : wire.getGather(),
                wire.getClosed(),
                wire.getBound() == 0 ? Long.MAX_VALUE : wire.getBound(),
                runaway(wire));
    }
}
