package org.ganglion.io.config;

import java.util.Arrays;
import java.util.List;
import org.ganglion.io.quantity.Expression;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.spec.Unit;

/** Reads lists of numbers, which may be long. */
final class NumberLists {
    private final Findings findings;
    private final Numbers numbers;

    NumberLists(Findings findings, Numbers numbers) {
        this.findings = findings;
        this.numbers = numbers;
    }

    /** Plain numbers; NaN stands for one that is broken, which has been reported. */
    List<Double> numbers(String path, Yaml node) {
        return Arrays.stream(array(path, node, Unit.NONE)).boxed().toList();
    }

    /** Numbers, each plain, in this unit, or with a unit of its own. */
    double[] array(String path, Yaml node, Unit unit) {
        List<Yaml> items = node instanceof Yaml.Sequence sequence ? sequence.items() : List.of(node);
        double[] values = new double[items.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = items.get(i) instanceof Yaml.Scalar scalar && Expression.isNumber(scalar.text())
                    ? Double.parseDouble(scalar.text().strip())
                    : numbers.number(path, items.get(i), unit);
        }
        return values;
    }

    /** Whole numbers from 0 to below {@code size}; reports those that are not. */
    int[] neurons(String path, Yaml node, int size, String population) {
        double[] values = array(path, node, Unit.NONE);
        int[] result = new int[values.length];
        List<Yaml> items = node instanceof Yaml.Sequence sequence ? sequence.items() : List.of(node);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isNaN(values[i])
                    && !(values[i] >= 0 && values[i] < size && values[i] == Math.rint(values[i]))) {
                findings.report(
                        items.get(i).at(),
                        path,
                        "there is no neuron " + Unit.NONE.format(values[i]) + "; " + population
                                + " has the neurons 0 to " + (size - 1));
            }
            result[i] = (int) values[i];
        }
        return result;
    }
}
