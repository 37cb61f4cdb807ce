package org.ganglion.distributed.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.ganglion.simulator.link.WindowReport;

/** The windows of time of which a group tells until they are closed. */
final class WindowLog {
    /** Numbers told at once; what is more is told when these windows are closed. */
    private static final int MOST = 16_384;

    private final TreeMap<Long, Windows.Counts> told = new TreeMap<>(); // by end
    private long from;

    /**
     * Begins in the middle of a run.
     *
     * @param step the next that the group computes
     * @param window steps of a window
     */
    WindowLog(long step, long window) {
        this.from = step / window * window;
    }

    void add(WindowReport report) {
        List<Long> spikes = Arrays.stream(report.spikes()).boxed().toList();
        told.put(report.end(), new Windows.Counts(report.end(), spikes));
    }

    /** Lets go of what is closed, unless that ends the run: whoever keeps it next may have to find that out again. */
    void release(Word word) {
        if (word.runaway().isEmpty() && word.closed() > from) {
            from = word.closed();
            told.headMap(from, true).clear();
        }
    }

    Windows tell() {
        int populations =
                told.values().stream().findFirst().map(c -> c.spikes().size()).orElse(1);
        return new Windows(
                from,
                told.values().stream()
                        .limit(MOST / Math.max(1, populations) + 1)
                        .toList());
    }
}
