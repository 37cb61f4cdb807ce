package org.ganglion.io.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.ganglion.network.Experiment;

/**
 * The first bytes of a spill file: what it holds, which run it belongs to, and who wrote it.
 *
 * <p>Little-endian. Of fixed size: 8 bytes magic, then int32 format version, length of the header in bytes, kind (0 spikes,
 * 1 samples, 2 counts, 3 weights), leg, group, recorder, number of variables, number of sampled neurons, length of the run id
 * in bytes, length of the network's name in bytes; int64 first step of the leg, incarnation, seed; float64 dt in ms; int32 CRC-32C of all
 * that. Then UTF-8 bytes of the run id and the network's name; int32 indices of the sampled neurons in their population;
 * int32 CRC-32C of what follows the first one.
 *
 * @param leg the run's leg that it was written in
 * @param incarnation tells files of one group apart that were written after different starts of it
 * @param recorder position among the recorders of states, of rates in files of counts, of weights in files of these; 0 in
 *     files of spikes
 * @param variables values per neuron in a sample; of weights, all values in a sample; 0 in other files
 * @param sampled indices in their population, ascending, of the targets in files of weights; empty in other files
 */
record SpillHeader(
        Kind kind,
        RunLeg leg,
        int group,
        long incarnation,
        int recorder,
        int variables,
        int[] sampled,
        long seed,
        double dtMs,
        String network) {

    static final int FORMAT_VERSION = 3;
    private static final byte[] MAGIC = "GANGSPIL".getBytes(StandardCharsets.US_ASCII);
    private static final int FIXED_BYTES = 8 + 10 * Integer.BYTES + 3 * Long.BYTES + Double.BYTES + Integer.BYTES;

    enum Kind {
        SPIKES,
        SAMPLES,
        COUNTS,
        WEIGHTS
    }

    static SpillHeader ofSpikes(RunLeg leg, int group, long incarnation, Experiment experiment) {
        return of(Kind.SPIKES, leg, group, incarnation, 0, 0, new int[0], experiment);
    }

    static SpillHeader ofSamples(
            RunLeg leg,
            int group,
            long incarnation,
            int recorder,
            int variables,
            int[] sampled,
            Experiment experiment) {
        return of(Kind.SAMPLES, leg, group, incarnation, recorder, variables, sampled.clone(), experiment);
    }

    static SpillHeader ofCounts(RunLeg leg, int group, long incarnation, int recorder, Experiment experiment) {
        return of(Kind.COUNTS, leg, group, incarnation, recorder, 0, new int[0], experiment);
    }

    /** @param targets onto which there are {@code weights} chosen synapses together */
    static SpillHeader ofWeights(
            RunLeg leg, int group, long incarnation, int recorder, int weights, int[] targets, Experiment experiment) {
        return of(Kind.WEIGHTS, leg, group, incarnation, recorder, weights, targets.clone(), experiment);
    }

    private static SpillHeader of(
            Kind kind,
            RunLeg leg,
            int group,
            long incarnation,
            int recorder,
            int variables,
            int[] sampled,
            Experiment experiment) {
        long seed = experiment.settings().seed();
        double dtMs = experiment.settings().dtMs();
        String network = experiment.network().name();
        return new SpillHeader(kind, leg, group, incarnation, recorder, variables, sampled, seed, dtMs, network);
    }

    /** Values in one sample. */
    int rowSize() {
        return kind == Kind.WEIGHTS ? variables : sampled.length * variables;
    }

    int bytes() {
        return FIXED_BYTES
                + utf8(leg.runId()).length
                + utf8(network).length
                + Integer.BYTES * sampled.length
                + Integer.BYTES;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    ByteBuffer encode() {
        byte[] runId = utf8(leg.runId());
        byte[] name = utf8(network);
        ByteBuffer buffer = ByteBuffer.allocate(bytes()).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(MAGIC).putInt(FORMAT_VERSION).putInt(bytes()).putInt(kind.ordinal());
        buffer.putInt(leg.leg())
                .putInt(group)
                .putInt(recorder)
                .putInt(variables)
                .putInt(sampled.length);
        buffer.putInt(runId.length).putInt(name.length);
        buffer.putLong(leg.firstStep()).putLong(incarnation).putLong(seed).putDouble(dtMs);
        buffer.putInt(checksum(buffer, 0, buffer.position()));
        buffer.put(runId).put(name);
        for (int neuron : sampled) {
            buffer.putInt(neuron);
        }
        buffer.putInt(checksum(buffer, FIXED_BYTES, buffer.position()));
        return buffer.flip();
    }

    private static int checksum(ByteBuffer buffer, int first, int end) {
        CRC32C sum = new CRC32C();
        sum.update(buffer.slice(first, end - first));
        return (int) sum.getValue();
    }

    /**
     * Reads the header of a file and leaves the channel behind it.
     *
     * @return nothing if the file ends within its header: it was created, and its writer killed
     * @throws IOException if the file is no spill file, of another format version, or its header is damaged
     */
    static Optional<SpillHeader> read(FileChannel file, Path path) throws IOException {
        ByteBuffer fixed = read(file, FIXED_BYTES);
        checkFormat(fixed, path);
        if (fixed.limit() < FIXED_BYTES) {
            return Optional.empty();
        }
        int checked = FIXED_BYTES - Integer.BYTES;
        int bytes = fixed.getInt(MAGIC.length + Integer.BYTES);
        if (fixed.getInt(checked) != checksum(fixed, 0, checked) || bytes < FIXED_BYTES + Integer.BYTES) {
            throw damaged(path);
        }
        ByteBuffer rest = read(file, bytes - FIXED_BYTES);
        if (rest.limit() < bytes - FIXED_BYTES) {
            return Optional.empty();
        }
        int end = rest.limit() - Integer.BYTES;
        if (rest.getInt(end) != checksum(rest, 0, end)) {
            throw damaged(path);
        }
        return Optional.of(decode(fixed.position(MAGIC.length + 2 * Integer.BYTES), rest));
    }

    private static void checkFormat(ByteBuffer start, Path path) throws IOException {
        byte[] magic = new byte[Math.min(MAGIC.length, start.limit())];
        start.get(0, magic);
        if (!Arrays.equals(magic, Arrays.copyOf(MAGIC, magic.length))) {
            throw new IOException(path + ": is not a spill file of Ganglion");
        }
        if (start.limit() >= MAGIC.length + Integer.BYTES && start.getInt(MAGIC.length) != FORMAT_VERSION) {
            throw new IOException(path + ": has spill format " + start.getInt(MAGIC.length)
                    + ", but this version of Ganglion reads " + FORMAT_VERSION
                    + "; recover it with the version that wrote it");
        }
    }

    private static IOException damaged(Path path) {
        return new IOException(path + ": its header is damaged; what it holds cannot be recovered");
    }

    private static SpillHeader decode(ByteBuffer fixed, ByteBuffer rest) {
        Kind kind = Kind.values()[fixed.getInt()];
        int leg = fixed.getInt();
        int group = fixed.getInt();
        int recorder = fixed.getInt();
        int variables = fixed.getInt();
        int[] sampled = new int[fixed.getInt()];
        byte[] runId = new byte[fixed.getInt()];
        byte[] name = new byte[fixed.getInt()];
        long firstStep = fixed.getLong();
        long incarnation = fixed.getLong();
        long seed = fixed.getLong();
        double dtMs = fixed.getDouble();
        rest.get(runId).get(name).asIntBuffer().get(sampled);
        RunLeg runLeg = new RunLeg(new String(runId, StandardCharsets.UTF_8), leg, firstStep);
        String network = new String(name, StandardCharsets.UTF_8);
        return new SpillHeader(kind, runLeg, group, incarnation, recorder, variables, sampled, seed, dtMs, network);
    }

    /** Up to so many bytes; fewer where the file ends. */
    private static ByteBuffer read(FileChannel file, int bytes) throws IOException {
        int there = (int) Math.min(bytes, file.size() - file.position());
        ByteBuffer buffer = ByteBuffer.allocate(there).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && file.read(buffer) >= 0) {}
        return buffer.flip();
    }
}
