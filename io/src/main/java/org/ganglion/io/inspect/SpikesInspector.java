package org.ganglion.io.inspect;

import java.util.BitSet;
import org.ganglion.io.sonata.source.H5Column;
import org.ganglion.io.sonata.source.H5Group;

/** Looks at the spikes of one population. */
final class SpikesInspector {
    /** Nodes with larger ids are not counted, so that a wrong one takes no memory. */
    private static final int MOST_COUNTED = 1 << 26;

    private final Inspection to;
    private final KnownNodes known;
    private final BitSet seen = new BitSet();
    private boolean byTime = true;
    private boolean byId = true;

    SpikesInspector(Inspection to, KnownNodes known) {
        this.to = to;
        this.known = known;
    }

    void look(String population, H5Group group) {
        H5Column times = group.requireColumn("timestamps");
        H5Column ids = group.requireColumn(group.datasets().contains("node_ids") ? "node_ids" : "gids");
        ColumnScan when = ColumnScan.of(times);
        ColumnScan who = ColumnScan.of(ids);
        if (times.size() != ids.size()) {
            to.wrong(ids.path(), "has " + ids.size() + " entries, but timestamps has " + times.size());
        } else {
            order(times, ids);
        }
        String units = group.attribute("timestamps", "units").orElse("");
        String sorting = group.attributes().getOrDefault("sorting", "");
        tell(population.isEmpty() ? "spikes" : "spikes of " + population, population, when, who, units, sorting);
        if (when.notFinite() > 0) {
            to.wrong(times.path(), Numbers.count(when.notFinite(), "time is", "times are") + " no number");
        }
        if (when.smallest() < 0) {
            to.wrong(times.path(), "the first time is " + Numbers.of(when.smallest()) + "; none can be negative");
        }
        if (units.isEmpty()) {
            to.wrong(times.path(), "the attribute units is missing; SONATA has ms there");
        }
        if (sorting.isEmpty() && !population.isEmpty()) {
            to.wrong(group.path(), "the attribute sorting is missing; SONATA has none, by_id or by_time there");
        }
        if ((sorting.equals("by_time") && !byTime) || (sorting.equals("by_id") && !byId)) {
            to.wrong(group.path(), "says that spikes are sorted " + sorting + ", but they are not");
        }
        if (!population.isEmpty()) {
            known.check(to, ids.path(), population, who);
        }
    }

    /** Finds out in which order spikes are, and whose they are. */
    private void order(H5Column times, H5Column ids) {
        double[] when = new double[times.piece()];
        double[] who = new double[times.piece()];
        double time = Double.NEGATIVE_INFINITY;
        double id = Double.NEGATIVE_INFINITY;
        for (long first = 0; first < times.size(); first += when.length) {
            int count = (int) Math.min(when.length, times.size() - first);
            times.doubles(first, count, when);
            ids.doubles(first, count, who);
            for (int i = 0; i < count; i++) {
                byTime &= when[i] >= time;
                byId &= who[i] > id || (who[i] == id && when[i] >= time);
                time = when[i];
                id = who[i];
                if (id >= 0 && id < MOST_COUNTED) {
                    seen.set((int) id);
                }
            }
        }
    }

    private void tell(String what, String population, ColumnScan when, ColumnScan who, String units, String sorting) {
        if (when.size() == 0) {
            to.tell(what + ": none");
            return;
        }
        long nodes = known.of(population).map(KnownNodes.Ids::size).orElse((long) seen.cardinality());
        double seconds = when.largest() / (units.startsWith("s") ? 1 : 1000);
        String order = sorting.isEmpty() ? byTime ? "by time" : byId ? "by id" : "in no order" : sorting;
        to.tell(what + ": " + Numbers.of(when.size()) + " of "
                + Numbers.count(seen.cardinality(), "node", "nodes") + " with ids from " + who.range() + ", at "
                + when.range() + " " + (units.isEmpty() ? "ms" : units) + ", "
                + Numbers.of(Math.rint(when.size() / (double) Math.max(1, nodes) / seconds * 1000) / 1000)
                + " Hz " + (known.of(population).isPresent() ? "a node" : "a node that spikes")
                + " up to the last one, " + order);
    }
}
