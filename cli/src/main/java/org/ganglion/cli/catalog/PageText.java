package org.ganglion.cli.catalog;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/** Writes in Markdown what a model, rule, distribution or stimulus says of itself. */
final class PageText {
    private static final Pattern DOI = Pattern.compile("doi[: ] ?(10\\.[^\\s,;]*[^\\s,;.)])");
    private static final String NOTHING = "–";

    /** The unit of what is drawn, in words. */
    private final String drawn;

    private final StringBuilder out = new StringBuilder();

    /** @param drawn what {@link Unit#DRAWN} means here, as in "of the weight" */
    PageText(String drawn) {
        this.drawn = drawn;
    }

    /** All that is known of one thing, without its name. Headings begin with {@code heading}. */
    PageText describe(Description description, String heading, String example) {
        if (!description.equation().isEmpty()) {
            title(heading, "Equations");
            code("", description.equation());
        }
        if (!description.parameters().isEmpty()) {
            title(heading, "Parameters");
            parameters(description.parameters());
        }
        if (!description.variables().isEmpty()) {
            title(heading, "State variables");
            variables(description.variables());
        }
        if (!description.integration().isEmpty()) {
            title(heading, "Integration");
            paragraph(description.integration());
        }
        title(heading, "Example");
        code("yaml", example);
        if (!description.reference().isEmpty()) {
            title(heading, "Reference");
            paragraph(linked(description.reference()));
        }
        return this;
    }

    PageText title(String heading, String text) {
        return paragraph(heading + " " + text);
    }

    PageText paragraph(String text) {
        out.append(text.strip()).append("\n\n");
        return this;
    }

    private void code(String language, String text) {
        out.append("```")
                .append(language)
                .append('\n')
                .append(text.strip())
                .append('\n')
                .append("```\n\n");
    }

    private void parameters(List<ParameterSpec> specs) {
        row(List.of("parameter", "symbol", "unit", "default", "allowed", "meaning"));
        row(List.of("---", "---", "---", "---", "---", "---"));
        for (ParameterSpec spec : specs) {
            row(List.of(
                    "`" + spec.name() + "`",
                    symbol(spec.symbol()),
                    unit(spec.unit()),
                    standard(spec),
                    SpecText.allowed(spec),
                    spec.sentence()));
        }
        out.append('\n');
    }

    private void variables(List<VariableSpec> specs) {
        row(List.of("variable", "symbol", "unit", "at the start", "meaning"));
        row(List.of("---", "---", "---", "---", "---"));
        for (VariableSpec spec : specs) {
            String start =
                    spec.standardFrom().isEmpty() ? Unit.NONE.format(spec.standard()) : "`" + spec.standardFrom() + "`";
            row(List.of(
                    "`" + spec.name() + "`",
                    symbol(spec.symbol()),
                    unit(spec.unit()),
                    start + (spec.settable() ? ", can be set" : ""),
                    spec.sentence()));
        }
        out.append('\n');
    }

    private void row(List<String> cells) {
        out.append(cells.stream().map(c -> c.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    private String unit(Unit unit) {
        return switch (unit) {
            case NONE -> NOTHING;
            case DRAWN -> drawn;
            default -> unit.symbol();
        };
    }

    private static String standard(ParameterSpec spec) {
        if (spec.isList()) {
            return SpecText.standardList(spec, Unit.NONE);
        }
        if (spec.standard().isEmpty()) {
            return "must be given";
        }
        double value = spec.standard().getAsDouble();
        if (spec.kind() == ParameterSpec.Kind.SWITCH) {
            return value != 0 ? "true" : "false";
        }
        return Double.isFinite(value) ? Unit.NONE.format(value) : "none";
    }

    /** What follows the first underscore goes below the line. */
    private static String symbol(String symbol) {
        int below = symbol.indexOf('_');
        if (symbol.isEmpty()) {
            return NOTHING;
        }
        return below < 0 ? symbol : symbol.substring(0, below) + "<sub>" + symbol.substring(below + 1) + "</sub>";
    }

    private static String linked(String reference) {
        return DOI.matcher(reference).replaceAll("[doi:$1](https://doi.org/$1)");
    }

    @Override
    public String toString() {
        return out.toString().strip() + "\n";
    }
}
