package org.ganglion.distributed.checkpoint;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.ganglion.simulator.group.GroupState;
import org.ganglion.simulator.link.SpikeBatch;

/**
 * One group's part of a checkpoint as a file. Big-endian: 8 bytes magic, run, network hash (each as
 * {@link DataOutputStream#writeUTF}), step, group, incarnation; the group's last spikes and totals; CRC32C of all so far;
 * then neurons and plastic synapses; at the end the CRC32C of all before it. The head can be read without the rest.
 */
final class PartFile {
    private static final long MAGIC = 0x47414E4750415254L; // GANGPART
    private static final int VERSION = 2;
    private static final int LONGEST = 1 << 28; // no array of a part is longer

    private PartFile() {}

    /** The beginning of a part: what all groups need of every other. */
    record Head(SpikeBatch recent, GroupState.Totals totals) {}

    /** Writes a part and returns length and sum. */
    static PartName write(OutputStream out, RunIdentity identity, int group, long incarnation, GroupState state)
            throws IOException {
        CRC32C crc = new CRC32C();
        Counter counter = new Counter(new CheckedOutputStream(out, crc));
        DataOutputStream data = new DataOutputStream(counter);
        data.writeLong(MAGIC);
        data.writeInt(VERSION);
        data.writeUTF(identity.run());
        data.writeUTF(identity.networkHash());
        data.writeLong(state.step());
        data.writeInt(group);
        data.writeLong(incarnation);
        spikes(data, state.recent());
        data.writeLong(state.totals().spikes());
        data.writeLong(state.totals().spikeHash());
        data.writeLong(state.totals().synapticEvents());
        data.flush();
        data.writeInt((int) crc.getValue());
        data.writeInt(state.neurons().size());
        for (GroupState.Neurons neurons : state.neurons()) {
            data.writeInt(neurons.population());
            data.writeInt(neurons.wordsPerNeuron());
            ints(data, neurons.indices());
            ints(data, neurons.words());
            longs(data, neurons.statistics());
            data.writeLong(neurons.windowSpikes());
        }
        data.writeInt(state.plastic().size());
        for (GroupState.Plastic plastic : state.plastic()) {
            data.writeByte(plastic.kind().ordinal());
            data.writeInt(plastic.of());
            data.writeInt(plastic.neuron());
            ints(data, plastic.words());
        }
        data.flush();
        int sum = (int) crc.getValue();
        data.writeInt(sum);
        data.flush();
        return new PartName(state.step(), group, incarnation, counter.bytes, sum);
    }

    private static void spikes(DataOutputStream data, SpikeBatch batch) throws IOException {
        data.writeInt(batch.sender());
        data.writeLong(batch.firstStep());
        ints(data, batch.ends());
        ints(data, batch.neurons());
    }

    private static void ints(DataOutputStream data, int[] values) throws IOException {
        data.writeInt(values.length);
        byte[] bytes = new byte[Math.min(values.length, 4096) * Integer.BYTES];
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
        for (int first = 0; first < values.length; first += 4096) {
            int count = Math.min(4096, values.length - first);
            buffer.clear();
            buffer.asIntBuffer().put(values, first, count);
            data.write(bytes, 0, count * Integer.BYTES);
        }
    }

    private static void longs(DataOutputStream data, long[] values) throws IOException {
        data.writeInt(values.length);
        for (long value : values) {
            data.writeLong(value);
        }
    }

    /** Whether a file is as it was written: reads all of it. */
    static boolean intact(InputStream in, PartName name) throws IOException {
        CRC32C crc = new CRC32C();
        byte[] buffer = new byte[1 << 16];
        long left = name.bytes() - Integer.BYTES;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return false;
            }
            crc.update(buffer, 0, read);
            left -= read;
        }
        byte[] sum = in.readNBytes(Integer.BYTES + 1);
        return sum.length == Integer.BYTES
                && java.nio.ByteBuffer.wrap(sum).getInt() == name.sum()
                && (int) crc.getValue() == name.sum();
    }

    /** Reads the beginning of a part. */
    static Head head(InputStream in, RunIdentity identity, PartName name, String file) throws IOException {
        CheckedInputStream checked = new CheckedInputStream(in, new CRC32C());
        DataInputStream data = new DataInputStream(checked);
        if (data.readLong() != MAGIC) {
            throw new DamagedException(file + ": is not a part of a checkpoint");
        }
        int version = data.readInt();
        if (version != VERSION) {
            throw new DamagedException(
                    file + ": has format " + version + ", but this version of Ganglion reads " + VERSION);
        }
        RunIdentity found = new RunIdentity(data.readUTF(), data.readUTF());
        if (!found.equals(identity)) {
            throw new DamagedException(file + ": belongs to run " + found.run() + " of network " + found.networkHash()
                    + ", not to run " + identity.run() + " of network " + identity.networkHash());
        }
        if (data.readLong() != name.step() || data.readInt() != name.group()) {
            throw new DamagedException(file + ": holds another step or group than its name says");
        }
        data.readLong(); // incarnation
        SpikeBatch recent = new SpikeBatch(data.readInt(), data.readLong(), ints(data, file), ints(data, file));
        Head head = new Head(recent, new GroupState.Totals(data.readLong(), data.readLong(), data.readLong()));
        int sum = (int) checked.getChecksum().getValue();
        if (data.readInt() != sum) {
            throw new DamagedException(file + ": is damaged (the sum of its head differs)");
        }
        return head;
    }

    /** Reads all of a part. */
    static GroupState read(InputStream in, RunIdentity identity, PartName name, String file) throws IOException {
        Head head = head(in, identity, name, file);
        DataInputStream data = new DataInputStream(in);
        List<GroupState.Neurons> neurons = new ArrayList<>();
        int populations = data.readInt();
        for (int p = 0; p < populations; p++) {
            int population = data.readInt();
            int wordsPerNeuron = data.readInt();
            int[] indices = ints(data, file);
            int[] words = ints(data, file);
            neurons.add(new GroupState.Neurons(
                    population, indices, wordsPerNeuron, words, longs(data, file), data.readLong()));
        }
        List<GroupState.Plastic> plastic = new ArrayList<>();
        int lists = data.readInt();
        for (int p = 0; p < lists; p++) {
            GroupState.PlasticKind kind = GroupState.PlasticKind.values()[data.readByte()];
            plastic.add(new GroupState.Plastic(kind, data.readInt(), data.readInt(), ints(data, file)));
        }
        return new GroupState(name.step(), neurons, head.recent(), plastic, head.totals());
    }

    private static int[] ints(DataInputStream data, String file) throws IOException {
        int[] values = new int[length(data, file)];
        byte[] bytes = new byte[Math.min(values.length, 4096) * Integer.BYTES];
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
        for (int first = 0; first < values.length; first += 4096) {
            int count = Math.min(4096, values.length - first);
            data.readFully(bytes, 0, count * Integer.BYTES);
            buffer.clear();
            buffer.asIntBuffer().get(values, first, count);
        }
        return values;
    }

    private static long[] longs(DataInputStream data, String file) throws IOException {
        long[] values = new long[length(data, file)];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.readLong();
        }
        return values;
    }

    private static int length(DataInputStream data, String file) throws IOException {
        int length = data.readInt();
        if (length < 0 || length > LONGEST) {
            throw new DamagedException(file + ": states an array of " + length + " entries");
        }
        return length;
    }

    private static final class Counter extends FilterOutputStream {
        private long bytes;

        Counter(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) throws IOException {
            out.write(b, offset, length);
            bytes += length;
        }
    }
}
