package org.ganglion.io.config;

import java.nio.file.Path;
import java.util.Optional;
import org.ganglion.io.hdf5.Compression;
import org.ganglion.io.record.RecordingFormat;
import org.ganglion.io.sonata.SonataModel;

/**
 * Where the results of a run go. Decides nothing about the spikes.
 *
 * @param directory the run's folder; empty where the file does not say
 * @param raster whether a picture of the spikes is drawn
 * @param report whether {@code report.html} is written
 * @param overwrite whether a run that is there already is replaced
 * @param spikesTable whether spikes are written as text too
 * @param compression of the HDF5 files
 * @param circuit what the configuration of a circuit says of its results, where there is one
 */
public record OutputSettings(
        Optional<Path> directory,
        boolean raster,
        boolean report,
        boolean overwrite,
        boolean spikesTable,
        Compression compression,
        Optional<SonataModel.Output> circuit) {
    public static final OutputSettings DEFAULT = new OutputSettings(Optional.empty(), true);

    /** Results that replace no others. */
    public OutputSettings(Optional<Path> directory, boolean raster) {
        this(directory, raster, true, false, false, Compression.DEFLATE, Optional.empty());
    }

    /** How what is recorded is written. */
    public RecordingFormat format() {
        return circuit.map(c -> new RecordingFormat(c.spikesFile(), c.order(), spikesTable, compression))
                .orElseGet(() -> RecordingFormat.STANDARD.withTable(spikesTable).with(compression));
    }
}
