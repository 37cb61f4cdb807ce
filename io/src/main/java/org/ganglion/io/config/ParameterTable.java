package org.ganglion.io.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ganglion.io.quantity.Expression;
import org.ganglion.io.quantity.Names;
import org.ganglion.io.quantity.Outcome;
import org.ganglion.io.quantity.Quantity;
import org.ganglion.io.yaml.Yaml;

/** The section {@code parameters}: named expressions that may refer to each other in any order. */
final class ParameterTable implements Names {
    private static final int MAX_CHAIN = 200;

    private final Findings findings;
    private final Map<String, Yaml> expressions = new LinkedHashMap<>();
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final Set<String> underway = new LinkedHashSet<>();

    ParameterTable(Findings findings) {
        this.findings = findings;
    }

    /** Takes the section and evaluates all of it. */
    void read(Fields section) {
        for (String name : section.keys()) {
            String objection = Expression.objection(name);
            if (!objection.isEmpty()) {
                findings.report(section.keyAt(name), section.path(name), objection);
            }
            section.find(name)
                    .ifPresentOrElse(
                            node -> expressions.put(name, node), () -> outcomes.put(name, new Outcome.Broken()));
        }
        expressions.keySet().forEach(this::value);
        section.close();
    }

    @Override
    public Collection<String> all() {
        Set<String> all = new LinkedHashSet<>(expressions.keySet());
        all.addAll(outcomes.keySet());
        return all;
    }

    @Override
    public Outcome value(String name) {
        Outcome known = outcomes.get(name);
        if (known != null) {
            return known;
        }
        if (!underway.add(name)) {
            return cycle(name);
        }
        Outcome outcome = underway.size() > MAX_CHAIN
                ? broken(name, "refers to itself through more than " + MAX_CHAIN + " others; shorten the chain")
                : evaluate(name);
        underway.remove(name);
        outcomes.putIfAbsent(name, outcome);
        return outcomes.getOrDefault(name, outcome);
    }

    /** Reported once, at the name where the cycle closes; all names in it have no value. */
    private Outcome cycle(String name) {
        List<String> chain = List.copyOf(underway);
        List<String> round = chain.subList(chain.indexOf(name), chain.size());
        broken(name, "refers to itself (" + String.join(" -> ", round) + " -> " + name + "); give one of them a value");
        round.forEach(n -> outcomes.put(n, new Outcome.Broken()));
        return new Outcome.Broken();
    }

    private Outcome broken(String name, String message) {
        findings.report(expression(name).at(), "parameters." + name, message);
        return new Outcome.Broken();
    }

    private Outcome evaluate(String name) {
        if (!(expression(name) instanceof Yaml.Scalar scalar)) {
            return broken(
                    name,
                    "a number or an expression is needed, not "
                            + expression(name).kind());
        }
        return Numbers.evaluate(findings, "parameters." + name, scalar, this);
    }

    private Yaml expression(String name) {
        Yaml node = expressions.get(name);
        if (node == null) {
            throw new IllegalArgumentException(name);
        }
        return node;
    }

    /** Values of all parameters that have one. */
    Map<String, Quantity> values() {
        Map<String, Quantity> values = new LinkedHashMap<>();
        for (String name : expressions.keySet()) {
            if (value(name) instanceof Outcome.Value(Quantity quantity)) {
                values.put(name, quantity);
            }
        }
        return values;
    }
}
