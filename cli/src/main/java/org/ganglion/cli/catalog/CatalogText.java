package org.ganglion.cli.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;
import org.ganglion.network.synapse.SynapseModel;

/** Writes what models, rules and distributions say of themselves. */
public final class CatalogText {
    private CatalogText() {}

    /** Some lines: name and sentence, then the parameters in a table. */
    public static String entry(Description description) {
        StringBuilder out = new StringBuilder();
        out.append("  ").append(description.name()).append('\n');
        out.append("      ").append(description.sentence()).append('\n');
        out.append(table(parameters(description), "      "));
        return out.toString();
    }

    /** All of it: equations, parameters, variables, paper. */
    public static String full(String kind, Description description) {
        StringBuilder out = new StringBuilder();
        out.append(description.name()).append("  (").append(kind).append(")\n");
        out.append(description.sentence()).append('\n');
        if (!description.equation().isEmpty()) {
            out.append("\nEquations\n");
            description.equation().lines().forEach(line -> out.append("  ")
                    .append(line)
                    .append('\n'));
        }
        out.append("\nParameters\n");
        if (description.parameters().isEmpty()) {
            out.append("  none\n");
        }
        out.append(table(parameters(description), "  "));
        if (!description.variables().isEmpty()) {
            out.append("\nState variables\n");
            out.append(table(variables(description), "  "));
        }
        if (!description.reference().isEmpty()) {
            out.append("\nReference\n  ").append(description.reference()).append('\n');
        }
        return out.toString();
    }

    /** What else can be set of a synapse model. */
    public static String ofSynapses(SynapseModel model) {
        StringBuilder out = new StringBuilder();
        if (!model.populations().isEmpty()) {
            out.append("\nPopulations\n");
            out.append(table(
                    model.populations().stream()
                            .map(p -> List.of(p.name(), "required", p.sentence()))
                            .toList(),
                    "  "));
        }
        if (!model.drawn().isEmpty()) {
            out.append("\nA distribution is drawn from for each synapse: ")
                    .append(String.join(", ", model.drawn()))
                    .append('\n');
        }
        return out.toString();
    }

    private static List<List<String>> parameters(Description description) {
        List<List<String>> rows = new ArrayList<>();
        for (ParameterSpec spec : description.parameters()) {
            rows.add(List.of(spec.name(), standard(spec), SpecText.allowed(spec), spec.sentence()));
        }
        return rows;
    }

    private static String standard(ParameterSpec spec) {
        if (spec.isList()) {
            return SpecText.standardList(spec, spec.unit());
        }
        if (spec.standard().isEmpty()) {
            return "required"
                    + (spec.unit().symbol().isEmpty()
                            ? ""
                            : ", in " + spec.unit().symbol());
        }
        double value = spec.standard().getAsDouble();
        if (spec.kind() == ParameterSpec.Kind.SWITCH) {
            return value != 0 ? "true" : "false";
        }
        return Double.isFinite(value)
                ? spec.unit().format(value)
                : "none, in " + spec.unit().symbol();
    }

    private static List<List<String>> variables(Description description) {
        List<List<String>> rows = new ArrayList<>();
        for (VariableSpec spec : description.variables()) {
            String start = spec.standardFrom().isEmpty() ? spec.unit().format(spec.standard()) : spec.standardFrom();
            rows.add(List.of(
                    spec.name(),
                    spec.unit() == Unit.NONE ? "-" : spec.unit().symbol(),
                    spec.settable() ? "starts at " + start + ", can be set" : "starts at " + start,
                    spec.sentence()));
        }
        return rows;
    }

    private static String table(List<List<String>> rows, String indent) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream()
                .map(row -> indent + line(row, widths).stripTrailing() + "\n")
                .collect(Collectors.joining());
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
        return line.toString();
    }
}
