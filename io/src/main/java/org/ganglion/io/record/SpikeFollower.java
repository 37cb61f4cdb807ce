package org.ganglion.io.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Follows what a run records while it goes on, by reading the spill files that grow in its folder, of whichever process.
 * The run takes no notice of it and is never waited for. A group that was started again repeats spikes, which are told
 * once. Where more has been written than is worth reading, the older part is left out.
 */
public final class SpikeFollower implements Closeable {
    /** How much of each file may wait until the older part of it is left out. */
    private static final long MOST_WAITING = 16L << 20;

    private static final int KEPT_PART = 16;

    private static final String SPIKES = "spikes-";

    private final Path folder;
    private final int leg;
    private final long mostWaiting;
    private final Map<Path, SpikeTail> tails = new LinkedHashMap<>(); // those of earlier legs first
    private final Map<Integer, Long> told = new HashMap<>(); // group -> last step whose spikes were told
    private final Set<Path> strange = new HashSet<>();
    private boolean skipped;

    /** Hears of spikes. */
    public interface Sink {
        /**
         * Spikes of one group in one step, which may come in several pieces.
         *
         * @param neurons index of each spike's neuron in the whole network; only lent
         * @param count how many entries are used
         */
        void spikes(long step, int[] neurons, int count);
    }

    /**
     * @param folder of the run
     * @param leg of the run that is followed; 0 for a run that was never resumed
     */
    public SpikeFollower(Path folder, int leg) {
        this(folder, leg, MOST_WAITING);
    }

    /** @param mostWaiting bytes of a file that may wait; where more do, a sixteenth of that is kept */
    SpikeFollower(Path folder, int leg, long mostWaiting) {
        this.folder = folder;
        this.leg = leg;
        this.mostWaiting = mostWaiting;
    }

    /**
     * Tells what has been recorded since the last look.
     *
     * @param mostBytes about how much is read of each file
     */
    public void look(long mostBytes, Sink sink) throws IOException {
        find();
        for (SpikeTail tail : tails.values()) {
            if (tail.waiting() > mostWaiting) {
                skipped |= tail.skip(mostWaiting / KEPT_PART);
            }
            long after = told.getOrDefault(tail.group(), -1L);
            told.put(tail.group(), tail.read(after, mostBytes, sink));
        }
    }

    private void find() throws IOException {
        for (Path path : SpillFiles.list(folder)) {
            if (isWanted(String.valueOf(path.getFileName())) && !tails.containsKey(path) && !strange.contains(path)) {
                open(path);
            }
        }
    }

    /** Of the leg that is followed, or of one that a change of a stimulus has begun since. */
    private boolean isWanted(String name) {
        String[] words = name.split("-", 3);
        return name.startsWith(SPIKES) && words[1].matches("\\d{1,9}") && Integer.parseInt(words[1]) >= leg;
    }

    private void open(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            Optional<SpillHeader> header = SpillHeader.read(channel, path);
            if (header.isPresent()) {
                tails.put(path, new SpikeTail(path, header.get()));
            }
        } catch (IOException e) {
            strange.add(path); // not there any more, or no file of this version: who merges it says so
        }
    }

    /** Groups of which something was found. */
    public int groups() {
        return (int)
                tails.values().stream().mapToInt(SpikeTail::group).distinct().count();
    }

    /** All that the groups found recorded of steps below this one has been told, or left out. */
    public long complete() {
        Map<Integer, Long> byGroup = new HashMap<>();
        tails.values().forEach(t -> byGroup.merge(t.group(), t.complete(), Math::max));
        return byGroup.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    /** Whether something was left out since this was last asked. */
    public boolean skipped() {
        boolean result = skipped;
        skipped = false;
        return result;
    }

    @Override
    public void close() throws IOException {
        List<SpikeTail> all = new ArrayList<>(tails.values());
        tails.clear();
        SpillPart.closeAll(all);
    }
}
