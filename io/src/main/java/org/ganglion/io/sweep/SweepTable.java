package org.ganglion.io.sweep;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ganglion.io.file.AsideFile;
import org.ganglion.network.spec.Unit;

/**
 * The results of a sweep, one row a trial.
 *
 * @param parameters what was varied, in the order of the sweep
 * @param seed of each trial, or nothing where the model's own was taken
 * @param status {@code done}, {@code failed}, or {@code open} where the trial has not ended
 * @param measures what is told of each trial: the sweep's own measures first, then rates, CVs and synchrony
 */
public record SweepTable(
        Design design,
        List<SweepColumn> parameters,
        Optional<SweepColumn> seed,
        SweepColumn.Texts status,
        List<SweepColumn.Numbers> measures,
        SweepColumn.Numbers spikes,
        SweepColumn.Texts spikeHash,
        SweepColumn.Numbers wall,
        SweepColumn.Texts error) {
    /** What the status of a trial can be. */
    public static final String DONE = "done";

    public static final String FAILED = "failed";
    public static final String OPEN = "open";

    /** Names of the columns that a table has whatever is varied and measured; measures cannot have them. */
    public static final List<String> OWN_COLUMNS =
            List.of("trial", "seed", "status", "spikes", "spike_hash", "wall", "error");

    private static final double LARGEST_WHOLE = 1L << 53;
    private static final Pattern VALUE =
            Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*(\\p{L}*)");

    public SweepTable {
        parameters = List.copyOf(parameters);
        measures = List.copyOf(measures);
    }

    /** Reads what the trials have left so far. */
    public static SweepTable read(SweepFile file, SweepFolder folder) throws IOException {
        List<Trial> trials = file.sweep().trials();
        List<Optional<TrialResult>> results = new ArrayList<>();
        for (Trial trial : trials) {
            results.add(folder.ended(trial) ? Optional.of(TrialResult.read(folder.trial(trial))) : Optional.empty());
        }
        List<SweepColumn> parameters = IntStream.range(
                        0, file.sweep().parameters().size())
                .mapToObj(i -> parameter(file.sweep().parameters().get(i), trials, t -> t.values()
                        .get(i)))
                .toList();
        Optional<SweepColumn> seed = file.sweep().seeds().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        parameter("seed", trials, t -> Long.toString(t.seed().orElse(0))));
        return new SweepTable(
                file.sweep().design(),
                parameters,
                seed,
                texts("status", results, r -> r.isDone() ? DONE : FAILED, OPEN),
                measures(file, results),
                numbers("spikes", "", results, r -> r.results().getOrDefault("spikes", Double.NaN)),
                texts("spike_hash", results, TrialResult::spikeHash, ""),
                numbers("wall", "s", results, TrialResult::wallSeconds),
                texts("error", results, TrialResult::error, ""));
    }

    private static List<SweepColumn.Numbers> measures(SweepFile file, List<Optional<TrialResult>> results) {
        List<SweepColumn.Numbers> all = new ArrayList<>();
        for (Measure measure : file.sweep().measures()) {
            Unit unit = MeasureFormula.unit(measure.expression(), file.populations());
            all.add(numbers(
                    measure.name(),
                    unit.symbol(),
                    results,
                    r -> MeasureFormula.number(
                            measure.expression(),
                            MeasureFormula.complete(r.results(measure.window()), file.populations()))));
        }
        for (String result : List.of("rate", "cv", "synchrony")) {
            for (String population : file.populations()) {
                String name = result + "." + population;
                String unit = result.equals("rate") ? Unit.HERTZ.symbol() : "";
                all.add(numbers(name, unit, results, r -> r.results().getOrDefault(name, Double.NaN)));
            }
        }
        return all;
    }

    private static SweepColumn.Numbers numbers(
            String name, String unit, List<Optional<TrialResult>> results, Function<TrialResult, Double> value) {
        return new SweepColumn.Numbers(
                name,
                unit,
                results.stream().map(r -> r.map(value).orElse(Double.NaN)).toList());
    }

    private static SweepColumn.Texts texts(
            String name, List<Optional<TrialResult>> results, Function<TrialResult, String> value, String none) {
        return new SweepColumn.Texts(
                name, results.stream().map(r -> r.map(value).orElse(none)).toList());
    }

    /** Numbers where all values are numbers of one unit; texts otherwise. */
    private static SweepColumn parameter(String name, List<Trial> trials, Function<Trial, String> value) {
        List<String> texts = trials.stream().map(value).toList();
        List<Matcher> matchers = texts.stream().map(VALUE::matcher).toList();
        if (matchers.stream().allMatch(Matcher::matches)
                && matchers.stream().map(m -> m.group(2)).distinct().count() == 1) {
            List<Double> numbers =
                    matchers.stream().map(m -> Double.valueOf(m.group(1))).toList();
            if (numbers.stream().allMatch(n -> Math.abs(n) <= LARGEST_WHOLE)) {
                return new SweepColumn.Numbers(name, matchers.getFirst().group(2), numbers);
            }
        }
        return new SweepColumn.Texts(name, texts);
    }

    /** How many trials there are. */
    public int size() {
        return status.values().size();
    }

    /** How many trials have a status. */
    public int count(String which) {
        return (int) status.values().stream().filter(which::equals).count();
    }

    /** All columns, in the order of the files. */
    public List<SweepColumn> columns() {
        List<SweepColumn> columns = new ArrayList<>();
        columns.add(new SweepColumn.Numbers(
                "trial",
                "",
                IntStream.rangeClosed(1, size()).mapToObj(i -> (double) i).toList()));
        columns.addAll(parameters);
        seed.ifPresent(columns::add);
        columns.add(status);
        columns.addAll(measures);
        columns.addAll(List.of(spikes, spikeHash, wall, error));
        return columns;
    }

    /** Writes comma-separated values: a line of names with units, then a line a trial. */
    public void writeCsv(Path path) throws IOException {
        List<SweepColumn> columns = columns();
        StringBuilder text = new StringBuilder(columns.stream()
                .map(c -> quoted(c instanceof SweepColumn.Numbers n ? n.title() : c.name()))
                .collect(Collectors.joining(",", "", "\n")));
        for (int row = 0; row < size(); row++) {
            int at = row;
            text.append(columns.stream().map(c -> quoted(c.text(at))).collect(Collectors.joining(",", "", "\n")));
        }
        AsideFile.of(path).writeText(text.toString());
    }

    /** As RFC 4180 wants it. */
    private static String quoted(String text) {
        return text.matches("(?s).*[\",\\n\\r].*") ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }

    /** Writes a dataset for each column: numbers with the attribute {@code units}, or texts. */
    public void writeHdf5(Path path) throws IOException {
        AsideFile.of(path).write(this::fillHdf5);
    }

    private void fillHdf5(Path aside) throws IOException {
        try (WritableHdfFile file = HdfFile.write(aside)) {
            for (SweepColumn column : columns()) {
                switch (column) {
                    case SweepColumn.Numbers numbers -> {
                        double[] values = numbers.values().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray();
                        WritableDataset dataset = file.putDataset(column.name(), values);
                        dataset.putAttribute("units", numbers.unit().isEmpty() ? "1" : numbers.unit());
                    }
                    case SweepColumn.Texts texts ->
                        file.putDataset(column.name(), texts.values().toArray(String[]::new));
                }
            }
        }
    }
}
