package org.ganglion.io.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ganglion.io.quantity.Units;
import org.ganglion.io.sweep.Range;
import org.ganglion.io.yaml.Yaml;

/** Reads the values that a sweep gives to one parameter: a list, or a range as a text or as keys. */
final class AxisReader {
    private static final String LOG = "log";
    private static final String EXAMPLE = "write first:last:step as in 3:6:0.5, or a list as in [3, 4.5, 6]";
    private static final String RANGE_EXAMPLE = "write first:last as in 3:6, or 1 ms:100 ms:log";
    private static final Pattern NUMBER =
            Pattern.compile("\\s*([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d{1,3})?)\\s*(\\S*)\\s*");

    private final Findings findings;
    private final Numbers numbers;

    AxisReader(Findings findings, Numbers numbers) {
        this.findings = findings;
        this.numbers = numbers;
    }

    /** The values of a grid or a list; empty where there is a mistake, which has been reported. */
    List<String> values(String path, Yaml node) {
        return switch (node) {
            case Yaml.Sequence sequence -> listed(path, sequence);
            case Yaml.Scalar scalar when scalar.text().contains(":") -> spelt(path, scalar);
            case Yaml.Scalar scalar when scalar.isEmpty() -> mistaken(path, scalar, "has no values; " + EXAMPLE);
            case Yaml.Scalar scalar -> List.of(scalar.text().strip());
            case Yaml.Mapping _ -> keyed(path, node);
        };
    }

    /** The range of a drawing. */
    Optional<Range> range(String path, Yaml node) {
        if (node instanceof Yaml.Scalar scalar) {
            String[] parts = scalar.text().split(":", -1);
            boolean log = parts.length == 3 && parts[2].strip().equals(LOG);
            if (parts.length == 2 || log) {
                return range(path, node, parts[0], parts[1], log);
            }
        } else if (node instanceof Yaml.Mapping) {
            return Fields.of(findings, path, node, node.at()).flatMap(fields -> {
                Optional<Range> range = bounds(path, node, fields);
                fields.close();
                return range;
            });
        }
        findings.report(node.at(), path, node.kind() + " is no range; " + RANGE_EXAMPLE);
        return Optional.empty();
    }

    private List<String> listed(String path, Yaml.Sequence sequence) {
        List<String> values = new ArrayList<>();
        for (Yaml item : sequence.items()) {
            if (!(item instanceof Yaml.Scalar scalar) || scalar.isEmpty()) {
                return mistaken(path, item, "is a list with " + item.kind() + " in it; " + EXAMPLE);
            }
            values.add(scalar.text().strip());
        }
        return values.isEmpty() ? mistaken(path, sequence, "has no values; " + EXAMPLE) : values;
    }

    private List<String> mistaken(String path, Yaml node, String message) {
        findings.report(node.at(), path, message);
        return List.of();
    }

    private List<String> spelt(String path, Yaml.Scalar scalar) {
        String[] parts = scalar.text().split(":", -1);
        if (parts.length == 3) {
            return range(path, scalar, parts[0], parts[1], false)
                    .map(range -> steps(path, scalar, range, parts[2]))
                    .orElse(List.of());
        }
        if (parts.length == 4
                && parts[2].strip().equals(LOG)
                && parts[3].strip().matches("\\d{1,6}")) {
            int points = Integer.parseInt(parts[3].strip());
            return range(path, scalar, parts[0], parts[1], true)
                    .map(range -> points(path, scalar, range, points))
                    .orElse(List.of());
        }
        return mistaken(path, scalar, scalar.kind() + " is no range with a step; " + EXAMPLE);
    }

    private List<String> keyed(String path, Yaml node) {
        return Fields.of(findings, path, node, node.at())
                .map(fields -> {
                    Optional<Range> range = bounds(path, node, fields);
                    Optional<Yaml> step = fields.find("step");
                    Optional<Yaml> points = fields.find("points");
                    fields.close();
                    if (range.isEmpty()) {
                        return List.<String>of();
                    }
                    if (step.isPresent() == points.isPresent()) {
                        return mistaken(path, node, "needs either step or points; write one of them");
                    }
                    return step.map(s -> steps(path, s, range.get(), text(s)))
                            .or(() -> points.map(
                                    p -> points(path, p, range.get(), numbers.whole(path + ".points", p, 2))))
                            .orElse(List.of());
                })
                .orElse(List.of());
    }

    private Optional<Range> bounds(String path, Yaml node, Fields fields) {
        Optional<Yaml> from = fields.require("from", "3");
        Optional<Yaml> to = fields.require("to", "6");
        Optional<Yaml> scale = fields.find("scale");
        String kind = scale.map(AxisReader::text).orElse("linear");
        if (!kind.equals("linear") && !kind.equals(LOG)) {
            findings.report(
                    scale.map(Yaml::at).orElse(node.at()), path + ".scale", kind + " is not one of linear, log");
            return Optional.empty();
        }
        return from.flatMap(f -> to.flatMap(t -> range(path, node, text(f), text(t), kind.equals(LOG))));
    }

    private static String text(Yaml node) {
        return node instanceof Yaml.Scalar scalar ? scalar.text() : node.kind();
    }

    private List<String> steps(String path, Yaml at, Range range, String step) {
        Matcher matcher = NUMBER.matcher(step);
        if (!matcher.matches() || !matcher.group(2).equals(range.unit())) {
            return mistaken(
                    path,
                    at,
                    "the step " + step.strip() + " is not a number"
                            + (range.unit().isEmpty() ? " without unit" : " in " + range.unit())
                            + " like the bounds; " + EXAMPLE);
        }
        if (range.logarithmic()) {
            return mistaken(path, at, "has a step on a logarithmic scale; say how many points instead");
        }
        try {
            return range.inSteps(new BigDecimal(matcher.group(1)));
        } catch (IllegalArgumentException e) {
            return mistaken(path, at, String.valueOf(e.getMessage()));
        }
    }

    private List<String> points(String path, Yaml at, Range range, int points) {
        try {
            return range.inPoints(points);
        } catch (IllegalArgumentException e) {
            return mistaken(path, at, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Range> range(String path, Yaml at, String from, String to, boolean log) {
        Matcher first = NUMBER.matcher(from);
        Matcher last = NUMBER.matcher(to);
        boolean both = first.matches() && last.matches();
        if (!both || !first.group(2).equals(last.group(2))) {
            findings.report(
                    at.at(),
                    path,
                    "a range goes from a number to a number of the same unit, not from " + from.strip() + " to "
                            + to.strip() + "; expressions can stand in lists and under parameters");
            return Optional.empty();
        }
        String unit = first.group(2);
        if (!unit.isEmpty() && Units.find(unit).isEmpty()) {
            findings.report(at.at(), path, "\"" + unit + "\" is no unit; write, for example, 1 ms:10 ms:1 ms");
            return Optional.empty();
        }
        try {
            return Optional.of(new Range(new BigDecimal(first.group(1)), new BigDecimal(last.group(1)), unit, log));
        } catch (IllegalArgumentException e) {
            findings.report(at.at(), path, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
