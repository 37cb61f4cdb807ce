package org.ganglion.io.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the results of a run go. Decides nothing about the spikes.
 *
 * @param directory the run's folder; empty where the file does not say
 * @param raster whether a picture of the spikes is drawn
 */
public record OutputSettings(Optional<Path> directory, boolean raster) {
    public static final OutputSettings DEFAULT = new OutputSettings(Optional.empty(), true);
}
