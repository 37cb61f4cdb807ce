package org.ganglion.io.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.Change;
import org.ganglion.network.Changeable;
import org.ganglion.network.Stimulus;
import org.ganglion.network.spec.Unit;

/** Reads the list {@code changes}: what changes of the stimuli while the network runs, and when. */
final class ChangesReader {
    static final String KEY = "changes";
    static final String AT = "at";
    static final String SET = "set";
    static final String STIMULI = "stimuli.";

    private final Findings findings;
    private final Numbers numbers;
    private final List<Stimulus> stimuli;

    /** @param stimuli that can be named */
    ChangesReader(Findings findings, Numbers numbers, List<Stimulus> stimuli) {
        this.findings = findings;
        this.numbers = numbers;
        this.stimuli = stimuli;
    }

    /** A change and the path of the item that it stands in. */
    private record Placed(String item, Change change) {}

    /** The changes, in the order of time. */
    List<Change> read(Fields root) {
        List<Placed> placed = new ArrayList<>();
        Optional<Yaml> list = root.findSection(KEY);
        if (list.isPresent() && !(list.get() instanceof Yaml.Sequence)) {
            findings.report(
                    list.get().at(),
                    KEY,
                    "a list is needed here, not " + list.get().kind() + "; write, for example,"
                            + " [{at: 500 ms, set: {stimuli.ext.rate: 9 Hz}}]");
        } else if (list.isPresent()) {
            List<Yaml> items = numbers.list(KEY, list.get());
            for (int i = 0; i < items.size(); i++) {
                String path = KEY + "." + i;
                Fields.of(findings, path, items.get(i), items.get(i).at()).ifPresent(fields -> item(fields, placed));
            }
        }
        placed.sort(Comparator.comparingDouble(p -> p.change().atMs()));
        for (int i = 0; i < placed.size(); i++) {
            findings.show(KEY + "/" + i, placed.get(i).item());
        }
        return placed.stream().map(Placed::change).toList();
    }

    private void item(Fields item, List<Placed> out) {
        double atMs = item.require(AT, "500 ms")
                .map(node -> numbers.number(item.path(AT), node, Unit.MILLISECOND))
                .orElse(Double.NaN);
        Optional<Yaml> set = item.require(SET, "{stimuli.ext.rate: 9 Hz}");
        set.flatMap(node -> Fields.of(findings, item.path(SET), node, item.keyAt(SET)))
                .ifPresent(values -> {
                    for (String key : values.keys()) {
                        values.find(key)
                                .flatMap(node -> change(values.path(key), key, node, atMs))
                                .ifPresent(change -> out.add(new Placed(item.path(), change)));
                    }
                    values.close();
                });
        item.close();
    }

    private Optional<Change> change(String path, String key, Yaml node, double atMs) {
        int dot = key.lastIndexOf('.');
        if (!key.startsWith(STIMULI) || dot < STIMULI.length()) {
            findings.report(
                    node.at(),
                    path,
                    "only stimuli can change while a network runs; write stimuli.NAME.PARAMETER, for example"
                            + " stimuli.ext.rate: 9 Hz");
            return Optional.empty();
        }
        String stimulus = key.substring(STIMULI.length(), dot);
        String parameter = key.substring(dot + 1);
        Change named = new Change(atMs, stimulus, parameter, Double.NaN);
        Optional<Unit> unit = unit(named, stimuli);
        // One that is not known is told by the check of the whole network.
        return Optional.of(
                unit.isEmpty() ? named : new Change(atMs, stimulus, parameter, numbers.number(path, node, unit)));
    }

    /** The unit of what is changed, where such a parameter is known. */
    static Optional<Unit> unit(Change change, List<Stimulus> stimuli) {
        Map<String, Unit> units =
                Changeable.of(stimuli.stream().filter(change::concerns).toList());
        return Optional.ofNullable(units.get(change.parameter()));
    }
}
