package org.ganglion.cli.run;

import java.util.Locale;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.Progress;

/** How far a run is, in words. */
final class ProgressText {
    private static final int BAR = 20;

    /** Before this share of a run is done, the time left is anybody's guess. */
    private static final double SHARE_TO_JUDGE_BY = 0.002;

    private final RunSettings settings;

    ProgressText(RunSettings settings) {
        this.settings = settings;
    }

    /** One line for a terminal, of at most 79 columns for runs of up to 100,000 ms. */
    String bar(Progress progress, long from, double seconds, boolean paused) {
        int filled = (int) Math.floor(share(progress) * BAR);
        return "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + line(progress, from, seconds, paused);
    }

    /**
     * One line for a log.
     *
     * @param from step at which whoever watches began to count the seconds
     * @param seconds that it has computed since
     * @param paused whether it stands still because it was told to
     */
    String line(Progress progress, long from, double seconds, boolean paused) {
        double done = progress.step() * settings.dtMs();
        double whole = progress.endStep() * settings.dtMs();
        String text =
                String.format(Locale.ROOT, "%3.0f %%  %.0f of %.0f ms", Math.floor(100 * share(progress)), done, whole);
        long computed = progress.step() - from;
        if (computed > 0) {
            double factor = seconds / (computed * settings.dtMs() / 1000);
            text += String.format(Locale.ROOT, "  x%.2f  %s spikes", factor, count(progress.spikes()));
        }
        if (paused) {
            text += "  paused";
        } else if (computed > SHARE_TO_JUDGE_BY * progress.endStep()) {
            long left = Math.max(0, progress.endStep() - progress.step());
            text += "  " + duration(seconds * left / computed) + " left";
        }
        return progress.step() < settings.warmUpSteps() ? text + " (warm-up)" : text;
    }

    private static double share(Progress progress) {
        return progress.endStep() == 0 ? 1 : Math.min(1, (double) progress.step() / progress.endStep());
    }

    private static String count(long value) {
        return value < 1_000_000
                ? String.format(Locale.ROOT, "%,d", value)
                : String.format(Locale.ROOT, "%,.1f M", value / 1e6);
    }

    private static String duration(double seconds) {
        long s = Math.round(seconds);
        return s < 3600
                ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d h %02d min", s / 3600, s / 60 % 60);
    }
}
