package org.ganglion.io.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ganglion.io.table.Column;
import org.ganglion.io.table.Table;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.space.GridPositions;
import org.ganglion.network.space.ListedPositions;
import org.ganglion.network.space.Positions;
import org.ganglion.network.space.RandomPositions;
import org.ganglion.network.space.SpaceCatalog;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Origin;
import org.ganglion.network.spec.Suggestion;

/** Reads the key {@code positions} of a population. */
final class PositionsReader {
    static final List<String> TYPES =
            SpaceCatalog.POSITIONS.stream().map(Description::name).toList();

    private static final List<String> AXES = List.of("x", "y", "z");

    private final Findings findings;
    private final Numbers numbers;
    private final NumberLists lists;

    PositionsReader(Findings findings, Numbers numbers) {
        this.findings = findings;
        this.numbers = numbers;
        this.lists = new NumberLists(findings, numbers);
    }

    /** The positions that a population has; none where they cannot be read, which has been reported. */
    Positions read(Fields population) {
        return population
                .find("positions")
                .flatMap(node -> Fields.of(findings, population.path("positions"), node, population.keyAt("positions")))
                .map(this::positions)
                .orElse(Positions.NONE);
    }

    private Positions positions(Fields fields) {
        Optional<Yaml> type = fields.require("type", "grid");
        String word =
                type.flatMap(node -> numbers.word(fields.path("type"), node)).orElse("");
        boolean periodic = fields.find("periodic")
                .map(node -> numbers.flag(fields.path("periodic"), node, false))
                .orElse(false);
        Optional<Positions> read =
                switch (word) {
                    case "grid" -> grid(fields, periodic);
                    case "random" -> Optional.of(random(fields, periodic));
                    case "list" -> list(fields, periodic);
                    default -> Optional.empty();
                };
        if (!TYPES.contains(word)) {
            type.ifPresent(node -> findings.report(
                    node.at(), fields.path("type"), Suggestion.unknown("type of positions", word, TYPES)));
            findings.suspect(fields.path());
            return Positions.NONE;
        }
        fields.close();
        if (read.isEmpty()) {
            findings.suspect(fields.path());
        }
        return read.orElse(Positions.NONE);
    }

    private Optional<Positions> grid(Fields fields, boolean periodic) {
        Optional<Yaml> shape = fields.require("shape", "[40, 40]");
        List<Double> counts =
                shape.map(node -> lists.numbers(fields.path("shape"), node)).orElse(List.of());
        Optional<Yaml> odd = shape.filter(node -> counts.stream().anyMatch(n -> !(n == Math.rint(n))));
        odd.ifPresent(node -> findings.report(
                node.at(), fields.path("shape"), counts + " are not all whole numbers; write round(...) around them"));
        List<Double> extent = point(fields, "extent", Collections.nCopies(counts.size(), 1.0));
        List<Double> center = point(fields, "center", Collections.nCopies(counts.size(), 0.0));
        return shape.isEmpty() || odd.isPresent()
                ? Optional.empty()
                : Optional.of(new GridPositions(
                        counts.stream()
                                .map(n -> (int) Math.clamp(n, -1, Integer.MAX_VALUE))
                                .toList(),
                        extent,
                        center,
                        periodic));
    }

    private Positions random(Fields fields, boolean periodic) {
        List<Double> extent = point(fields, "extent", List.of(1.0, 1.0));
        List<Double> center = point(fields, "center", Collections.nCopies(extent.size(), 0.0));
        return new RandomPositions(extent, center, periodic);
    }

    private Optional<Positions> list(Fields fields, boolean periodic) {
        List<Double> extent = point(fields, "extent", List.of());
        if (AXES.stream().anyMatch(axis -> fields.keys().contains(axis))) {
            return inline(fields).map(c -> new ListedPositions(c, extent, periodic, Origin.INLINE));
        }
        List<Column> columns =
                List.of(Column.numbers("x", true), Column.numbers("y", true), Column.numbers("z", false));
        return TableFile.read(findings, numbers, fields, columns)
                .map(file -> new ListedPositions(coordinates(file.table()), extent, periodic, file.origin()));
    }

    private static double[][] coordinates(Table table) {
        return AXES.stream().filter(table::has).map(table::numbers).toArray(double[][]::new);
    }

    private Optional<double[][]> inline(Fields fields) {
        List<double[]> found = new ArrayList<>();
        for (String axis : AXES) {
            Optional<Yaml> node = axis.equals("z") ? fields.find(axis) : fields.require(axis, "[0, 0.5, 1]");
            node.ifPresent(n -> found.add(lists.array(fields.path(axis), n, org.ganglion.network.spec.Unit.NONE)));
        }
        boolean sound = found.size() >= 2
                && found.stream().noneMatch(a -> Arrays.stream(a).anyMatch(Double::isNaN));
        return sound ? Optional.of(found.toArray(double[][]::new)) : Optional.empty();
    }

    private List<Double> point(Fields fields, String key, List<Double> standard) {
        return fields.find(key)
                .map(node -> lists.numbers(fields.path(key), node))
                .orElse(standard);
    }
}
