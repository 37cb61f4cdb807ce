package org.ganglion.io.inspect;

import org.ganglion.io.sonata.source.H5Column;
import org.ganglion.io.sonata.source.H5Group;

/** Looks at one report of sampled variables. */
final class ReportInspector {
    private final Inspection to;
    private final KnownNodes known;

    ReportInspector(Inspection to, KnownNodes known) {
        this.to = to;
        this.known = known;
    }

    void look(String name, H5Group group) {
        H5Column data = group.rows("data").orElseThrow(() -> group.wrong("data", "there is no such dataset"));
        ColumnScan values = ColumnScan.of(data);
        H5Group mapping = group.requireGroup("mapping", "node_ids, index_pointers and time");
        H5Column ids = mapping.requireColumn("node_ids");
        double[] time = mapping.requireColumn("time")
                .requireSize(3, "start, end and interval")
                .allDoubles();
        String units = group.attribute("data", "units").orElse("");
        String variable = group.attribute("variable").orElse("");
        String population = group.attribute("population").orElse(name);
        to.tell("report " + name + ": " + (variable.isEmpty() ? "" : variable + " of " + population + ", ")
                + Numbers.count(data.size(), "sample", "samples") + " of "
                + Numbers.count(data.width(), "element", "elements") + " of "
                + Numbers.count(ids.size(), "node", "nodes") + ", " + Numbers.of(time[0]) + " to " + Numbers.of(time[1])
                + " ms every " + Numbers.of(time[2]) + " ms, values from " + values.range()
                + (units.isEmpty() ? "" : " " + units));
        if (values.notFinite() > 0) {
            to.wrong(data.path(), Numbers.count(values.notFinite(), "value is", "values are") + " no number");
        }
        if (units.isEmpty()) {
            to.wrong(data.path(), "the attribute units is missing");
        }
        long expected = Math.round((time[1] - time[0]) / time[2]);
        if (expected != data.size()) {
            to.wrong(
                    mapping.path("time"),
                    "from " + Numbers.of(time[0]) + " to " + Numbers.of(time[1]) + " ms every " + Numbers.of(time[2])
                            + " ms there would be " + expected + " samples, but data has " + data.size());
        }
        pointers(mapping, ids, data);
        known.check(to, ids.path(), population, ColumnScan.of(ids));
    }

    private void pointers(H5Group mapping, H5Column ids, H5Column data) {
        mapping.column("index_pointers").ifPresent(pointers -> {
            ColumnScan scan = ColumnScan.of(pointers);
            boolean fits = pointers.size() == ids.size() + 1 || pointers.size() == ids.size();
            if (!fits || !scan.rising() || (scan.size() > ids.size() && scan.largest() != data.width())) {
                to.wrong(
                        pointers.path(),
                        "does not part " + data.width() + " columns among " + ids.size() + " nodes: it must rise from 0"
                                + " to " + data.width() + " in " + (ids.size() + 1) + " numbers");
            }
        });
    }
}
