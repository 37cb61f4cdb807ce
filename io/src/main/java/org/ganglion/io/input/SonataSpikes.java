package org.ganglion.io.input;

import java.util.Map;
import java.util.Optional;
import org.ganglion.io.sonata.source.H5Column;
import org.ganglion.io.sonata.source.H5File;
import org.ganglion.io.sonata.source.H5Group;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.network.SpikeTimes;
import org.ganglion.network.spec.DescribedFile;

/**
 * Reads spikes in SONATA layout: {@code /spikes/<population>/node_ids} and {@code timestamps}, or in older files
 * {@code /spikes/gids} and {@code timestamps}. Times are in ms, unless the attribute {@code units} of the timestamps says s.
 */
final class SonataSpikes {
    private static final String TIMES = "timestamps";

    private SonataSpikes() {}

    static SpikeTimes read(DescribedFile file, String population) throws InputFileException {
        try (H5File hdf5 = H5File.open(file.path())) {
            return read(file, population, group(hdf5.root().requireGroup("spikes", "spikes"), population));
        } catch (SonataException e) {
            throw new InputFileException(String.valueOf(e.getMessage()), e);
        }
    }

    private static H5Group group(H5Group spikes, String population) {
        if (population.isEmpty() && spikes.datasets().contains(TIMES)) {
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

    private static SpikeTimes read(DescribedFile file, String population, H5Group group) {
        H5Column times = group.requireColumn(TIMES);
        H5Column neurons = group.requireColumn(group.datasets().contains("node_ids") ? "node_ids" : "gids")
                .requireSize(times.size(), times.path());
        if (times.size() > Integer.MAX_VALUE - 16) {
            throw times.wrong("has " + times.size() + " entries, more than can be read");
        }
        double unitMs = unitMs(group, times);
        int[] ids = new int[(int) times.size()];
        long[] tics = new long[ids.length];
        long[] idPart = new long[times.piece()];
        double[] timePart = new double[times.piece()];
        for (int first = 0; first < ids.length; first += idPart.length) {
            int count = Math.min(idPart.length, ids.length - first);
            neurons.longs(first, count, idPart);
            times.doubles(first, count, timePart);
            for (int i = 0; i < count; i++) {
                long tic = SpikeTimesFile.tic(timePart[i] * unitMs);
                if (tic < 0) {
                    throw times.wrong(
                            "entry " + (first + i) + " is " + timePart[i] + "; a time of 0 or more is needed");
                }
                if (idPart[i] < 0 || idPart[i] >= SpikeTimesFile.MOST_NEURONS) {
                    throw neurons.wrong("entry " + (first + i) + " is " + idPart[i]
                            + ", which is no neuron; they are numbered from 0");
                }
                tics[first + i] = tic;
                ids[first + i] = (int) idPart[i];
            }
        }
        return SpikeTimes.ofEach(file, population, ids, tics);
    }

    private static double unitMs(H5Group group, H5Column times) {
        String units = group.attribute(TIMES, "units").orElse("ms");
        return switch (units) {
            case "ms", "msec", "milliseconds" -> 1;
            case "s", "sec", "seconds" -> 1000;
            default -> throw times.wrong("is in units of \"" + units + "\"; ms and s are known");
        };
    }
}
