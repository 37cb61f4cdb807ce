package org.ganglion.cli.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ganglion.cli.model.UserException;

/** Times as given on the command line: a number and a unit. */
public final class Duration {
    private static final Pattern TEXT = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*(ms|s|min|h)\\s*");

    private Duration() {}

    /** Milliseconds. */
    public static double milliseconds(String option, String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new UserException(option + ": '" + text + "' is not a time; write a number and ms, s, min or h");
        }
        double unit =
                switch (matcher.group(2)) {
                    case "ms" -> 1;
                    case "s" -> 1000;
                    case "min" -> 60_000;
                    default -> 3_600_000;
                };
        return Double.parseDouble(matcher.group(1)) * unit;
    }
}
