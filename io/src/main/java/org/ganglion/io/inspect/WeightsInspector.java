package org.ganglion.io.inspect;

import java.util.Optional;
import org.ganglion.io.sonata.source.H5Column;
import org.ganglion.io.sonata.source.H5Group;

/** Looks at weights of synapses. */
final class WeightsInspector {
    private WeightsInspector() {}

    static void look(Inspection to, String name, H5Group group) {
        H5Column last = group.requireColumn("final");
        for (String column : new String[] {"source", "target", "delay"}) {
            group.requireColumn(column).requireSize(last.size(), last.path());
        }
        ColumnScan weights = ColumnScan.of(last);
        to.tell("weights " + name + ": " + Numbers.count(last.size(), "synapse", "synapses")
                + group.attribute("projection").map(of -> " of " + of).orElse("") + ", " + weights.range()
                + group.attribute("final", "units").map(units -> " " + units).orElse("") + " at the end"
                + samples(to, group, last.size()));
    }

    /** Weights at the end may be unknown, after a failure; those of samples are there. */
    private static String samples(Inspection to, H5Group group, long synapses) {
        Optional<H5Column> rows = group.rows("weights");
        if (rows.isEmpty()) {
            return "";
        }
        H5Column times = group.requireColumn("time")
                .requireSize(rows.get().size(), rows.get().path());
        ColumnScan when = ColumnScan.of(times);
        if (rows.get().size() > 0 && rows.get().width() != synapses) {
            to.wrong(rows.get().path(), "has " + rows.get().width() + " columns for " + synapses + " synapses");
        }
        if (!when.rising()) {
            to.wrong(times.path(), "times do not rise");
        }
        return when.size() == 0
                ? ""
                : ", " + Numbers.count(when.size(), "sample", "samples") + " at " + when.range() + " ms";
    }
}
