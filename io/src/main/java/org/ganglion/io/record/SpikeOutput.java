package org.ganglion.io.record;

import org.ganglion.io.hdf5.Compression;
import org.ganglion.io.hdf5.SpikeOrder;

/**
 * How the spikes of a run are written, and how all its HDF5 files are stored.
 *
 * @param file name of the HDF5 file in the run's folder
 * @param order of the spikes in it
 * @param table whether they are written as text too, to {@link RunRecording#SPIKES_TABLE}
 * @param compression of this file and those of states, rates and weights
 */
public record SpikeOutput(String file, SpikeOrder order, boolean table, Compression compression) {
    public static final SpikeOutput STANDARD =
            new SpikeOutput(RunRecording.SPIKES, SpikeOrder.BY_TIME, false, Compression.DEFLATE);

    public SpikeOutput {
        if (file.isBlank() || file.contains("/")) {
            throw new IllegalArgumentException("\"" + file + "\" cannot be the name of a file of spikes");
        }
    }

    /** The same with or without a table. */
    public SpikeOutput withTable(boolean wanted) {
        return new SpikeOutput(file, order, wanted, compression);
    }

    /** The same in files that are stored otherwise. */
    public SpikeOutput with(Compression wanted) {
        return new SpikeOutput(file, order, table, wanted);
    }
}
