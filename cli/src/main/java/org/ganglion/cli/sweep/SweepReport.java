package org.ganglion.cli.sweep;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ganglion.io.plot.SweepPicture;
import org.ganglion.io.sweep.SweepColumn;
import org.ganglion.io.sweep.SweepFile;
import org.ganglion.io.sweep.SweepFolder;
import org.ganglion.io.sweep.SweepLock;
import org.ganglion.io.sweep.SweepTable;
import org.ganglion.io.sweep.Trial;
import org.ganglion.io.sweep.TrialResult;

/** Tells what came of a sweep: files and text. */
public final class SweepReport {
    private static final int MOST_ROWS = 40;
    private static final int WIDTH = 100;
    private static final int MOST_FAILURES = 10;

    private final SweepFolder folder;
    private final SweepFile sweep;

    public SweepReport(SweepFolder folder, SweepFile sweep) {
        this.folder = folder;
        this.sweep = sweep;
    }

    /** Writes the table and its picture from what has ended so far. */
    public SweepTable write() throws IOException {
        try (SweepLock _ = SweepLock.ofTables(folder)) {
            measure();
            SweepTable table = SweepTable.read(sweep, folder);
            table.writeCsv(folder.csv());
            table.writeHdf5(folder.hdf5());
            SweepPicture.write(table, title(), folder.picture());
            return table;
        }
    }

    /** Makes up for measures of parts of runs that trials were run without. */
    private void measure() throws IOException {
        if (sweep.sweep().windows().isEmpty()) {
            return;
        }
        for (Trial trial : sweep.sweep().trials()) {
            if (folder.ended(trial)) {
                Path at = folder.trial(trial);
                TrialMeasures.complete(at, TrialResult.read(at), sweep.sweep());
            }
        }
    }

    private String title() {
        return String.valueOf(folder.path().getFileName());
    }

    /** The table as text: the first rows, and as many columns as go into a line. */
    public String text(SweepTable table) {
        List<SweepColumn> columns = new ArrayList<>();
        columns.add(table.columns().getFirst());
        columns.addAll(table.parameters());
        table.seed().ifPresent(columns::add);
        columns.add(table.status());
        columns.addAll(table.measures());
        int rows = Math.min(MOST_ROWS, table.size());
        List<StringBuilder> lines = new ArrayList<>();
        for (int row = -1; row < rows; row++) {
            lines.add(new StringBuilder(" "));
        }
        for (SweepColumn column : columns) {
            List<String> cells = cells(column, rows);
            int width = cells.stream().mapToInt(String::length).max().orElse(0);
            boolean empty = cells.stream().skip(1).allMatch("-"::equals);
            if (!empty && lines.getFirst().length() + 1 + width <= WIDTH) {
                for (int i = 0; i < cells.size(); i++) {
                    lines.get(i)
                            .append(" ")
                            .append(" ".repeat(width - cells.get(i).length()))
                            .append(cells.get(i));
                }
            }
        }
        String more = table.size() > rows ? "  ... and " + (table.size() - rows) + " more\n" : "";
        return String.join("\n", lines) + "\n" + more + "\n  " + counts(table) + "; tables and picture in "
                + folder.path() + "\n";
    }

    private static List<String> cells(SweepColumn column, int rows) {
        List<String> cells = new ArrayList<>();
        cells.add(column instanceof SweepColumn.Numbers numbers ? numbers.title() : column.name());
        for (int row = 0; row < rows; row++) {
            String text = column.text(row);
            boolean long_ = column instanceof SweepColumn.Numbers && text.length() > 8;
            cells.add(text.isEmpty() ? "-" : long_ ? shortened(text) : text);
        }
        return cells;
    }

    private static String shortened(String number) {
        return String.format(Locale.ROOT, "%.4g", Double.parseDouble(number));
    }

    private static String counts(SweepTable table) {
        int failed = table.count(SweepTable.FAILED);
        int open = table.count(SweepTable.OPEN);
        return table.count(SweepTable.DONE) + " of " + table.size() + " trials done"
                + (failed > 0 ? ", " + failed + " failed" : "") + (open > 0 ? ", " + open + " to be run" : "");
    }

    /** A line for each trial that failed, with the reason; the first of them. */
    public List<String> failures(SweepTable table) {
        List<String> lines = new ArrayList<>();
        List<Trial> trials = sweep.sweep().trials();
        for (int row = 0; row < table.size(); row++) {
            if (table.status().text(row).equals(SweepTable.FAILED)) {
                lines.add(trials.get(row) + " failed: " + table.error().text(row));
            }
        }
        if (lines.isEmpty()) {
            return lines;
        }
        List<String> some = new ArrayList<>(lines.subList(0, Math.min(MOST_FAILURES, lines.size())));
        if (lines.size() > some.size()) {
            some.add("... and " + (lines.size() - some.size()) + " more; see " + folder.csv());
        }
        some.add("what the workers said is in " + folder.logs() + "; remove the folder of a failed trial, such as "
                + folder.path()
                        .resolve("trials")
                        .resolve(trials.get(failed(table)).folder()) + ", to have it run again");
        return some;
    }

    private static int failed(SweepTable table) {
        return table.status().values().indexOf(SweepTable.FAILED);
    }
}
