package org.ganglion.cli.estimate;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.ganglion.cli.run.MemoryCheck;
import org.ganglion.network.Experiment;

/** Estimates as lines of text. */
public final class EstimateText {
    private EstimateText() {}

    /** Writes what is said of time and disk. */
    public static void write(PrintWriter out, Experiment experiment, double rateHz) {
        TimeEstimate time = TimeEstimate.of(experiment, rateHz);
        double seconds = experiment.settings().durationMs() / 1000;
        out.println("  time      " + range(time.buildSeconds()) + " to build, " + range(time.runSeconds())
                + " to run " + model(experiment) + "; very rough, if neurons fire at "
                + number(rateHz) + " Hz (--rate)");
        List<String> unknown = DiskEstimate.unknownModels(experiment.network());
        if (!unknown.isEmpty()) {
            out.println("            a guess, since costs of " + String.join(", ", unknown) + " are not known");
        }
        DiskEstimate disk = DiskEstimate.of(experiment, rateHz);
        if (disk.resultBytes(1) > 0) {
            out.println("  disk      about " + bytes(disk.mergedPerSecond()) + " for a second of model time, "
                    + bytes(disk.resultBytes(seconds)) + " in all, and up to " + bytes(disk.mostBytes(seconds))
                    + " while results are written");
        } else {
            out.println("  disk      nothing is recorded");
        }
    }

    private static String model(Experiment experiment) {
        double ms = experiment.settings().endStep() * experiment.settings().dtMs();
        return ms < 1000 ? number(ms) + " ms" : number(ms / 1000) + " s";
    }

    private static String bytes(double bytes) {
        return MemoryCheck.bytes((long) Math.min(bytes, 0x1p62));
    }

    /** From a third to three times as long, in the unit that suits. */
    static String range(double seconds) {
        double low = seconds / TimeEstimate.FACTOR;
        double high = seconds * TimeEstimate.FACTOR;
        if (high < 1) {
            return "below 1 s";
        }
        if (high < 120) {
            return number(low) + " to " + number(high) + " s";
        }
        return high < 7200
                ? number(low / 60) + " to " + number(high / 60) + " min"
                : number(low / 3600) + " to " + number(high / 3600) + " h";
    }

    /** Two digits are more than enough. */
    private static String number(double value) {
        if (value == 0 || value >= 10) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
