package org.ganglion.io.json;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Writes trees of maps, lists, arrays, texts, numbers and switches as JSON, always in the same way. Keys keep the order of
 * their map; what is no finite number becomes null.
 */
public final class JsonText {
    private final StringBuilder out = new StringBuilder();
    private final boolean line;
    private final String comma;
    private final String colon;

    private JsonText(boolean line) {
        this.line = line;
        this.comma = line ? "," : ", ";
        this.colon = line ? ":" : ": ";
    }

    /** Text for people, in lines of which the last ends too: lists and the innermost maps stand in one. */
    public static String of(Object tree) {
        JsonText text = new JsonText(false);
        text.value(tree, 0);
        return text.out.append('\n').toString();
    }

    /** Text in one line without its end, and without spaces. */
    public static String line(Object tree) {
        JsonText text = new JsonText(true);
        text.value(tree, 0);
        return text.out.toString();
    }

    private void value(Object node, int indent) {
        switch (node) {
            case Map<?, ?> map -> map(map, indent);
            case List<?> list -> list(list, indent);
            case Double number -> out.append(finite(number));
            case Number number -> out.append(number);
            case double[] numbers -> numbers(numbers.length, i -> finite(numbers[i]));
            case long[] numbers -> numbers(numbers.length, i -> Long.toString(numbers[i]));
            case int[] numbers -> numbers(numbers.length, i -> Integer.toString(numbers[i]));
            case Boolean flag -> out.append(flag);
            default -> text(node.toString());
        }
    }

    private void map(Map<?, ?> map, int indent) {
        boolean inLine = line || map.values().stream().noneMatch(v -> v instanceof Map<?, ?> || v instanceof List<?>);
        String separator = inLine ? comma : ",\n" + " ".repeat(indent + 2);
        out.append('{').append(inLine ? "" : separator.substring(1));
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(first ? "" : separator);
            first = false;
            text(String.valueOf(entry.getKey()));
            out.append(colon);
            value(entry.getValue(), indent + 2);
        }
        out.append(inLine ? "" : "\n" + " ".repeat(indent)).append('}');
    }

    private void list(List<?> list, int indent) {
        boolean inLine = line || list.stream().noneMatch(v -> v instanceof Map<?, ?>);
        String separator = inLine ? comma : ",\n" + " ".repeat(indent + 2);
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
            out.append(i == 0 ? "" : comma).append(number.apply(i));
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

    private static String finite(double value) {
        return Double.isFinite(value) ? number(value) : "null";
    }

    /** The shortest text that is read as the same number again. */
    public static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        boolean negativeZero = value == 0 && 1 / value < 0;
        if (negativeZero) {
            return "-0.0";
        }
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
