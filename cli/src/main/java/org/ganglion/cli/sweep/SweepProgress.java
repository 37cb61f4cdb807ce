package org.ganglion.cli.sweep;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.ganglion.cli.run.Screen;
import org.ganglion.io.sweep.Leases;
import org.ganglion.io.sweep.SweepFolder;
import org.ganglion.io.sweep.Trial;
import org.ganglion.io.sweep.TrialResult;

/** Shows how many trials have ended, failed and are on their way: a line that is rewritten on a terminal, or one now and then. */
final class SweepProgress implements AutoCloseable {
    private static final long LINE_NS = 5_000_000_000L;
    private static final long REDRAW_NS = 300_000_000L;

    private final SweepFolder folder;
    private final List<Trial> trials;
    private final Leases leases;
    private final Screen screen;
    private final BitSet ended = new BitSet();
    private long begin;
    private long shown;
    private int endedBefore;
    private int failed;
    private int drawn;

    SweepProgress(SweepFolder folder, List<Trial> trials, Leases leases, Screen screen) {
        this.folder = folder;
        this.trials = trials;
        this.leases = leases;
        this.screen = screen;
    }

    /** Begins to show it. */
    SweepProgress show() throws IOException {
        count();
        endedBefore = ended.cardinality();
        begin = System.nanoTime();
        shown = begin;
        return this;
    }

    /** Looks how many trials have ended, and shows it when it is time. */
    int look() throws IOException {
        count();
        long now = System.nanoTime();
        if (!screen.quiet() && now - shown > (screen.terminal() ? REDRAW_NS : LINE_NS)) {
            shown = now;
            String line = line((now - begin) * 1e-9);
            if (screen.terminal()) {
                draw(line);
            } else {
                screen.say(line);
            }
        }
        return ended.cardinality();
    }

    private void count() throws IOException {
        for (int i = ended.nextClearBit(0); i < trials.size(); i = ended.nextClearBit(i + 1)) {
            if (folder.ended(trials.get(i))) {
                ended.set(i);
                if (!TrialResult.read(folder.trial(trials.get(i))).isDone()) {
                    failed++;
                }
            }
        }
    }

    private String line(double seconds) throws IOException {
        int done = ended.cardinality();
        int running = 0;
        for (int i = ended.nextClearBit(0); i < trials.size(); i = ended.nextClearBit(i + 1)) {
            running += leases.isHeld(trials.get(i)) ? 1 : 0;
        }
        String text = String.format(
                Locale.ROOT,
                "%d of %d trials, %d running%s",
                done,
                trials.size(),
                running,
                failed > 0 ? ", " + failed + " failed" : "");
        int now = done - endedBefore;
        return now > 0 ? text + ", " + duration(seconds / now * (trials.size() - done)) + " left" : text;
    }

    private static String duration(double seconds) {
        long s = Math.round(seconds);
        return s < 3600
                ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d h %02d min", s / 3600, s / 60 % 60);
    }

    private void draw(String line) {
        screen.err().print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())) + (line.isEmpty() ? "\r" : ""));
        screen.err().flush();
        drawn = line.length();
    }

    @Override
    public void close() {
        if (drawn > 0) {
            draw("");
        }
    }
}
