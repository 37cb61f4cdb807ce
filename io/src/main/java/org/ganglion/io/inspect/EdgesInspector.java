package org.ganglion.io.inspect;

import java.util.Map;
import org.ganglion.io.sonata.source.H5Column;
import org.ganglion.io.sonata.source.H5Group;

/** Looks at one population of edges. */
final class EdgesInspector {
    private final Inspection to;
    private final KnownNodes known;

    EdgesInspector(Inspection to, KnownNodes known) {
        this.to = to;
        this.known = known;
    }

    void look(String name, H5Group group) {
        H5Column sources = group.requireColumn("source_node_id");
        H5Column targets = group.requireColumn("target_node_id").requireSize(sources.size(), sources.path());
        ColumnScan source = ColumnScan.of(sources);
        ColumnScan target = ColumnScan.of(targets);
        String from = population(group, "source_node_id");
        String onto = population(group, "target_node_id");
        String types = group.column("edge_type_id")
                .map(c -> ", types "
                        + ColumnScan.of(c.requireSize(sources.size(), sources.path()))
                                .range())
                .orElse("");
        to.tell("edges " + name + ": " + Numbers.count(sources.size(), "edge", "edges")
                + (sources.size() == 0
                        ? ""
                        : " from " + from + " (ids " + source.range() + ") to " + onto + " (ids " + target.range() + ")"
                                + types)
                + (group.groups().containsKey("indices") ? ", with indices" : ""));
        group.column("edge_group_index").ifPresent(index -> index.requireSize(sources.size(), sources.path()));
        known.check(to, sources.path(), from, source);
        known.check(to, targets.path(), onto, target);
        for (Map.Entry<String, H5Group> attributes : group.groups().entrySet()) {
            NodesInspector.attributes(
                    to,
                    attributes.getValue(),
                    "  " + (attributes.getKey().equals("indices") ? "" : "group ") + attributes.getKey());
        }
    }

    private String population(H5Group group, String dataset) {
        String named = group.attribute(dataset, "node_population").orElse("");
        if (named.isEmpty()) {
            to.wrong(group.path(dataset), "the attribute node_population is missing; it says whose ids these are");
        }
        return named.isEmpty() ? "unnamed nodes" : named;
    }
}
