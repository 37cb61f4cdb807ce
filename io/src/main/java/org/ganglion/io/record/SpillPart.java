package org.ganglion.io.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.ganglion.simulator.Recording;

/**
 * What one group records after one start of it. Recorded to by one thread; any may flush or close it. With each flush goes
 * a mark of how far the group has come, behind all that it recorded before.
 */
final class SpillPart implements Recording.Part {
    private final Path folder;
    private final SpillWriter spikes;
    private final Map<Integer, SpillWriter> samples;
    private final Map<Integer, SpillWriter> counts = new HashMap<>(); // opened at the first count
    private final Map<Integer, SpillWriter> weights = new HashMap<>(); // opened at the first sample
    private final LaterFiles laterFiles;
    private final Consumer<SpillPart> whenClosed;
    private boolean listed; // whether the folder is known to name its files even after a power cut
    private boolean closed;
    private long reached; // behind the last step that is complete
    private long marked; // what the last mark says

    /** Opens files that are not needed from the beginning. */
    interface LaterFiles {
        /** For the counts of one recorder of rates. */
        SpillWriter counts(int recorder) throws IOException;

        /** For samples of one recorder of weights, so many in each, of synapses onto some targets. */
        SpillWriter weights(int recorder, int size, int[] targets) throws IOException;
    }

    SpillPart(
            Path folder,
            SpillWriter spikes,
            Map<Integer, SpillWriter> samples,
            LaterFiles laterFiles,
            Consumer<SpillPart> whenClosed) {
        this.folder = folder;
        this.laterFiles = laterFiles;
        this.spikes = spikes;
        this.samples = Map.copyOf(samples);
        this.whenClosed = whenClosed;
    }

    @Override
    public synchronized void spikes(long step, int[] neurons, int count) throws IOException {
        checkOpen();
        spikes.spikes(step, neurons, count);
    }

    @Override
    public synchronized void sample(int recorder, long step, float[] values) throws IOException {
        checkOpen();
        SpillWriter writer = samples.get(recorder);
        if (writer != null) { // else none of its neurons are in this group
            writer.sample(step, values);
        }
    }

    @Override
    public synchronized void count(int recorder, long step, int spikes) throws IOException {
        checkOpen();
        SpillWriter writer = counts.get(recorder);
        if (writer == null) {
            writer = laterFiles.counts(recorder);
            counts.put(recorder, writer);
            listed = false;
        }
        writer.count(step, spikes);
    }

    @Override
    public synchronized void weights(int recorder, long step, int[] targets, float[] values) throws IOException {
        checkOpen();
        SpillWriter writer = weights.get(recorder);
        if (writer == null) {
            writer = laterFiles.weights(recorder, values.length, targets);
            weights.put(recorder, writer);
            listed = false;
        }
        writer.sample(step, values);
    }

    @Override
    public synchronized void reached(long step) {
        reached = step;
    }

    @Override
    public synchronized void flush(boolean durable) throws IOException {
        checkOpen();
        flushAll(durable);
    }

    /** Flushes if it is still open; from a thread of its own while the group goes on. */
    synchronized void keepUp() throws IOException {
        if (!closed) {
            flushAll(false);
        }
    }

    private void flushAll(boolean durable) throws IOException {
        if (reached > marked) {
            spikes.mark(reached);
            marked = reached;
        }
        for (SpillWriter writer : writers()) { // that of spikes, which has the mark, comes last
            writer.flush();
            if (durable) {
                writer.force();
            }
        }
        if (durable && !listed) {
            try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
                names.force(true);
            }
            listed = true;
        }
    }

    private void checkOpen() throws IOException {
        if (closed) {
            throw new IOException(folder + ": this part of the recording has been closed");
        }
    }

    private List<SpillWriter> writers() {
        List<SpillWriter> writers = new ArrayList<>(samples.values());
        writers.addAll(counts.values());
        writers.addAll(weights.values());
        writers.add(spikes);
        return writers;
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            whenClosed.accept(this);
            if (reached > marked) {
                spikes.mark(reached);
            }
            closeAll(writers());
        }
    }

    /** Closes all, also when some fail; the first failure is thrown. */
    static void closeAll(Iterable<? extends Closeable> all) throws IOException {
        List<IOException> failures = new ArrayList<>();
        for (Closeable one : all) {
            try {
                one.close();
            } catch (IOException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            IOException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }
}
