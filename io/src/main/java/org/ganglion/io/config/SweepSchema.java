package org.ganglion.io.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.io.sweep.Design;

/** The part of the {@linkplain ConfigSchema schema} that tells of sweeps. */
final class SweepSchema {
    private static final String TEXT = "string";
    private static final String NUMBER = "number";

    private SweepSchema() {}

    static Map<String, Object> sweep() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                Design.GRID.key(), axes(values(), "every value of one parameter with every value of the others"));
        properties.put(Design.LIST.key(), axes(values(), "the first value of each parameter, the second of each, ..."));
        properties.put(Design.RANDOM.key(), axes(range(), "values drawn from ranges"));
        properties.put(Design.LATIN_HYPERCUBE.key(), axes(range(), "values drawn so that they cover the ranges"));
        properties.put(SweepReader.TRIALS, number("how many are drawn"));
        properties.put(SweepReader.DRAW_SEED, number("decides what is drawn"));
        Map<String, Object> seeds = ConfigSchema.choice(
                "oneOf", List.of(number("1, 2, ... up to this"), ConfigSchema.list(number("a seed"))));
        properties.put(SweepReader.SEEDS, ConfigSchema.described(seeds, "seeds that each combination is run with"));
        Map<String, Object> measures = new LinkedHashMap<>();
        measures.put("type", List.of("object", "null"));
        measures.put("additionalProperties", measure());
        properties.put(SweepReader.MEASURES, measures);
        properties.put(SweepReader.RETRIES, number("how often a trial that fails is tried again"));
        return ConfigSchema.object(List.of(), properties);
    }

    private static Map<String, Object> measure() {
        Map<String, Object> windowed = new LinkedHashMap<>();
        windowed.put(MeasureReader.EXPRESSION, expression());
        windowed.put(MeasureReader.FROM, ConfigSchema.typed(TEXT, "a time, such as 500 ms: what is after it"));
        windowed.put(MeasureReader.TO, ConfigSchema.typed(TEXT, "a time, such as 1 s: what is not after it"));
        return ConfigSchema.choice(
                "oneOf", List.of(expression(), ConfigSchema.object(List.of(MeasureReader.EXPRESSION), windowed)));
    }

    private static Map<String, Object> expression() {
        return ConfigSchema.typed(List.of(NUMBER, TEXT), "such as rate.E / rate.I");
    }

    private static Map<String, Object> number(String sentence) {
        return ConfigSchema.described(ConfigSchema.ref(ConfigSchema.NUMBER), sentence);
    }

    private static Map<String, Object> axes(Map<String, Object> axis, String sentence) {
        Map<String, Object> axes = new LinkedHashMap<>();
        axes.put("type", "object");
        axes.put("additionalProperties", axis);
        return ConfigSchema.described(axes, sentence);
    }

    private static Map<String, Object> values() {
        Map<String, Object> bounds = bounds();
        bounds.put("step", ConfigSchema.typed(List.of(NUMBER, TEXT), "from one value to the next"));
        bounds.put("points", number("how many values"));
        Map<String, Object> value = ConfigSchema.typed(List.of(NUMBER, TEXT, "boolean"), "a value");
        return ConfigSchema.choice(
                "oneOf",
                List.of(
                        ConfigSchema.typed(List.of(NUMBER, TEXT), "a value, or first:last:step"),
                        ConfigSchema.list(value),
                        ConfigSchema.object(List.of("from", "to"), bounds)));
    }

    private static Map<String, Object> range() {
        return ConfigSchema.choice(
                "oneOf",
                List.of(
                        ConfigSchema.typed(TEXT, "first:last, or first:last:log"),
                        ConfigSchema.object(List.of("from", "to"), bounds())));
    }

    private static Map<String, Object> bounds() {
        Map<String, Object> bounds = new LinkedHashMap<>();
        bounds.put("from", ConfigSchema.typed(List.of(NUMBER, TEXT), "the smallest value"));
        bounds.put("to", ConfigSchema.typed(List.of(NUMBER, TEXT), "the largest value"));
        bounds.put("scale", ConfigSchema.names(List.of("linear", "log")));
        return bounds;
    }
}
