package org.ganglion.io.record;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The first bytes of a spill file: what it holds and which run it belongs to.
 *
 * <p>Little-endian: 8 bytes magic, then int32 format version, length of the header in bytes, kind (0 spikes, 1 samples),
 * group, recorder, number of variables, number of sampled neurons; int64 seed; float64 dt in ms; int32 length and UTF-8
 * bytes of the network's name; int32 indices of the sampled neurons in their population.
 *
 * @param recorder position among the state recorders; 0 in files of spikes
 * @param variables values per neuron in a sample; 0 in files of spikes
 * @param sampled indices in their population, ascending; empty in files of spikes
 */
record SpillHeader(
        Kind kind, int group, int recorder, int variables, int[] sampled, long seed, double dtMs, String network) {

    static final int FORMAT_VERSION = 1;
    private static final byte[] MAGIC = "GANGSPIL".getBytes(StandardCharsets.US_ASCII);
    private static final int FIXED_BYTES = 8 + 7 * Integer.BYTES + Long.BYTES + Double.BYTES + Integer.BYTES;

    enum Kind {
        SPIKES,
        SAMPLES
    }

    /** Values in one sample. */
    int rowSize() {
        return sampled.length * variables;
    }

    int bytes() {
        return FIXED_BYTES + nameBytes().length + Integer.BYTES * sampled.length;
    }

    private byte[] nameBytes() {
        return network.getBytes(StandardCharsets.UTF_8);
    }

    ByteBuffer encode() {
        byte[] name = nameBytes();
        ByteBuffer buffer = ByteBuffer.allocate(bytes()).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(MAGIC).putInt(FORMAT_VERSION).putInt(bytes()).putInt(kind.ordinal());
        buffer.putInt(group).putInt(recorder).putInt(variables).putInt(sampled.length);
        buffer.putLong(seed).putDouble(dtMs).putInt(name.length).put(name);
        for (int neuron : sampled) {
            buffer.putInt(neuron);
        }
        return buffer.flip();
    }

    /**
     * Reads the header of a file and leaves the channel behind it.
     *
     * @throws IOException if the file is no spill file, of another format version, or cut off within its header
     */
    static SpillHeader read(FileChannel file, Path path) throws IOException {
        ByteBuffer start = readFully(file, FIXED_BYTES, path);
        byte[] magic = new byte[MAGIC.length];
        start.get(magic);
        if (!java.util.Arrays.equals(magic, MAGIC)) {
            throw new IOException(path + ": is not a spill file of Ganglion");
        }
        int version = start.getInt();
        if (version != FORMAT_VERSION) {
            throw new IOException(path + ": has spill format " + version + ", but this version of Ganglion reads "
                    + FORMAT_VERSION + "; recover it with the version that wrote it");
        }
        int bytes = start.getInt();
        int kind = start.getInt();
        int group = start.getInt();
        int recorder = start.getInt();
        int variables = start.getInt();
        int sampledSize = start.getInt();
        long seed = start.getLong();
        double dtMs = start.getDouble();
        int nameSize = start.getInt();
        boolean sane = kind >= 0 && kind < Kind.values().length && sampledSize >= 0 && nameSize >= 0 && variables >= 0;
        if (!sane
                || bytes != FIXED_BYTES + (long) nameSize + (long) Integer.BYTES * sampledSize
                || bytes > file.size()) {
            throw new IOException(path + ": its header is damaged or cut off");
        }
        ByteBuffer rest = readFully(file, bytes - FIXED_BYTES, path);
        byte[] name = new byte[nameSize];
        rest.get(name);
        int[] sampled = new int[sampledSize];
        rest.asIntBuffer().get(sampled);
        String network = new String(name, StandardCharsets.UTF_8);
        return new SpillHeader(Kind.values()[kind], group, recorder, variables, sampled, seed, dtMs, network);
    }

    private static ByteBuffer readFully(FileChannel file, int bytes, Path path) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (file.read(buffer) < 0) {
                throw new EOFException(path + ": ends within its header");
            }
        }
        return buffer.flip();
    }
}
