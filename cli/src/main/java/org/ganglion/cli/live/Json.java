package org.ganglion.cli.live;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what the page is told, in one line. */
final class Json {
    private final StringBuilder out = new StringBuilder();

    private Json() {}

    /** @param tree maps, lists, arrays of whole numbers, texts, numbers and switches; what is no number becomes null */
    static String of(Object tree) {
        Json json = new Json();
        json.value(tree);
        return json.out.toString();
    }

    private void value(Object node) {
        switch (node) {
            case Map<?, ?> map -> map(map);
            case List<?> list -> list(list);
            case long[] numbers -> numbers(numbers);
            case Double number -> number(number);
            case Number number -> out.append(number);
            case Boolean flag -> out.append(flag);
            default -> text(node.toString());
        }
    }

    private void map(Map<?, ?> map) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            text(String.valueOf(entry.getKey()));
            out.append(':');
            value(entry.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private void list(List<?> list) {
        out.append('[');
        String separator = "";
        for (Object each : list) {
            out.append(separator);
            value(each);
            separator = ",";
        }
        out.append(']');
    }

    private void numbers(long[] numbers) {
        out.append('[');
        for (int i = 0; i < numbers.length; i++) {
            out.append(i == 0 ? "" : ",").append(numbers[i]);
        }
        out.append(']');
    }

    private void number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            out.append("null");
        } else if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            out.append((long) number);
        } else {
            out.append(number);
        }
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == '\u2028' || c == '\u2029') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
