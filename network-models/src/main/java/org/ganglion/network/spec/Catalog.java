package org.ganglion.network.spec;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Things that can be made by name from numbers: connection rules, distributions. */
public record Catalog<T>(List<Entry<T>> entries) {

    /** One thing: what it says of itself, and how it is made from values with defaults filled in. */
    public record Entry<T>(Description description, Function<Values, T> maker) {}

    public Catalog {
        entries = List.copyOf(entries);
    }

    public List<String> names() {
        return entries.stream().map(e -> e.description().name()).toList();
    }

    public Optional<Entry<T>> find(String name) {
        return entries.stream().filter(e -> e.description().name().equals(name)).findFirst();
    }
}
