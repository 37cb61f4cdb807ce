package org.ganglion.network.spec;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the name that was probably meant by one that does not exist. */
public final class Suggestion {

    /** A list of allowed names ends here. */
    private static final int MAX_LISTED = 16;

    private Suggestion() {}

    /** The candidate that is fewest typing slips away, if they are few for the length of the name, or begins or ends with it. */
    public static Optional<String> closest(String name, Collection<String> candidates) {
        int best = Math.max(1, name.length() / 3) + 1;
        Optional<String> found = Optional.empty();
        for (String candidate : candidates) {
            String wanted = name.toLowerCase(Locale.ROOT);
            String there = candidate.toLowerCase(Locale.ROOT);
            boolean begun = wanted.length() >= 3 && (there.startsWith(wanted) || there.endsWith("_" + wanted));
            int slips = begun ? 1 : distance(wanted, there);
            if (slips < best && slips < Math.max(name.length(), candidate.length())) {
                best = slips;
                found = Optional.of(candidate);
            }
        }
        return found;
    }

    /** One line about a name that does not exist: the name, what is allowed, and which one was probably meant. */
    public static String unknown(String what, String name, Collection<String> allowed) {
        String start = "unknown " + what + " \"" + name + "\"";
        if (allowed.isEmpty()) {
            return start + " (there is none); remove it";
        }
        String some = allowed.stream().limit(MAX_LISTED).collect(Collectors.joining(", "));
        String list = " (allowed: " + some + (allowed.size() > MAX_LISTED ? ", ..." : "") + ")";
        return start
                + list
                + closest(name, allowed)
                        .map(n -> "; did you mean \"" + n + "\"?")
                        .orElse("; use one of these");
    }

    /**
     * Insertions, deletions, replacements and swaps of neighbours that turn one string into the other.
     *
     * <p>The optimal string alignment distance: no part is edited twice.
     */
    public static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(last[j], row[j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return row[b.length()];
    }
}
