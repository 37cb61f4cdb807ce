package org.ganglion.simulator.group;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.ganglion.network.Change;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.SimulationException;
import org.ganglion.simulator.link.GroupLinks;
import org.ganglion.simulator.link.InLink;
import org.ganglion.simulator.link.Outbox;
import org.ganglion.simulator.link.SpikeBatch;
import org.ganglion.simulator.link.SpikeBuffer;
import org.ganglion.simulator.link.StateFault;
import org.ganglion.simulator.link.WindowWatch;
import org.ganglion.simulator.stimulus.SliceInput;
import org.ganglion.simulator.synapse.SynapseTable;

/**
 * Some neurons, their incoming synapses and their time. It may compute every step below its horizon: what it knows of the
 * spikes of each group it reads, plus the smallest delay from there.
 *
 * <p>A plain object with one owner. Whoever drives it hands it batches and calls {@link #advance}; it hands its own batches
 * to an {@link Outbox}.
 */
public final class NeuronGroup {
    private final int number;
    private final List<Slice> slices;
    private final List<Tile> tiles;
    private final List<SynapseTable> tables;
    private final List<PlasticPart> plastic;
    private final InputChanges changes;
    private final GroupRecorder recorder;
    private final long firstCountedStep;
    private final float[][] input;
    private final EffortClock effort;
    private final WindowCounts counts;
    private final SpikeBuffer buffer = new SpikeBuffer();
    private final Filing filing;
    private final Emission emission;
    private GroupLinks links = GroupLinks.NONE;
    private long time;
    private long end;
    private long gate = Long.MAX_VALUE;
    private long countsFrom;
    private long synapticEvents;
    private long deliveredAhead; // of the events of the next step
    private final AtomicLong reached = new AtomicLong(); // for onlookers on other threads

    NeuronGroup(
            int number,
            List<Slice> slices,
            List<Tile> tiles,
            InputChanges changes,
            GroupRecorder recorder,
            RunSettings settings,
            int receptors) {
        this.number = number;
        this.slices = List.copyOf(slices);
        this.tiles = List.copyOf(tiles);
        this.tables =
                tiles.stream().flatMap(t -> t.tables().stream()).distinct().toList();
        this.plastic = tiles.stream().flatMap(t -> t.plastic().stream()).toList();
        this.changes = changes;
        this.recorder = recorder;
        this.firstCountedStep = settings.warmUpSteps();
        this.counts = new WindowCounts(slices, WindowWatch.window(settings));
        this.effort = new EffortClock(firstCountedStep);
        this.input = new float[receptors][SliceInput.CHUNK];
        this.filing = new Filing(number, tables, plastic);
        this.emission = new Emission(this.slices, plastic, recorder, counts, buffer, firstCountedStep);
    }

    /** Number of this group. */
    public int number() {
        return number;
    }

    /** The next step to be computed. */
    public long time() {
        return time;
    }

    /** Smallest delay, in steps, of the synapses and signals from each other group; 0 where there are none. */
    public int[] delaysFrom(int groups, GroupOfNeuron groupOf) {
        return LinkDelays.of(tables, plastic, groups, number, groupOf);
    }

    /** Tells in which group a neuron of the network is. */
    public interface GroupOfNeuron {
        int of(int neuron);
    }

    /**
     * Sets whom this group reads and who reads it, before the first step.
     *
     * @param delaysIn {@code [group]}: steps of slack from that group, 0 if it is not read
     * @param delaysOut {@code [group]}: steps of slack of that group as a reader, 0 if it is none
     */
    public void link(int[] delaysIn, int[] delaysOut) {
        links = GroupLinks.of(delaysIn, delaysOut);
    }

    /** Lets the group run up to this step. */
    public void runTo(long step) {
        end = step;
    }

    /** Sets a step that it must not pass, whatever it may run up to. */
    public void gate(long step) {
        gate = step;
    }

    /** The step that it may run up to. */
    public long end() {
        return end;
    }

    /** Steps below this one can be computed with what is known. */
    public long horizon() {
        return links.horizon();
    }

    /** Takes a batch of a group that this one reads, in any order and any number of times. */
    public void accept(SpikeBatch batch) {
        InLink link = links.from(batch.sender());
        if (link != null) {
            link.accept(batch, filingLimit(), next -> filing.file(next, link, time));
        }
        readerReached(batch.sender(), batch.promise());
    }

    /** Spikes of this step and later ones have no room in the calendars yet. */
    private long filingLimit() {
        return time + 2 * GroupLinks.RUN_AHEAD;
    }

    /** Takes note that a reader has come this far. */
    public void readerReached(int reader, long step) {
        links.readerReached(reader, step);
    }

    /**
     * Computes steps until the horizon, the end, the bound on running ahead, or {@code most} steps are reached, and sends
     * batches as it goes.
     *
     * @return whether it could go on at once
     */
    public boolean advance(int most, Outbox outbox) throws IOException {
        drainEarly();
        long bound = Math.min(Math.min(end, gate), Math.min(links.horizon(), links.farthest()));
        long last = Math.min(bound, time + most);
        while (time < last) {
            step();
            if (time == counts.end()) {
                counts.tell(outbox);
            }
            if (buffer.steps() >= links.window()) {
                publish(outbox);
            }
            links.acknowledge(number, time, outbox);
        }
        if (time == bound) {
            publish(outbox);
            deliverAhead();
        }
        reached.lazySet(time);
        return time < bound;
    }

    private void drainEarly() {
        for (int i = 0; i < links.in().size(); i++) {
            InLink link = links.in().get(i);
            link.drain(filingLimit(), next -> filing.file(next, link, time));
        }
    }

    /** While others are waited for: what is already known of the next step. With several tiles it would be in the way. */
    private void deliverAhead() {
        if (tiles.size() == 1 && time < end) {
            effort.begin(time);
            long events = tiles.get(0).deliverAhead(time);
            effort.delivered(time, events);
            deliveredAhead += events;
        }
    }

    private void step() throws IOException {
        if (time == changes.next()) {
            changes.apply(time);
        }
        for (int s = 0; s < slices.size(); s++) {
            slices.get(s).begin(time);
        }
        for (int p = 0; p < plastic.size(); p++) {
            plastic.get(p).synapses().beginStep(time);
        }
        long events = deliveredAhead;
        deliveredAhead = 0;
        if (tiles.size() > 1) {
            sortByTile();
        }
        for (int t = 0; t < tiles.size(); t++) {
            Tile tile = tiles.get(t);
            effort.begin(time);
            long due = tile.deliver(time);
            effort.delivered(time, due);
            tile.step(time, t == 0 ? due + events : due, input);
            effort.stepped(time, tile.neurons());
            events += due;
        }
        int begin = buffer.count();
        emission.endStep(time);
        filing.file(buffer.neurons(), begin, buffer.count(), time);
        if (time >= firstCountedStep) {
            synapticEvents += time >= countsFrom ? events : 0;
            recorder.endStep(time, slices);
        }
        time++;
    }

    private void sortByTile() {
        effort.begin(time);
        for (int t = 0; t < tables.size(); t++) {
            tables.get(t).sort(time);
        }
        effort.delivered(time, 0);
    }

    private void publish(Outbox outbox) {
        if (buffer.steps() == 0) {
            return;
        }
        SpikeBatch batch = buffer.take(number, time);
        outbox.published(batch);
        links.send(batch, outbox);
        reached.lazySet(time);
    }

    /** Adds a change of a stimulus, at a step that is still to be computed. */
    public void change(Change change) {
        changes.add(change, time);
    }

    /** Groups that read this one. */
    public int[] readers() {
        return links.readers();
    }

    /** Groups that this one reads. */
    public int[] senders() {
        return links.senders();
    }

    /** Every spike that a group emitted before this step is here. */
    public long promiseOf(int sender) {
        InLink link = links.from(sender);
        return link == null ? Long.MAX_VALUE : link.promise();
    }

    /** The furthest promise of a group that was seen, though batches before it may be missing. */
    public long newestOf(int sender) {
        InLink link = links.from(sender);
        return link == null ? Long.MAX_VALUE : link.newest();
    }

    /** The group whose spikes are needed first for the step after the horizon; -1 if it reads none. */
    public int slowestSender() {
        return links.slowestSender();
    }

    /** The reader that holds this group back by being slow; -1 if none does. */
    public int slowestReader() {
        return links.slowestReader(time);
    }

    /** Stops waiting for a group that is lost for good, as reader and as sender: it counts as silent from here on. */
    public void forget(int group) {
        links.forget(group);
    }

    /**
     * Everything that decides its future. All that it emitted must have been published.
     *
     * @param recent its own spikes of the steps from which some may still be on their way
     */
    public GroupState state(SpikeBatch recent) {
        if (buffer.steps() > 0) {
            throw new IllegalStateException("group " + number + " has spikes that are not published");
        }
        return new GroupState(
                time,
                slices.stream()
                        .map(s -> SliceStates.copy(s, counts.of(s.population())))
                        .toList(),
                recent,
                PlasticStates.copy(plastic),
                new GroupState.Totals(spikes(), spikeHash(), synapticEvents));
    }

    /**
     * Continues from a step, in a group that is built and linked and has computed nothing.
     *
     * @param states hold the neurons of this group, and may hold others
     * @param past spikes of all groups before {@code promise}, as far as some may still be on their way; and this group's own
     *     before {@code step}
     * @param promise step from which on spikes of the other groups will be sent; not after {@code step}
     * @param totals what this group counts as done so far
     */
    public void restore(
            long step, long promise, List<GroupState> states, List<SpikeBatch> past, GroupState.Totals totals) {
        time = step;
        changes.restore(step);
        counts.restore(step, states);
        SliceStates.restore(slices, step, states);
        PlasticStates.restore(plastic, states);
        links.restore(step, promise);
        filing.restore(step, past);
        emission.restore(totals.spikes(), totals.spikeHash());
        synapticEvents = totals.synapticEvents();
        reached.set(step);
    }

    /** Leaves out of its totals what it computes before a step, because it is counted elsewhere. */
    public void countFrom(long step) {
        countsFrom = step;
        emission.countFrom(step);
    }

    /**
     * Hands what it recorded below its {@link #time()} to the operating system.
     *
     * @param durable whether it is forced to the disk as well, as a checkpoint needs it
     */
    public void flushRecording(boolean durable) throws IOException {
        recorder.flush(durable);
    }

    /** Ends its part of the recording; it must compute no step that records anything afterwards. */
    public void closeRecording() throws IOException {
        recorder.close();
    }

    /** The first of its neurons whose state is not finite, if there is one. */
    public Optional<StateFault> fault() {
        return SliceStates.fault(slices, time);
    }

    /**
     * Passes if the states of all its neurons are finite.
     *
     * @throws SimulationException that names the first one whose is not
     */
    public void requireFiniteState() {
        fault().ifPresent(fault -> {
            throw fault.exception();
        });
    }

    /** Step reached, for any thread. */
    public long reached() {
        return reached.get();
    }

    /** Spikes emitted so far, for any thread. */
    public long spikes() {
        return emission.spikes();
    }

    /** Sum of the hashes of all its spikes. */
    public long spikeHash() {
        return emission.spikeHash();
    }

    /** Spikes delivered over synapses after the warm-up. */
    public long synapticEvents() {
        return synapticEvents;
    }

    /** Synapses onto its neurons. */
    public long synapses() {
        return tables.stream().mapToLong(SynapseTable::synapses).sum();
    }

    /** Memory of its synapses, with their indices. */
    public long synapseBytes() {
        return tables.stream().mapToLong(SynapseTable::bytes).sum();
    }

    EffortClock effort() {
        return effort;
    }

    List<PlasticPart> plastic() {
        return plastic;
    }

    List<SynapseTable> tables() {
        return tables;
    }

    List<Slice> slices() {
        return slices;
    }

    /** Sum of the hashes of the states of its neurons and plastic synapses. */
    public long stateHash() {
        long hash = PlasticStates.hash(plastic);
        for (Slice slice : slices) {
            int[] words = new int[slice.stateWords()];
            for (int i = 0; i < slice.size(); i++) {
                slice.copyState(i, words, 0);
                hash += Hashes.state(slice.population(), slice.neuron(i), words);
            }
        }
        return hash;
    }
}
