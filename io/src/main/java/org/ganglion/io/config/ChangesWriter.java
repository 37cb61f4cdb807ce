package org.ganglion.io.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.network.Change;
import org.ganglion.network.Experiment;
import org.ganglion.network.spec.Unit;

/** Writes changes of stimuli in canonical form: one item for each time, or more where something changes twice at a time. */
final class ChangesWriter {
    private ChangesWriter() {}

    static void put(Map<String, Object> tree, Experiment experiment) {
        if (!experiment.changes().isEmpty()) {
            tree.put(ChangesReader.KEY, write(experiment));
        }
    }

    private static List<Object> write(Experiment experiment) {
        List<Object> items = new ArrayList<>();
        double atMs = Double.NaN;
        Map<String, Object> values = new LinkedHashMap<>();
        for (Change change : experiment.changes()) {
            if (change.atMs() != atMs || values.containsKey(change.path())) {
                atMs = change.atMs();
                values = new LinkedHashMap<>();
                Map<String, Object> item = new LinkedHashMap<>();
                item.put(ChangesReader.AT, ConfigWriter.amount(atMs, Unit.MILLISECOND));
                item.put(ChangesReader.SET, values);
                items.add(item);
            }
            Unit unit =
                    ChangesReader.unit(change, experiment.network().stimuli()).orElse(Unit.NONE);
            values.put(change.path(), ConfigWriter.amount(change.value(), unit));
        }
        return items;
    }
}
