package org.ganglion.io.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ganglion.network.Experiment;

/** The spill files of a folder: what they are called, and which are there. */
final class SpillFiles {
    static final String SUFFIX = ".spill";

    private static final Pattern NAME = Pattern.compile(
            "(spikes-\\d+-\\d+|(states|rates|weights)-\\d+-\\d+-\\d+)-[0-9a-f]{1,16}" + Pattern.quote(SUFFIX));

    private SpillFiles() {}

    /**
     * {@code spikes-<leg>-<group>-<incarnation>.spill}, {@code states-<leg>-<recorder>-<group>-<incarnation>.spill}, or
     * likewise with {@code rates} or {@code weights}.
     */
    static String name(SpillHeader header) {
        String writer = header.group() + "-" + Long.toHexString(header.incarnation()) + SUFFIX;
        int leg = header.leg().leg();
        return switch (header.kind()) {
            case SPIKES -> "spikes-" + leg + "-" + writer;
            case SAMPLES -> "states-" + leg + "-" + header.recorder() + "-" + writer;
            case COUNTS -> "rates-" + leg + "-" + header.recorder() + "-" + writer;
            case WEIGHTS -> "weights-" + leg + "-" + header.recorder() + "-" + writer;
        };
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** All spill files of a folder, in the order of their names. */
    static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isName(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Reads the headers of all spill files of a folder; those that end within their header are left out.
     *
     * @throws IOException if one is damaged, or was written by another run
     */
    static List<SpillFile> open(Path folder, Experiment experiment, String runId) throws IOException {
        List<SpillFile> files = new ArrayList<>();
        for (Path path : list(folder)) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
                Optional<SpillHeader> header = SpillHeader.read(channel, path);
                if (header.isPresent()) {
                    check(path, header.get(), experiment, runId);
                    files.add(new SpillFile(path, header.get()));
                }
            }
        }
        return files;
    }

    private static void check(Path path, SpillHeader header, Experiment experiment, String runId) throws IOException {
        long seed = experiment.settings().seed();
        double dtMs = experiment.settings().dtMs();
        String network = experiment.network().name();
        if (!header.leg().runId().equals(runId)) {
            throw foreign(path, "run " + header.leg().runId(), "run " + runId);
        }
        if (!header.network().equals(network)) {
            throw foreign(path, "network " + header.network(), "network " + network);
        }
        if (header.seed() != seed) {
            throw foreign(path, "seed " + header.seed(), "seed " + seed);
        }
        if (header.dtMs() != dtMs) {
            throw foreign(path, "steps of " + header.dtMs() + " ms", "steps of " + dtMs + " ms");
        }
        int recorders =
                switch (header.kind()) {
                    case SPIKES -> 1;
                    case SAMPLES ->
                        RunMerge.stateRecorders(experiment.network()).size();
                    case COUNTS -> RunMerge.rateRecorders(experiment.network()).size();
                    case WEIGHTS ->
                        RunMerge.weightRecorders(experiment.network()).size();
                };
        if (header.recorder() >= recorders) {
            String kind =
                    switch (header.kind()) {
                        case SPIKES, SAMPLES -> "state recorder";
                        case COUNTS -> "rate recorder";
                        case WEIGHTS -> "recorder of weights";
                    };
            throw foreign(path, kind + " " + header.recorder(), "any " + kind + " of " + network);
        }
    }

    private static IOException foreign(Path path, String of, String wanted) {
        return new IOException(
                path + ": belongs to " + of + ", not to " + wanted + "; move it to another folder, or delete it");
    }
}
