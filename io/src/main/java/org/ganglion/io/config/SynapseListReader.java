package org.ganglion.io.config;

import java.util.List;
import java.util.Optional;
import org.ganglion.io.table.Column;
import org.ganglion.io.table.Table;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.spec.Origin;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.wiring.SynapseList;

/** Reads the synapses of a projection with {@code rule: list}, from a file or from lists beside it. */
final class SynapseListReader {
    static final String SOURCES = "sources";
    static final String TARGETS = "targets";
    static final String WEIGHTS = "weights";
    static final String DELAYS = "delays";

    private final Findings findings;
    private final Numbers numbers;
    private final NumberLists lists;

    SynapseListReader(Findings findings, Numbers numbers) {
        this.findings = findings;
        this.numbers = numbers;
        this.lists = new NumberLists(findings, numbers);
    }

    /** A population at one end of the projection, with the number of its neurons. */
    record End(String population, int size) {}

    /**
     * The synapses; empty where they have mistakes, which have been reported.
     *
     * @param weightUnit of the weights; plain numbers are in it
     */
    Optional<SynapseList> read(Fields fields, End source, End target, Unit weightUnit) {
        return fields.keys().contains(SOURCES) || fields.keys().contains(TARGETS)
                ? inline(fields, source, target, weightUnit)
                : file(fields, source, target);
    }

    private Optional<SynapseList> file(Fields fields, End source, End target) {
        List<Column> columns = List.of(
                Column.neurons("source", source.size(), source.population()),
                Column.neurons("target", target.size(), target.population()),
                Column.numbers("weight", false),
                Column.numbers("delay", false));
        return TableFile.read(findings, numbers, fields, columns).map(file -> {
            Table table = file.table();
            return SynapseList.of(
                    table.wholes("source"),
                    table.wholes("target"),
                    table.numbers("weight"),
                    table.numbers("delay"),
                    file.origin());
        });
    }

    private Optional<SynapseList> inline(Fields fields, End source, End target, Unit weightUnit) {
        int before = findings.errors().size();
        int[] sources = neurons(fields, SOURCES, source);
        int[] targets = neurons(fields, TARGETS, target);
        double[] weights = values(fields, WEIGHTS, weightUnit);
        double[] delaysMs = values(fields, DELAYS, Unit.MILLISECOND);
        length(fields, TARGETS, targets.length, sources.length);
        length(fields, WEIGHTS, weights.length, sources.length);
        length(fields, DELAYS, delaysMs.length, sources.length);
        return findings.errors().size() > before
                ? Optional.empty()
                : Optional.of(SynapseList.of(sources, targets, weights, delaysMs, Origin.INLINE));
    }

    private int[] neurons(Fields fields, String key, End end) {
        Optional<Yaml> node = fields.require(key, "[0, 1, 2]");
        return node.map(n -> lists.neurons(fields.path(key), n, end.size(), end.population()))
                .orElse(new int[0]);
    }

    private double[] values(Fields fields, String key, Unit unit) {
        return fields.find(key)
                .map(node -> lists.array(fields.path(key), node, unit))
                .orElse(new double[0]);
    }

    private void length(Fields fields, String key, int length, int synapses) {
        if (fields.keys().contains(key) && fields.keys().contains(SOURCES) && length != synapses) {
            findings.report(
                    fields.keyAt(key),
                    fields.path(key),
                    "has " + length + " entries, but there are " + synapses + " sources; give one for each");
        }
    }
}
