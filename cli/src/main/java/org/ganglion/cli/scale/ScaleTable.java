package org.ganglion.cli.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What runs on several numbers of processes came to, as text and as comma-separated values. */
public final class ScaleTable {
    private static final String HEADER =
            "kind,nodes,threads_per_node,repeat,neurons,synapses,build_s,wall_s,real_time_factor,"
                    + "speed_up,efficiency,memory_bytes,messages,bytes,waiting_share,waiting_by_link,spike_hash,readable\n";

    private ScaleTable() {}

    /**
     * Rows by kind and number of processes.
     *
     * @param threads of each process
     * @param processors of this machine
     */
    public static List<ScaleRow> rows(List<ScaleRun> runs, int threads, int processors) {
        List<ScaleRow> rows = new ArrayList<>();
        for (boolean weak : new boolean[] {false, true}) {
            Map<Integer, List<ScaleRun>> byNodes = runs.stream()
                    .filter(run -> run.weak() == weak)
                    .collect(Collectors.groupingBy(ScaleRun::nodes, TreeMap::new, Collectors.toList()));
            if (byNodes.isEmpty()) {
                continue;
            }
            int fewest = byNodes.keySet().iterator().next();
            double first = ScaleRow.median(byNodes.getOrDefault(fewest, List.of()), ScaleRun::realTimeFactor);
            byNodes.forEach((nodes, same) ->
                    rows.add(row(weak, nodes, same, runs, first, (double) nodes / fewest, threads, processors)));
        }
        return rows;
    }

    private static ScaleRow row(
            boolean weak,
            int nodes,
            List<ScaleRun> same,
            List<ScaleRun> all,
            double first,
            double more,
            int threads,
            int processors) {
        double factor = ScaleRow.median(same, ScaleRun::realTimeFactor);
        double speedUp = weak ? more * first / factor : first / factor;
        String hash = same.getFirst().spikeHash();
        long neurons = same.getFirst().neurons();
        boolean sameSpikes = all.stream()
                .filter(run -> (!weak && !run.weak()) || (run.weak() == weak && run.neurons() == neurons))
                .allMatch(run -> run.spikeHash().equals(hash));
        return new ScaleRow(
                weak,
                nodes,
                same,
                ScaleRow.median(same, ScaleRun::buildSeconds),
                factor,
                speedUp,
                speedUp / more,
                nodes * threads <= processors,
                sameSpikes);
    }

    /** The table for the screen, and below it what has to be said of it. */
    public static String text(List<ScaleRow> rows, int threads, int processors) {
        StringBuilder text = new StringBuilder(String.format(
                "  %-6s %5s %10s %12s %8s %8s %9s %10s %9s %10s %11s %8s  %s%n",
                "kind",
                "nodes",
                "neurons",
                "synapses",
                "build s",
                "RTF",
                "speed-up",
                "efficiency",
                "memory",
                "messages",
                "traffic",
                "waiting",
                "spikes"));
        for (ScaleRow row : rows) {
            ScaleRun any = row.runs().getFirst();
            text.append(String.format(
                    Locale.ROOT,
                    "  %-6s %5d %,10d %,12d %8.2f %8.3f %9s %10s %7.0f M %,10.0f %9.1f M %6.0f %%  %s%n",
                    row.weak() ? "weak" : "strong",
                    row.nodes(),
                    any.neurons(),
                    any.synapses(),
                    row.buildSeconds(),
                    row.realTimeFactor(),
                    row.readable() ? String.format(Locale.ROOT, "%.2f", row.speedUp()) : "-",
                    row.readable() ? String.format(Locale.ROOT, "%.0f %%", 100 * row.efficiency()) : "-",
                    row.median(ScaleRun::memoryBytes) / (1 << 20),
                    row.median(ScaleRun::messages),
                    row.median(ScaleRun::bytes) / (1 << 20),
                    100 * row.median(ScaleRun::waitingShare),
                    row.sameSpikes() ? "equal" : "DIFFER"));
        }
        text.append('\n');
        notes(rows, threads, processors)
                .forEach(note -> text.append("  ").append(note).append('\n'));
        return text.toString();
    }

    static List<String> notes(List<ScaleRow> rows, int threads, int processors) {
        List<String> notes = new ArrayList<>();
        for (ScaleRow row : rows) {
            if (!row.readable()) {
                notes.add(String.format(
                        Locale.ROOT,
                        "%s, %d processes with %d thread%s each on %d processors: no speed-up can be read from this row",
                        row.weak() ? "weak" : "strong",
                        row.nodes(),
                        threads,
                        threads == 1 ? "" : "s",
                        processors));
            }
            row.runs().stream()
                    .flatMap(run -> run.waiting().entrySet().stream())
                    .max(Comparator.comparingDouble(Map.Entry::getValue))
                    .filter(link -> link.getValue() > 0)
                    .ifPresent(link -> notes.add(String.format(
                            Locale.ROOT,
                            "%s, %d nodes: the longest waits are of %s, at %.0f %% of looks",
                            row.weak() ? "weak" : "strong",
                            row.nodes(),
                            link.getKey(),
                            100 * link.getValue())));
        }
        return notes;
    }

    /** A line a run, for programs. */
    public static String csv(List<ScaleRow> rows, int threads) {
        StringBuilder text = new StringBuilder(HEADER);
        for (ScaleRow row : rows) {
            for (ScaleRun run : row.runs()) {
                text.append(String.format(
                        Locale.ROOT,
                        "%s,%d,%d,%d,%d,%d,%.3f,%.3f,%.4f,%.4f,%.4f,%d,%d,%d,%.4f,%s,%s,%s%n",
                        row.weak() ? "weak" : "strong",
                        run.nodes(),
                        threads,
                        run.repeat(),
                        run.neurons(),
                        run.synapses(),
                        run.buildSeconds(),
                        run.wallSeconds(),
                        run.realTimeFactor(),
                        row.speedUp(),
                        row.efficiency(),
                        run.memoryBytes(),
                        run.messages(),
                        run.bytes(),
                        run.waitingShare(),
                        links(run),
                        run.spikeHash(),
                        row.readable()));
            }
        }
        return text.toString();
    }

    private static String links(ScaleRun run) {
        return new TreeMap<>(run.waiting())
                .entrySet().stream()
                        .map(link -> String.format(Locale.ROOT, "%s: %.4f", link.getKey(), link.getValue()))
                        .collect(Collectors.joining("; "));
    }
}
