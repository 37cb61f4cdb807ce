package org.ganglion.io.config;

import java.util.Optional;
import org.ganglion.io.quantity.Expression;
import org.ganglion.io.quantity.ExpressionFormula;
import org.ganglion.io.quantity.Names;
import org.ganglion.io.quantity.Outcome;
import org.ganglion.io.quantity.Quantity;
import org.ganglion.io.quantity.Units;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.spec.Unit;

/** Reads expressions in which one name is a variable, such as {@code 10 Hz + 5 Hz * sin(2 * pi * t / (1 s))}. */
final class FormulaReader {
    private final Findings findings;
    private final Names names;

    FormulaReader(Findings findings, Names names) {
        this.findings = findings;
        this.names = names;
    }

    /** Whether a node is an expression with this name in it. */
    static boolean mentions(Yaml node, String variable) {
        return node instanceof Yaml.Scalar scalar && Expression.mentions(scalar.text(), variable);
    }

    /**
     * A formula of a variable; empty where it has a mistake, which has been reported. Values are told to be of the wrong
     * unit, or not to be at all, as they are where the variable is 1.
     *
     * @param unit unit of its values
     */
    Optional<Formula> read(String path, Yaml node, String variable, Unit variableUnit, Unit unit) {
        return read(path, node, variable, variableUnit, unit, 1);
    }

    /**
     * The same with another value of the variable at which mistakes are looked for.
     *
     * @param probe the value, in {@code variableUnit}
     */
    Optional<Formula> read(String path, Yaml node, String variable, Unit variableUnit, Unit unit, double probe) {
        if (!(node instanceof Yaml.Scalar scalar)) {
            findings.report(node.at(), path, "an expression of " + variable + " is needed, not " + node.kind());
            return Optional.empty();
        }
        Names bound = ExpressionFormula.binding(names, variable, probe, variableUnit);
        if (!(Numbers.evaluate(findings, path, scalar, bound) instanceof Outcome.Value(Quantity quantity))) {
            return Optional.empty();
        }
        if (!quantity.dimension().equals(Units.dimension(unit))) {
            findings.report(scalar.at(), path, Numbers.wrongUnit(scalar.text().strip(), quantity, unit));
            return Optional.empty();
        }
        String written = ExpressionFormula.written(scalar.text().strip(), names, variable);
        return Optional.of(new ExpressionFormula(variable, variableUnit, unit, written));
    }
}
