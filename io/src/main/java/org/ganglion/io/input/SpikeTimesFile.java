package org.ganglion.io.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.ganglion.network.SpikeTimes;
import org.ganglion.network.spec.DescribedFile;

/**
 * Reads spike times from a file: HDF5 in SONATA layout, or text in columns. Which of the two is seen from its first bytes.
 *
 * <p>Memory is some 12 bytes a spike, and as much again while they are sorted.
 */
public final class SpikeTimesFile {
    private static final byte[] HDF5 = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

    /** Neurons from this one on are in no population. */
    static final long MOST_NEURONS = 1L << 28;

    /** Times from this one on are taken for a slip. */
    private static final double LATEST_MS = 1e12;

    /** The neurons that spikes may be of: those of a population with so many. */
    public record Neurons(String population, int size) {
        /** Those of a population that is not known. */
        public static final Neurons ANY = new Neurons("", (int) MOST_NEURONS);

        /** What is said where a spike is of a neuron behind the last. */
        String objection() {
            return population + " has the neurons 0 to " + (size - 1) + "; correct the file or name another population";
        }
    }

    private SpikeTimesFile() {}

    /** Reads a file whose spikes may be of any neurons. */
    public static SpikeTimes read(DescribedFile file, String population) throws InputFileException {
        return read(file, population, Neurons.ANY);
    }

    /**
     * Reads a file.
     *
     * @param population the part of an HDF5 file that is meant; empty for its only one, and for text
     * @param neurons that its spikes may be of
     * @throws InputFileException if it holds no spikes, or something is wrong with one
     */
    public static SpikeTimes read(DescribedFile file, String population, Neurons neurons) throws InputFileException {
        Path path = file.path();
        try {
            if (isHdf5(path)) {
                return SonataSpikes.read(file, population, neurons);
            }
            if (!population.isEmpty()) {
                throw new InputFileException(path + ": is a file of text, which has no populations; remove population");
            }
            return TextSpikes.read(file, neurons);
        } catch (IOException e) {
            throw new InputFileException(path + ": cannot be read: " + e, e);
        }
    }

    private static boolean isHdf5(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(HDF5.length), HDF5);
        }
    }

    /** The tic nearest to a time; -1 where there is none. */
    static long tic(double ms) {
        return ms >= 0 && ms < LATEST_MS ? Math.round(ms * SpikeTimes.TICS_PER_MS) : -1;
    }

    /** What is said of a time that has no tic. */
    static InputFileException wrongTime(String place, double ms) {
        String allowed = ms >= LATEST_MS
                ? "that is too late, times must be below " + LATEST_MS + " ms"
                : "times must be at least 0 ms";
        return new InputFileException(place + ": a spike at " + ms + " ms; " + allowed);
    }
}
