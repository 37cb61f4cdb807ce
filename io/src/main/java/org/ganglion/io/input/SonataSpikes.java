package org.ganglion.io.input;

import java.util.Map;
import java.util.Optional;
import org.ganglion.io.sonata.source.H5File;
import org.ganglion.io.sonata.source.H5Group;
import org.ganglion.io.sonata.source.H5Spikes;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.network.SpikeTimes;
import org.ganglion.network.spec.DescribedFile;

/**
 * Reads spikes in SONATA layout: {@code /spikes/<population>/node_ids} and {@code timestamps}, or in older files
 * {@code /spikes/gids} and {@code timestamps}. Times are in ms, unless the attribute {@code units} of the timestamps says s.
 */
final class SonataSpikes {
    private SonataSpikes() {}

    static SpikeTimes read(DescribedFile file, String population, SpikeTimesFile.Neurons neurons)
            throws InputFileException {
        try (H5File hdf5 = H5File.open(file.path())) {
            return read(file, population, neurons, group(hdf5.root().requireGroup("spikes", "spikes"), population));
        } catch (SonataException e) {
            throw new InputFileException(String.valueOf(e.getMessage()), e);
        }
    }

    private static H5Group group(H5Group spikes, String population) {
        if (population.isEmpty() && spikes.datasets().contains(H5Spikes.TIMES)) {
            return spikes;
        }
        Map<String, H5Group> groups = spikes.groups();
        Optional<H5Group> found = population.isEmpty() && groups.size() == 1
                ? Optional.of(groups.values().iterator().next())
                : spikes.group(population);
        String there = groups.isEmpty() ? "there is none" : "there are " + String.join(", ", groups.keySet());
        return found.orElseThrow(() -> spikes.wrong(
                "",
                population.isEmpty()
                        ? there + "; say which one is meant with population"
                        : "no population is called \"" + population + "\" (" + there + ")"));
    }

    private static SpikeTimes read(
            DescribedFile file, String population, SpikeTimesFile.Neurons neurons, H5Group group) {
        long size = H5Spikes.count(group);
        if (size > Integer.MAX_VALUE - 16) {
            throw group.wrong(H5Spikes.TIMES, "has " + size + " entries, more than can be read");
        }
        int[] ids = new int[(int) size];
        long[] tics = new long[ids.length];
        int[] read = new int[1];
        H5Spikes.read(group, (id, tic) -> {
            int at = read[0]++;
            if (id < 0 || id >= SpikeTimesFile.MOST_NEURONS) {
                throw H5Spikes.ids(group)
                        .wrong("entry " + at + " is " + id + ", which is no neuron; they are numbered from 0");
            }
            if (id >= neurons.size()) {
                throw H5Spikes.ids(group).wrong("entry " + at + " is " + id + ", but " + neurons.objection());
            }
            ids[at] = (int) id;
            tics[at] = tic;
        });
        return SpikeTimes.ofEach(file, population, ids, tics);
    }
}
