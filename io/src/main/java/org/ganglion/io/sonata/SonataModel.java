package org.ganglion.io.sonata;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.io.hdf5.SpikeOrder;
import org.ganglion.io.yaml.Position;
import org.ganglion.network.Network;
import org.ganglion.network.RunSettings;

/**
 * A circuit with its inputs and reports as a network, and how it is run.
 *
 * @param output what the configuration says of results
 * @param places where the parts of the network stand, by path in the network, e.g. {@code projections.v1/100}
 * @param notes what its reader should know of how the files were taken
 */
public record SonataModel(
        Network network, RunSettings settings, Output output, Map<String, Place> places, List<String> notes) {
    public SonataModel {
        places = Map.copyOf(places);
        notes = List.copyOf(notes);
    }

    /** Where something stands in the files of the circuit. */
    public record Place(Position at, String path) {}

    /**
     * What the configuration says of results.
     *
     * @param folder for all of them
     * @param overwrite whether results that are there may be replaced
     * @param spikesFile name of the file of spikes
     * @param order of the spikes in it
     */
    public record Output(Optional<Path> folder, boolean overwrite, String spikesFile, SpikeOrder order) {
        /** What holds where it says nothing. */
        public static final Output STANDARD = new Output(Optional.empty(), false, "spikes.h5", SpikeOrder.BY_TIME);
    }
}
