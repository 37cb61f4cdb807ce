package org.ganglion.io.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ganglion.io.quantity.Expression;
import org.ganglion.io.quantity.Names;
import org.ganglion.io.quantity.Outcome;
import org.ganglion.io.sweep.Measure;
import org.ganglion.io.sweep.MeasureFormula;
import org.ganglion.io.sweep.SweepTable;
import org.ganglion.io.sweep.TimeWindow;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.spec.Unit;

/** Reads the section {@code measures} of a sweep: expressions, each over the whole run or a part of it. */
final class MeasureReader {
    static final String EXPRESSION = "expression";
    static final String FROM = "from";
    static final String TO = "to";

    private final Findings findings;
    private final Numbers times;
    private final Collection<String> populations;
    private final Collection<String> varied;

    /**
     * @param populations whose results measures may use
     * @param varied names of the parameters of the sweep
     */
    MeasureReader(Findings findings, Collection<String> populations, Collection<String> varied) {
        this.findings = findings;
        this.times = new Numbers(findings, Names.NONE); // trials have parameters of their own
        this.populations = populations;
        this.varied = varied;
    }

    List<Measure> read(Fields all) {
        List<Measure> measures = new ArrayList<>();
        for (String name : all.keys()) {
            Optional<Yaml> value = all.find(name);
            String objection = objection(name);
            if (!objection.isEmpty()) {
                findings.report(all.keyAt(name), all.path(name), objection);
            } else {
                value.flatMap(node -> measure(name, all, node)).ifPresent(measures::add);
            }
        }
        return measures;
    }

    /** Why a column cannot have this name, or an empty text. */
    private String objection(String name) {
        if (!Expression.isName(name)) {
            return "is no name; use letters, digits and _, letters first";
        }
        if (varied.contains(name)) {
            return name + " is a parameter of this sweep, which has a column of that name; choose another name";
        }
        return SweepTable.OWN_COLUMNS.contains(name)
                ? name + " is a column that every sweep has; choose another name"
                : "";
    }

    private Optional<Measure> measure(String name, Fields all, Yaml node) {
        return node instanceof Yaml.Mapping
                ? Fields.of(findings, all.path(name), node, all.keyAt(name)).flatMap(fields -> windowed(name, fields))
                : expression(all.path(name), node).map(text -> new Measure(name, text));
    }

    private Optional<Measure> windowed(String name, Fields fields) {
        int before = findings.errors().size();
        Optional<String> expression =
                fields.require(EXPRESSION, "rate.E").flatMap(node -> expression(fields.path(EXPRESSION), node));
        double fromMs = time(fields, FROM, TimeWindow.WHOLE.fromMs());
        double toMs = time(fields, TO, TimeWindow.WHOLE.toMs());
        fields.close();
        if (findings.errors().size() > before || expression.isEmpty()) {
            return Optional.empty();
        }
        if (!(fromMs < toMs)) {
            findings.report(
                    fields.at(),
                    fields.path(),
                    "ends at " + Unit.MILLISECOND.format(toMs) + ", which is not after its beginning at "
                            + Unit.MILLISECOND.format(fromMs) + "; give the smaller time first");
            return Optional.empty();
        }
        return Optional.of(new Measure(name, expression.get(), new TimeWindow(fromMs, toMs)));
    }

    private double time(Fields fields, String key, double standard) {
        return fields.find(key)
                .map(node -> times.number(fields.path(key), node, Unit.MILLISECOND))
                .orElse(standard);
    }

    private Optional<String> expression(String path, Yaml node) {
        if (!(node instanceof Yaml.Scalar scalar)) {
            findings.report(node.at(), path, "an expression is needed, not " + node.kind());
            return Optional.empty();
        }
        Optional<Outcome.Mistake> objection = MeasureFormula.objection(scalar.text(), populations);
        objection.ifPresent(m -> findings.report(scalar.at(m.offset()), path, m.message()));
        return objection.isPresent()
                ? Optional.empty()
                : Optional.of(scalar.text().strip());
    }
}
