package org.ganglion.io.sonata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ganglion.io.sonata.source.H5File;
import org.ganglion.io.sonata.source.H5Group;
import org.ganglion.io.sonata.source.H5Spikes;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.io.yaml.Position;
import org.ganglion.io.yaml.TextFile;

/**
 * Reads spikes from HDF5, {@code /spikes/<population>/{node_ids,timestamps}} or the older {@code
 * /spikes/{gids,timestamps}}, and from CSV, one spike a line or one node a line.
 */
final class SpikeFiles {
    private SpikeFiles() {}

    /**
     * Spikes of a population in an HDF5 file. Where the file knows no populations, all of its spikes are taken; where it
     * has a single one of another name, that one, with a note.
     */
    static InputSpikes hdf5(Path file, String population, Consumer<String> note) {
        try (H5File hdf5 = H5File.open(file)) {
            H5Group spikes = hdf5.root().requireGroup("spikes", "spikes");
            Optional<H5Group> own = spikes.group(population);
            if (own.isPresent()) {
                return read(own.get());
            }
            if (spikes.column(H5Spikes.TIMES).isPresent()) {
                return read(spikes);
            }
            Map<String, H5Group> groups = spikes.groups();
            if (groups.size() == 1) {
                note.accept(file + ": has spikes of "
                        + groups.keySet().iterator().next() + "; they are taken for those of " + population);
                return read(groups.values().iterator().next());
            }
            throw spikes.wrong(
                    population,
                    "there are no spikes of this population; the file has those of "
                            + (groups.isEmpty() ? "none" : String.join(", ", groups.keySet())));
        }
    }

    private static InputSpikes read(H5Group group) {
        InputSpikes spikes = new InputSpikes();
        H5Spikes.read(group, spikes::addTic);
        return spikes;
    }

    /**
     * Spikes of a population in a CSV file: the columns {@code timestamps}, {@code population} and {@code node_ids} in any
     * order, or {@code gid} and {@code spike-times}, with all times of a node in one cell, separated by commas.
     */
    static InputSpikes csv(Path file, String population) {
        List<SonataException> errors = new ArrayList<>();
        String text = TextFile.read(file, (at, message) -> errors.add(new SonataException(at, "", message)))
                .orElseThrow(errors::getFirst);
        String[] lines = text.split("\\R");
        String[] header = cells(lines[0]);
        int node = find(header, "node_ids", "node_id", "gid", "gids");
        int time = find(header, "timestamps", "timestamp", "spike-times", "spike_times");
        int from = find(header, "population", "populations");
        if (node < 0 || time < 0) {
            throw new SonataException(
                    new Position(file.toString(), 1, 1),
                    "",
                    "the first line must name the columns: timestamps population node_ids");
        }
        InputSpikes spikes = new InputSpikes();
        for (int i = 1; i < lines.length; i++) {
            Position at = new Position(file.toString(), i + 1, 1);
            String[] cells = cells(lines[i]);
            if (lines[i].isBlank() || (from >= 0 && from < cells.length && !cells[from].equals(population))) {
                continue;
            }
            if (cells.length <= Math.max(node, time)) {
                throw new SonataException(at, "", "has " + cells.length + " values; " + header.length + " are needed");
            }
            long id = (long) number(cells[node], at);
            for (String one : cells[time].split(",")) {
                if (!one.isBlank()) {
                    double ms = number(one.strip(), at);
                    if (!(ms >= 0 && ms < 1e12)) {
                        throw new SonataException(at, "", ms + " is no time; 0 ms or more is needed");
                    }
                    spikes.add(id, ms);
                }
            }
        }
        return spikes;
    }

    private static String[] cells(String line) {
        String blanks = line.strip().replace("\"", "");
        return blanks.split(blanks.contains("\t") || blanks.contains(" ") ? "[ \t]+" : "[,;]");
    }

    private static int find(String[] header, String... names) {
        for (int i = 0; i < header.length; i++) {
            if (List.of(names).contains(header[i])) {
                return i;
            }
        }
        return -1;
    }

    private static double number(String text, Position at) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new SonataException(at, "", "\"" + text + "\" is not a number");
        }
    }
}
