package org.ganglion.io.inspect;

import org.ganglion.io.sonata.source.H5Column;
import org.ganglion.io.sonata.source.H5Group;

/** Looks at rates in bins. */
final class RatesInspector {
    private RatesInspector() {}

    static void look(Inspection to, String name, H5Group group) {
        H5Column times = group.requireColumn("time");
        ColumnScan when = ColumnScan.of(times);
        ColumnScan rates = ColumnScan.of(group.requireColumn("rate").requireSize(times.size(), times.path()));
        to.tell("rates " + name + ": " + Numbers.count(when.size(), "bin", "bins")
                + (when.size() == 0 ? "" : " that begin at " + when.range() + " ms, " + rates.range() + " Hz"));
        if (rates.notFinite() > 0) {
            to.wrong(group.path("rate"), Numbers.count(rates.notFinite(), "rate is", "rates are") + " no number");
        }
        if (!when.rising()) {
            to.wrong(times.path(), "times do not rise");
        }
    }
}
