package org.ganglion.io.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ganglion.io.sweep.Design;
import org.ganglion.io.yaml.Position;
import org.ganglion.io.yaml.Yaml;

/**
 * What the command line says of a sweep. It means the same as a section {@code sweep}, and takes the place of what the
 * file has there, key by key; one way of choosing values replaces any other.
 *
 * @param axes each as {@code name=first:last:step} or {@code name=value,value}; {@code seeds=N} among them
 * @param design how the axes go together, if it is told
 * @param trials how many are drawn, if it is told
 * @param measures each as {@code name=expression}, with {@code from TIME} and {@code to TIME} behind it where it is of a part of
 *     the run
 * @param wanted false where the file's sweep is not to be made, whatever else is said
 */
public record SweepArguments(
        List<String> axes, Optional<Design> design, Optional<Integer> trials, List<String> measures, boolean wanted) {
    public static final SweepArguments NONE =
            new SweepArguments(List.of(), Optional.empty(), Optional.empty(), List.of(), true);

    static final Position AT = Position.of("--sweep");
    private static final Position MEASURE_AT = Position.of("--measure");
    private static final Pattern WINDOWED = Pattern.compile("(.*?)(?:\\s+from\\s+(.*?))?(?:\\s+to\\s+(.*))?");

    public SweepArguments {
        axes = List.copyOf(axes);
        measures = List.copyOf(measures);
    }

    /** The same of the trials, but none is to be made: for a run of one of them alone. */
    public SweepArguments once() {
        return new SweepArguments(axes, design, trials, measures, false);
    }

    /** Whether something is said. */
    public boolean given() {
        return !wanted || !axes.isEmpty() || design.isPresent() || trials.isPresent() || !measures.isEmpty();
    }

    /** The document with the section in place. */
    Yaml applyTo(Yaml document, Findings findings) {
        if (!given() || !(document instanceof Yaml.Mapping root)) {
            return document;
        }
        Map<String, Yaml.Entry> entries = new LinkedHashMap<>(root.entries());
        Yaml.Entry old = entries.remove(SweepReader.KEY);
        if (wanted) {
            Map<String, Yaml.Entry> before =
                    old != null && old.value() instanceof Yaml.Mapping section ? section.entries() : Map.of();
            entries.put(SweepReader.KEY, new Yaml.Entry(old == null ? AT : old.keyAt(), section(before, findings)));
        }
        return new Yaml.Mapping(root.at(), entries);
    }

    private Yaml.Mapping section(Map<String, Yaml.Entry> before, Findings findings) {
        Map<String, Yaml.Entry> section = new LinkedHashMap<>(before);
        Map<String, Yaml.Entry> values = new LinkedHashMap<>();
        for (String axis : axes) {
            split(axis, AT, findings).ifPresent(pair -> {
                boolean dotted = pair.value().contains("..");
                if (dotted) {
                    findings.report(AT, pair.name(), notDots(pair));
                }
                if (pair.name().equals(SweepReader.SEEDS)) {
                    section.put(SweepReader.SEEDS, seeds(pair.value()));
                } else {
                    String value = dotted ? pair.value().replaceFirst("\\.\\..*", "") : pair.value();
                    values.put(pair.name(), new Yaml.Entry(AT, value(value)));
                }
            });
        }
        if (!values.isEmpty()) {
            Design.keys().forEach(section::remove);
            section.remove(SweepReader.TRIALS);
            section.put(design.orElse(Design.GRID).key(), new Yaml.Entry(AT, new Yaml.Mapping(AT, values)));
        } else {
            design.ifPresent(d -> findings.report(
                    AT, "--" + d.key(), "draws nothing; name parameters and ranges, as in --sweep g=3:6"));
        }
        trials.ifPresent(n -> section.put(SweepReader.TRIALS, new Yaml.Entry(AT, scalar(Integer.toString(n)))));
        addMeasures(section, findings);
        return new Yaml.Mapping(AT, section);
    }

    private static String notDots(Pair pair) {
        return "\"" + pair.value() + "\" is no range; write first:last:step, as in " + pair.name() + "="
                + pair.value().replaceAll("\\.\\.+", ":") + ":1";
    }

    private void addMeasures(Map<String, Yaml.Entry> section, Findings findings) {
        if (measures.isEmpty()) {
            return;
        }
        Yaml.Entry old = section.get(SweepReader.MEASURES);
        Map<String, Yaml.Entry> all = old != null && old.value() instanceof Yaml.Mapping mapping
                ? new LinkedHashMap<>(mapping.entries())
                : new LinkedHashMap<>();
        for (String measure : measures) {
            split(measure, MEASURE_AT, findings)
                    .ifPresent(pair -> all.put(pair.name(), new Yaml.Entry(MEASURE_AT, measure(pair.value()))));
        }
        section.put(SweepReader.MEASURES, new Yaml.Entry(MEASURE_AT, new Yaml.Mapping(MEASURE_AT, all)));
    }

    /** An expression, or with its window the mapping that says the same. */
    private static Yaml measure(String text) {
        Matcher matcher = WINDOWED.matcher(text);
        if (!matcher.matches()) {
            return measured(text);
        }
        Map<String, Yaml.Entry> parts = new LinkedHashMap<>();
        parts.put(MeasureReader.EXPRESSION, measuredEntry(matcher.group(1)));
        Optional.ofNullable(matcher.group(2)).ifPresent(from -> parts.put(MeasureReader.FROM, measuredEntry(from)));
        Optional.ofNullable(matcher.group(3)).ifPresent(to -> parts.put(MeasureReader.TO, measuredEntry(to)));
        return parts.size() == 1 ? measured(text) : new Yaml.Mapping(MEASURE_AT, parts);
    }

    private static Yaml.Entry measuredEntry(String text) {
        return new Yaml.Entry(MEASURE_AT, measured(text));
    }

    private static Yaml.Scalar measured(String text) {
        return new Yaml.Scalar(MEASURE_AT, text, true, true);
    }

    private record Pair(String name, String value) {}

    private static Optional<Pair> split(String text, Position at, Findings findings) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? "" : text.substring(0, equals).strip();
        String value = text.substring(equals + 1).strip();
        if (name.isEmpty() || value.isEmpty()) {
            findings.report(
                    at,
                    text,
                    "is not of the form name=values; write, for example, g=3:6:0.5 or g=3,4.5,6"
                            + (equals < 0 ? ", and the model file before " + at : ""));
            return Optional.empty();
        }
        return Optional.of(new Pair(name, value));
    }

    /** A list at commas outside of brackets, or else one text. */
    private static Yaml value(String text) {
        List<Yaml> items = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (c == ',' && depth == 0) {
                items.add(scalar(text.substring(start, i).strip()));
                start = i + 1;
            }
        }
        if (items.isEmpty()) {
            return scalar(text);
        }
        items.add(scalar(text.substring(start).strip()));
        return new Yaml.Sequence(AT, items);
    }

    private static Yaml.Entry seeds(String text) {
        return new Yaml.Entry(AT, value(text));
    }

    private static Yaml.Scalar scalar(String text) {
        return new Yaml.Scalar(AT, text, true, true);
    }
}
