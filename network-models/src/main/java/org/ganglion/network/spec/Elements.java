package org.ganglion.network.spec;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Names of the elements of lists: those of {@code q_sfa} are the parameters {@code q_sfa.0}, {@code q_sfa.1} and so on.
 * So an element is a number like any other: it can be drawn, and errors name it.
 */
public final class Elements {
    private static final Pattern INDEX = Pattern.compile("0|[1-9]\\d{0,8}");

    private Elements() {}

    public static String name(String list, int index) {
        return list + "." + index;
    }

    /** The list that an element is in, by its name. */
    public static String list(String element) {
        return element.substring(0, Math.max(0, element.lastIndexOf('.')));
    }

    /** Which element of its list a name stands for; empty if it does not have the form of one. */
    public static Optional<Integer> index(String name) {
        String end = name.substring(name.lastIndexOf('.') + 1);
        return name.contains(".") && INDEX.matcher(end).matches()
                ? Optional.of(Integer.valueOf(end))
                : Optional.empty();
    }

    /** Number of elements of a list, when the names of all parameters are these. */
    public static int count(String list, Collection<String> names) {
        int count = 0;
        while (names.contains(name(list, count))) {
            count++;
        }
        return count;
    }

    /** Reports lists that do not have as many elements as another; for checks of models. */
    public static void checkSameCount(
            Map<String, Double> parameters, BiConsumer<String, String> report, String list, String... others) {
        int count = count(list, parameters.keySet());
        for (String other : others) {
            int own = count(other, parameters.keySet());
            if (own != count) {
                report.accept(
                        other, other + " has " + elements(own) + ", but " + list + " has " + count + "; give as many");
            }
        }
    }

    private static String elements(int count) {
        return count == 1 ? "1 element" : count + " elements";
    }
}
