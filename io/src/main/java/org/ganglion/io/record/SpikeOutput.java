package org.ganglion.io.record;

import org.ganglion.io.hdf5.SpikeOrder;

/**
 * How the spikes of a run are written.
 *
 * @param file name of the HDF5 file in the run's folder
 * @param order of the spikes in it
 * @param table whether they are written as text too, to {@link RunRecording#SPIKES_TABLE}
 */
public record SpikeOutput(String file, SpikeOrder order, boolean table) {
    public static final SpikeOutput STANDARD = new SpikeOutput(RunRecording.SPIKES, SpikeOrder.BY_TIME, false);

    public SpikeOutput {
        if (file.isBlank() || file.contains("/")) {
            throw new IllegalArgumentException("\"" + file + "\" cannot be the name of a file of spikes");
        }
    }

    /** The same with or without a table. */
    public SpikeOutput withTable(boolean wanted) {
        return new SpikeOutput(file, order, wanted);
    }
}
