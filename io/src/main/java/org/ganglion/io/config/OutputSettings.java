package org.ganglion.io.config;

import java.nio.file.Path;
import java.util.Optional;
import org.ganglion.io.sonata.SonataModel;

/**
 * Where the results of a run go. Decides nothing about the spikes.
 *
 * @param directory the run's folder; empty where the file does not say
 * @param raster whether a picture of the spikes is drawn
 * @param overwrite whether a run that is there already is replaced
 * @param circuit what the configuration of a circuit says of its results, where there is one
 */
public record OutputSettings(
        Optional<Path> directory, boolean raster, boolean overwrite, Optional<SonataModel.Output> circuit) {
    public static final OutputSettings DEFAULT = new OutputSettings(Optional.empty(), true);

    /** Results that replace no others. */
    public OutputSettings(Optional<Path> directory, boolean raster) {
        this(directory, raster, false, Optional.empty());
    }
}
