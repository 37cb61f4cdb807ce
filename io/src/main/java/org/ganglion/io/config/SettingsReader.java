package org.ganglion.io.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.ganglion.io.hdf5.Compression;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.RunSettings;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;

/** Reads the sections {@code simulation} and {@code output}. */
final class SettingsReader {
    static final String REPORT = "report";
    static final String SPIKES_TABLE = "spikes_csv";
    static final String MAX_RATE = "max-rate";
    static final String NONE = "none";
    static final String COMPRESSION = "compression";
    private static final String AUTO = "auto";

    private final Findings findings;
    private final Numbers numbers;

    SettingsReader(Findings findings, Numbers numbers) {
        this.findings = findings;
        this.numbers = numbers;
    }

    RunSettings simulation(Fields fields) {
        return simulation(fields, RunSettings.DEFAULT.withDurationMs(Double.NaN), true);
    }

    /** @param standard what holds where the section says nothing */
    RunSettings simulation(Fields fields, RunSettings standard) {
        return simulation(fields, standard, false);
    }

    private RunSettings simulation(Fields fields, RunSettings standard, boolean needed) {
        double dtMs = time(fields, "dt", fields.find("dt"), standard.dtMs());
        Optional<Yaml> duration = needed ? fields.require("duration", "1 s") : fields.find("duration");
        double durationMs = time(fields, "duration", duration, standard.durationMs());
        double warmUpMs = time(fields, "warm-up", fields.find("warm-up"), standard.warmUpMs());
        long seed = fields.find("seed")
                .map(node -> numbers.seed(fields.path("seed"), node))
                .orElse(standard.seed());
        int groups = count(fields, "groups");
        int threads = count(fields, "threads");
        boolean barrier = fields.find("barrier")
                .map(node -> numbers.flag(fields.path("barrier"), node, false))
                .orElse(standard.barrier());
        double maxRateHz = fields.find(MAX_RATE)
                .map(node -> maxRate(fields.path(MAX_RATE), node))
                .orElse(standard.maxRateHz());
        fields.close();
        return new RunSettings(dtMs, durationMs, warmUpMs, seed, groups, threads, barrier, maxRateHz);
    }

    private double maxRate(String path, Yaml node) {
        boolean none = node instanceof Yaml.Scalar scalar && scalar.text().equals(NONE);
        return none ? Double.POSITIVE_INFINITY : numbers.number(path, node, Unit.HERTZ);
    }

    private double time(Fields fields, String key, Optional<Yaml> node, double standard) {
        return node.map(n -> numbers.number(fields.path(key), n, Unit.MILLISECOND))
                .orElse(standard);
    }

    /** A number of groups or threads; 0, which {@code auto} stands for, is not written as such. */
    private int count(Fields fields, String key) {
        Optional<Yaml> node = fields.find(key);
        if (node.isEmpty()
                || (node.get() instanceof Yaml.Scalar scalar && scalar.text().equals(AUTO))) {
            return 0;
        }
        int count = numbers.whole(fields.path(key), node.get(), -1);
        if (count == 0) {
            findings.report(
                    node.get().at(), fields.path(key), "0 is not a number of " + key + "; write 1 or more, or auto");
        }
        return count;
    }

    /** @param standard what holds where the section says nothing */
    OutputSettings output(Fields fields, OutputSettings standard) {
        Optional<Path> directory = fields.find("directory").flatMap(node -> directory(fields.path("directory"), node));
        boolean raster = fields.find("raster")
                .map(node -> numbers.flag(fields.path("raster"), node, true))
                .orElse(standard.raster());
        boolean report = fields.find(REPORT)
                .map(node -> numbers.flag(fields.path(REPORT), node, true))
                .orElse(standard.report());
        boolean table = fields.find(SPIKES_TABLE)
                .map(node -> numbers.flag(fields.path(SPIKES_TABLE), node, false))
                .orElse(standard.spikesTable());
        Compression compression = fields.find(COMPRESSION)
                .flatMap(node -> compression(fields.path(COMPRESSION), node))
                .orElse(standard.compression());
        fields.close();
        return new OutputSettings(
                directory.or(standard::directory),
                raster,
                report,
                standard.overwrite() && directory.isEmpty(),
                table,
                compression,
                standard.circuit());
    }

    private Optional<Compression> compression(String path, Yaml node) {
        Optional<String> word = numbers.word(path, node);
        Optional<Compression> known = word.flatMap(Compression::named);
        if (word.isPresent() && known.isEmpty()) {
            findings.report(node.at(), path, Suggestion.unknown("compression", word.get(), Compression.names()));
        }
        return known;
    }

    private Optional<Path> directory(String path, Yaml node) {
        Optional<String> text = numbers.word(path, node);
        try {
            return text.map(Path::of);
        } catch (InvalidPathException e) {
            findings.report(
                    node.at(), path, "\"" + e.getInput() + "\" cannot be the name of a folder: " + e.getReason());
            return Optional.empty();
        }
    }
}
