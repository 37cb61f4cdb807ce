package org.ganglion.io.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.ganglion.io.sweep.Design;
import org.ganglion.io.sweep.Drawing;
import org.ganglion.io.sweep.Measure;
import org.ganglion.io.sweep.Range;
import org.ganglion.io.sweep.Sweep;
import org.ganglion.io.sweep.SweepTable;
import org.ganglion.io.sweep.Trial;
import org.ganglion.io.yaml.Yaml;

/** Reads the section {@code sweep}. */
final class SweepReader {
    static final String KEY = "sweep";
    static final String SEEDS = "seeds";
    static final String TRIALS = "trials";
    static final String MEASURES = "measures";
    static final String RETRIES = "retries";
    static final String DRAW_SEED = "draw_seed";
    private static final int MOST_RETRIES = 100;
    private static final int MOST_SEEDS = 10_000;

    private final Findings findings;
    private final Numbers numbers;
    private final AxisReader axes;
    private final Optional<Yaml> document;
    private final Collection<String> populations;

    /**
     * @param document in which the parameters must be found; empty for a Java program, which says itself what it knows
     * @param populations whose results measures may use
     */
    SweepReader(Findings findings, Numbers numbers, Optional<Yaml> document, Collection<String> populations) {
        this.findings = findings;
        this.numbers = numbers;
        this.axes = new AxisReader(findings, numbers);
        this.document = document;
        this.populations = populations;
    }

    /** The sweep; empty where the section has a mistake, which has been reported. */
    Optional<Sweep> read(Fields fields) {
        int before = findings.errors().size();
        List<Design> designs = new ArrayList<>();
        Map<Design, Yaml> sections = new LinkedHashMap<>();
        for (Design design : Design.values()) {
            fields.find(design.key()).ifPresent(node -> {
                designs.add(design);
                sections.put(design, node);
            });
        }
        Optional<Yaml> trials = fields.find(TRIALS);
        long drawSeed = fields.find(DRAW_SEED)
                .map(node -> numbers.seed(fields.path(DRAW_SEED), node))
                .orElse(1L);
        List<Long> seeds =
                fields.find(SEEDS).map(node -> seeds(fields.path(SEEDS), node)).orElse(List.of());
        List<Measure> measures = fields.findSection(MEASURES)
                .map(node -> measures(fields, node, names(sections.values())))
                .orElse(List.of());
        int retries = fields.find(RETRIES)
                .map(node -> bounded(fields.path(RETRIES), node, 0, MOST_RETRIES))
                .orElse(Sweep.STANDARD_RETRIES);
        fields.close();
        if (designs.size() > 1) {
            findings.report(
                    fields.keyAt(designs.get(1).key()),
                    fields.path(),
                    designs.get(0).key() + " and " + designs.get(1).key()
                            + " cannot both choose the values; keep one of them");
        }
        Design design = designs.isEmpty() ? Design.GRID : designs.getFirst();
        Optional<Yaml> section = Optional.ofNullable(sections.get(design));
        if (section.isEmpty() && seeds.isEmpty() && findings.errors().size() == before) {
            findings.report(
                    fields.at(),
                    fields.path(),
                    "varies nothing; write, for example, \"grid: {g: 3:6:0.5}\" or \"seeds: 5\"");
        }
        Sweep sweep = design.drawn()
                ? drawn(fields, design, section, trials, drawSeed, seeds, measures, retries)
                : chosen(fields, design, section, trials, seeds, measures, retries);
        if (sweep.size() > Sweep.MOST_TRIALS) {
            findings.report(
                    fields.at(),
                    fields.path(),
                    "makes " + sweep.size() + " trials; " + Sweep.MOST_TRIALS + " is the most, so take fewer values");
        }
        return findings.errors().size() == before ? Optional.of(sweep) : Optional.empty();
    }

    private Sweep drawn(
            Fields fields,
            Design design,
            Optional<Yaml> section,
            Optional<Yaml> trials,
            long seed,
            List<Long> seeds,
            List<Measure> measures,
            int retries) {
        String path = fields.path(design.key());
        Map<String, Range> ranges = new LinkedHashMap<>();
        section.flatMap(node -> Fields.of(findings, path, node, fields.keyAt(design.key())))
                .ifPresent(axis -> axis.keys().forEach(name -> {
                    Optional<Range> range = axis.find(name).flatMap(node -> axes.range(axis.path(name), node));
                    range.ifPresent(r -> known(axis, name, r.at(0)));
                    range.ifPresent(r -> ranges.put(name, r));
                }));
        if (trials.isEmpty()) {
            findings.report(
                    fields.at(), fields.path(TRIALS), "is missing; say how many are drawn, as in \"trials: 40\"");
        }
        int count = trials.map(node -> bounded(fields.path(TRIALS), node, 1, Sweep.MOST_TRIALS))
                .orElse(1);
        List<Range> all = List.copyOf(ranges.values());
        List<List<String>> rows =
                design == Design.RANDOM ? Drawing.random(all, count, seed) : Drawing.latinHypercube(all, count, seed);
        return new Sweep(design, List.copyOf(ranges.keySet()), rows, seeds, measures, retries);
    }

    private Sweep chosen(
            Fields fields,
            Design design,
            Optional<Yaml> section,
            Optional<Yaml> trials,
            List<Long> seeds,
            List<Measure> measures,
            int retries) {
        trials.ifPresent(node -> findings.report(
                node.at(),
                fields.path(TRIALS),
                "is for random and latin_hypercube; a " + design.key() + " has as many as there are values"));
        String path = fields.path(design.key());
        Map<String, List<String>> columns = new LinkedHashMap<>();
        section.flatMap(node -> Fields.of(findings, path, node, fields.keyAt(design.key())))
                .ifPresent(axis -> axis.keys().forEach(name -> {
                    List<String> values = axis.find(name)
                            .map(node -> axes.values(axis.path(name), node))
                            .orElse(List.of());
                    values.stream().findFirst().ifPresent(value -> known(axis, name, value));
                    columns.put(name, values);
                }));
        boolean broken = columns.values().stream().anyMatch(List::isEmpty);
        List<List<String>> rows =
                broken ? List.of() : design == Design.GRID ? product(fields, columns) : zipped(fields, path, columns);
        return new Sweep(design, List.copyOf(columns.keySet()), rows, seeds, measures, retries);
    }

    /** Every value of one with every value of the others; the last parameter changes first. */
    private List<List<String>> product(Fields fields, Map<String, List<String>> columns) {
        double size = columns.values().stream().mapToDouble(List::size).reduce(1, (a, b) -> a * b);
        if (size > Sweep.MOST_TRIALS) {
            findings.report(
                    fields.at(),
                    fields.path(),
                    String.format(
                            Locale.ROOT,
                            "makes %.0f trials; %d is the most, so take fewer values",
                            size,
                            Sweep.MOST_TRIALS));
            return List.of();
        }
        List<List<String>> rows = List.of(List.of());
        for (List<String> column : columns.values()) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> row : rows) {
                for (String value : column) {
                    List<String> next = new ArrayList<>(row);
                    next.add(value);
                    longer.add(next);
                }
            }
            rows = longer;
        }
        return rows;
    }

    private List<List<String>> zipped(Fields fields, String path, Map<String, List<String>> columns) {
        Set<Integer> sizes = new LinkedHashSet<>();
        columns.values().forEach(column -> sizes.add(column.size()));
        if (sizes.size() != 1) {
            findings.report(
                    fields.keyAt(Design.LIST.key()),
                    path,
                    "has columns of different lengths " + sizes + "; give each parameter as many values");
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < sizes.iterator().next(); i++) {
            int row = i;
            rows.add(columns.values().stream().map(column -> column.get(row)).toList());
        }
        return rows;
    }

    /** Reports a parameter that the model does not have, as {@code --set} would. */
    private void known(Fields axis, String name, String value) {
        if (name.equals(Trial.SEED) || name.equals("seed")) {
            findings.report(axis.keyAt(name), axis.path(name), "seeds are given beside the values, as in \"seeds: 5\"");
            return;
        }
        if (SweepTable.OWN_COLUMNS.contains(name)) {
            findings.report(
                    axis.keyAt(name),
                    axis.path(name),
                    name + " is a column that every sweep has; write parameters." + name + " for the parameter");
            return;
        }
        document.ifPresent(model -> {
            Findings tried = new Findings("");
            Overrides.of(name + "=" + value).applyTo(model, tried);
            tried.errors().forEach(e -> findings.report(axis.keyAt(name), axis.path(name), e.message()));
        });
    }

    /** A list of seeds, or 1, 2, ... up to a number. */
    private List<Long> seeds(String path, Yaml node) {
        if (node instanceof Yaml.Sequence sequence) {
            List<Long> seeds = new ArrayList<>();
            for (Yaml item : sequence.items()) {
                seeds.add(numbers.seed(path, item));
            }
            if (seeds.isEmpty() || Set.copyOf(seeds).size() < seeds.size()) {
                findings.report(node.at(), path, "needs seeds that differ from each other; write, for example, [1, 2]");
            }
            return seeds;
        }
        return LongStream.rangeClosed(1, bounded(path, node, 1, MOST_SEEDS))
                .boxed()
                .toList();
    }

    private static List<String> names(Collection<Yaml> designs) {
        return designs.stream()
                .filter(Yaml.Mapping.class::isInstance)
                .map(Yaml.Mapping.class::cast)
                .flatMap(mapping -> mapping.entries().keySet().stream())
                .toList();
    }

    private List<Measure> measures(Fields fields, Yaml node, List<String> varied) {
        return Fields.of(findings, fields.path(MEASURES), node, fields.keyAt(MEASURES))
                .map(new MeasureReader(findings, populations, varied)::read)
                .orElse(List.of());
    }

    private int bounded(String path, Yaml node, int least, int most) {
        int before = findings.errors().size();
        int value = numbers.whole(path, node, least);
        if (findings.errors().size() == before && (value < least || value > most)) {
            findings.report(node.at(), path, value + " is not between " + least + " and " + most);
            return least;
        }
        return value;
    }
}
