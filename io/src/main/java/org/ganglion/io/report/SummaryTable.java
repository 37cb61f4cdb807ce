package org.ganglion.io.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ganglion.simulator.PopulationSummary;
import org.ganglion.simulator.RunSummary;

/** What a run did, as text for the screen: a table of populations, then one line per figure; 80 columns at most. */
public final class SummaryTable {
    private static final int WIDTH = 80;
    private static final int LABEL_WIDTH = 18;
    private static final int NAME_WIDTH = 22;
    private static final List<String> HEADER = List.of("population", "neurons", "spikes", "rate", "CV of ISI");

    private SummaryTable() {}

    /** The text, with line ends, without blank lines before or after. */
    public static String text(RunFacts facts) {
        StringBuilder out = new StringBuilder();
        populations(out, facts.summary());
        out.append('\n');
        for (String line : figures(facts)) {
            out.append(line).append('\n');
        }
        return out.toString();
    }

    private static void populations(StringBuilder out, RunSummary summary) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADER);
        for (PopulationSummary population : summary.populations()) {
            rows.add(List.of(
                    shortened(population.name(), NAME_WIDTH),
                    count(population.neurons()),
                    count(population.spikes()),
                    rate(population.rateHz()),
                    cv(population.cv())));
        }
        int[] widths = new int[HEADER.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            StringBuilder line =
                    new StringBuilder("  ").append(padded(rows.get(r).getFirst(), widths[0]));
            for (int i = 1; i < widths.length; i++) {
                String cell = rows.get(r).get(i);
                line.append("  ").append(" ".repeat(widths[i] - cell.length())).append(cell);
            }
            out.append(line).append('\n');
            if (r == 0) {
                out.append("  ").append("-".repeat(line.length() - 2)).append('\n');
            }
        }
    }

    private static List<String> figures(RunFacts facts) {
        RunSummary summary = facts.summary();
        List<String> lines = new ArrayList<>();
        String modelTime = fixed(summary.modelSeconds() * 1000, 1) + " ms";
        lines.add(line("model time", modelTime + (summary.partial() ? " (partial: stopped before its end)" : "")));
        lines.add(line("synapses", count(summary.synapses())));
        lines.add(line("synaptic events", count(summary.synapticEvents()) + perSecond(summary.eventsPerSecond())));
        if (summary.groups() > 1 && summary.locality().known()) {
            lines.add(line(
                    "inside groups",
                    fixed(100 * summary.locality().synapses(), 1) + " % of synapses, "
                            + fixed(100 * summary.locality().deliveries(), 1) + " % of synaptic events"));
        }
        lines.add(line(
                "real-time factor",
                fixed(summary.realTimeFactor(), 2) + "  (" + fixed(summary.wallSeconds(), 2) + " s)"));
        lines.add(line("built in", fixed(summary.buildSeconds(), 2) + " s"));
        String where = facts.memory().resident() ? "" : " of heap";
        lines.add(line("memory", bytes(facts.memory().bytes()) + where + " at most"));
        if (summary.delaysRounded() > 0) {
            lines.add(line(
                    "delays rounded",
                    count(summary.delaysRounded()) + ", by " + fixed(summary.largestRoundingMs(), 3) + " ms at most"));
        }
        lines.add(line("spike hash", summary.spikeHashText()));
        lines.addAll(files(facts));
        return lines;
    }

    /** The folder, and on as many lines as needed the names of the files in it. */
    private static List<String> files(RunFacts facts) {
        List<String> lines = new ArrayList<>();
        if (facts.files().isEmpty()) {
            return lines;
        }
        lines.add(line("files in", facts.folder().toString()));
        StringBuilder names = new StringBuilder();
        for (Path file : facts.files()) {
            String name = String.valueOf(file.getFileName());
            if (LABEL_WIDTH + 2 + names.length() + 2 + name.length() > WIDTH) {
                lines.add(line("", names.toString()));
                names.setLength(0);
            }
            names.append(names.isEmpty() ? "" : "  ").append(name);
        }
        lines.add(line("", names.toString()));
        return lines;
    }

    private static String line(String label, String value) {
        return "  " + padded(label, LABEL_WIDTH) + value;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String shortened(String name, int width) {
        return name.length() <= width ? name : name.substring(0, width - 3) + "...";
    }

    /** With thousands separators. */
    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String fixed(double value, int digits) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + digits + "f", value) : "-";
    }

    private static String rate(double rateHz) {
        return Double.isFinite(rateHz) ? fixed(rateHz, rateHz < 100 ? 3 : 1) + " Hz" : "-";
    }

    private static String cv(double cv) {
        return fixed(cv, 2);
    }

    private static String perSecond(double value) {
        if (!Double.isFinite(value)) {
            return "";
        }
        String text = value >= 1e9
                ? fixed(value / 1e9, 2) + " billion"
                : value >= 1e6 ? fixed(value / 1e6, 1) + " million" : count(Math.round(value));
        return "  (" + text + " per second)";
    }

    private static String bytes(long value) {
        return value >= 1L << 30
                ? fixed(value / (double) (1L << 30), 2) + " GiB"
                : fixed(value / (double) (1L << 20), 0) + " MiB";
    }
}
