package org.ganglion.io.sonata;

import java.util.Set;

/** Names of a circuit as names in a network, which has fewer characters for them. */
final class Names {
    private Names() {}

    /** The name, with {@code _} for what cannot stand in one. */
    static String of(String name) {
        String allowed = name.replaceAll("[^\\p{L}\\p{N}_+-]", "_");
        return allowed.isEmpty() || allowed.startsWith("+") || allowed.startsWith("-") ? "_" + allowed : allowed;
    }

    /** A name like {@code base} that is not taken yet, and is from now on. */
    static String different(String base, Set<String> taken) {
        String name = of(base);
        for (int i = 2; !taken.add(name); i++) {
            name = of(base) + "-" + i;
        }
        return name;
    }
}
