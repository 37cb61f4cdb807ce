package org.ganglion.io.record;

import org.ganglion.io.hdf5.Compression;
import org.ganglion.io.hdf5.SpikeOrder;

/**
 * How what a run recorded is written at its end.
 *
 * @param spikesFile name of the HDF5 file of spikes in the run's folder
 * @param spikeOrder of the spikes in it
 * @param spikesTable whether they are written as text too, to {@link RunRecording#SPIKES_TABLE}
 * @param compression of all HDF5 files: of spikes, states, rates and weights
 */
public record RecordingFormat(String spikesFile, SpikeOrder spikeOrder, boolean spikesTable, Compression compression) {
    public static final RecordingFormat STANDARD =
            new RecordingFormat(RunRecording.SPIKES, SpikeOrder.BY_TIME, false, Compression.DEFLATE);

    public RecordingFormat {
        if (spikesFile.isBlank() || spikesFile.contains("/")) {
            throw new IllegalArgumentException("\"" + spikesFile + "\" cannot be the name of a file of spikes");
        }
    }

    /** The same with or without a table. */
    public RecordingFormat withTable(boolean wanted) {
        return new RecordingFormat(spikesFile, spikeOrder, wanted, compression);
    }

    /** The same in files that are stored otherwise. */
    public RecordingFormat with(Compression wanted) {
        return new RecordingFormat(spikesFile, spikeOrder, spikesTable, wanted);
    }
}
