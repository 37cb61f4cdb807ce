package org.ganglion.io.inspect;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which ids the nodes of populations have, as files told that were looked at before. */
public final class KnownNodes {
    private final Map<String, Ids> populations = new HashMap<>();

    /**
     * Ids of a population.
     *
     * @param first the smallest
     * @param last the largest; below the first where there are no nodes
     */
    record Ids(long size, long first, long last) {
        boolean has(double smallest, double largest) {
            return smallest >= first && largest <= last;
        }
    }

    void add(String population, Ids ids) {
        populations.put(population, ids);
    }

    Optional<Ids> of(String population) {
        return Optional.ofNullable(populations.get(population));
    }

    /** Says where ids are of no node, as far as the population is known. */
    void check(Inspection to, String where, String population, ColumnScan ids) {
        of(population).ifPresent(known -> {
            if (ids.size() > 0 && !known.has(ids.smallest(), ids.largest())) {
                to.wrong(
                        where,
                        "holds ids from " + ids.range() + ", but " + population + " has "
                                + Numbers.count(known.size(), "node", "nodes")
                                + (known.size() > 0 ? " with ids from " + known.first() + " to " + known.last() : ""));
            }
        });
    }
}
