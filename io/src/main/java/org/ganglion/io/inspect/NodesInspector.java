package org.ganglion.io.inspect;

import java.util.Arrays;
import java.util.Map;
import org.ganglion.io.sonata.source.H5Column;
import org.ganglion.io.sonata.source.H5Group;

/** Looks at one population of nodes. */
final class NodesInspector {
    private final Inspection to;
    private final KnownNodes known;

    NodesInspector(Inspection to, KnownNodes known) {
        this.to = to;
        this.known = known;
    }

    void look(String name, H5Group group) {
        H5Column types = group.requireColumn("node_type_id");
        ColumnScan type = ColumnScan.of(types);
        KnownNodes.Ids ids = new KnownNodes.Ids(types.size(), 0, types.size() - 1);
        if (group.column("node_id").isPresent()) {
            ids = ids(group.requireColumn("node_id").requireSize(types.size(), types.path()));
        }
        known.add(name, ids);
        to.tell("nodes " + name + ": " + Numbers.count(ids.size(), "node", "nodes")
                + (ids.size() == 0
                        ? ""
                        : " with ids from " + Numbers.of(ids.first()) + " to " + Numbers.of(ids.last()) + ", types "
                                + type.range()));
        group.column("node_group_index").ifPresent(index -> index.requireSize(types.size(), types.path()));
        for (Map.Entry<String, H5Group> attributes : group.groups().entrySet()) {
            attributes(to, attributes.getValue(), "  group " + attributes.getKey());
        }
    }

    private KnownNodes.Ids ids(H5Column column) {
        long[] all = column.allLongs();
        Arrays.sort(all);
        for (int i = 1; i < all.length; i++) {
            if (all[i] == all[i - 1]) {
                to.wrong(column.path(), "the id " + all[i] + " is given twice; every node needs its own");
                break;
            }
        }
        return new KnownNodes.Ids(all.length, all.length == 0 ? 0 : all[0], all.length == 0 ? -1 : all[all.length - 1]);
    }

    /** What a group says of each of its members. */
    static void attributes(Inspection to, H5Group group, String what) {
        if (what.endsWith("@library") || what.endsWith("indices")) {
            return;
        }
        for (String name : group.datasets()) {
            if (group.holdsTexts(name)) {
                to.tell(what + ": " + name + ", texts");
                continue;
            }
            H5Column column = group.requireColumn(name);
            ColumnScan scan = ColumnScan.of(column);
            to.tell(what + ": " + name + ", " + Numbers.of(scan.size()) + " from " + scan.range());
            if (scan.notFinite() > 0) {
                to.wrong(column.path(), Numbers.count(scan.notFinite(), "value is", "values are") + " no number");
            }
            if (name.equals("delay") && scan.smallest() <= 0) {
                to.wrong(
                        column.path(),
                        "the smallest delay is " + Numbers.of(scan.smallest()) + "; all must be above 0");
            }
        }
        group.groups().forEach((name, below) -> attributes(to, below, what + "/" + name));
    }
}
