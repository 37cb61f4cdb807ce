package org.ganglion.io.config;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Writes trees of maps, lists, arrays, texts, numbers and switches as JSON, always in the same way.
 *
 * <p>Lists and the innermost maps stand in one line. Keys keep the order of their map.
 */
final class JsonText {
    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    static String of(Object tree) {
        JsonText text = new JsonText();
        text.value(tree, 0);
        return text.out.append('\n').toString();
    }

    private void value(Object node, int indent) {
        switch (node) {
            case Map<?, ?> map -> map(map, indent);
            case List<?> list -> list(list, indent);
            case Double number -> out.append(number(number));
            case Number number -> out.append(number);
            case double[] numbers -> numbers(numbers.length, i -> number(numbers[i]));
            case int[] numbers -> numbers(numbers.length, i -> Integer.toString(numbers[i]));
            case Boolean flag -> out.append(flag);
            default -> text(node.toString());
        }
    }

    private void map(Map<?, ?> map, int indent) {
        boolean inLine = map.values().stream().noneMatch(v -> v instanceof Map<?, ?> || v instanceof List<?>);
        String separator = inLine ? ", " : ",\n" + " ".repeat(indent + 2);
        out.append('{').append(inLine ? "" : separator.substring(1));
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(first ? "" : separator);
            first = false;
            text(String.valueOf(entry.getKey()));
            out.append(": ");
            value(entry.getValue(), indent + 2);
        }
        out.append(inLine ? "" : "\n" + " ".repeat(indent)).append('}');
    }

    private void list(List<?> list, int indent) {
        boolean inLine = list.stream().noneMatch(v -> v instanceof Map<?, ?>);
        String separator = inLine ? ", " : ",\n" + " ".repeat(indent + 2);
        out.append('[').append(inLine ? "" : separator.substring(1));
        for (int i = 0; i < list.size(); i++) {
            out.append(i == 0 ? "" : separator);
            value(list.get(i), indent + 2);
        }
        out.append(inLine ? "" : "\n" + " ".repeat(indent)).append(']');
    }

    private void numbers(int count, IntFunction<String> number) {
        out.append('[');
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : ", ").append(number.apply(i));
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                default -> {
                    boolean printable = (c >= ' ' && c < 0x7f) || (c > 0xa0 && c < 0x2000) || Character.isLetter(c);
                    if (printable) {
                        out.append(c);
                    } else {
                        out.append("\\u%04x".formatted((int) c));
                    }
                }
            }
        }
        out.append('"');
    }

    /** The shortest text that is read as the same number again. */
    static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        boolean negativeZero = value == 0 && 1 / value < 0;
        if (negativeZero) {
            return "-0.0";
        }
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
