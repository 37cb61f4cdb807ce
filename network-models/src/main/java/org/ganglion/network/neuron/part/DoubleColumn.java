package org.ganglion.network.neuron.part;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.ganglion.network.neuron.Columns;

/**
 * {@link Column} in double precision, for models whose equations are not linear: a coefficient of a slice of neurons,
 * one value for all of them or one for each, read as {@code values[neuron & mask]}.
 */
public final class DoubleColumn {
    /** {@code [neuron & mask]}, {@link Columns#paddedSize} long or, when constant, a word of neurons times the same. */
    public final double[] values;

    /** 0 when constant, -1 (all bits) when each neuron has its own. */
    public final int mask;

    private DoubleColumn(double[] values, int mask) {
        this.values = values;
        this.mask = mask;
    }

    /** A coefficient computed per neuron, constant unless one of the parameters it depends on is drawn. */
    public static DoubleColumn of(Columns columns, IntToDoubleFunction value, String... parameters) {
        boolean differs = Arrays.stream(parameters).anyMatch(columns::drawn);
        return differs ? perNeuron(columns, value) : constant(value.applyAsDouble(0));
    }

    /** A parameter as it is. */
    public static DoubleColumn of(Columns columns, String parameter) {
        return of(columns, i -> columns.parameter(parameter, i), parameter);
    }

    /** The same value for all neurons. */
    public static DoubleColumn constant(double value) {
        double[] values = new double[Column.WORD];
        Arrays.fill(values, value);
        return new DoubleColumn(values, 0);
    }

    /** A value for each neuron. */
    public static DoubleColumn perNeuron(Columns columns, IntToDoubleFunction value) {
        double[] values = new double[Math.max(Column.WORD, columns.paddedSize())];
        for (int neuron = 0; neuron < columns.paddedSize(); neuron++) {
            values[neuron] = value.applyAsDouble(neuron);
        }
        return new DoubleColumn(values, -1);
    }

    /** Whether each of some columns is the same for all neurons. */
    public static boolean allConstant(DoubleColumn[]... columns) {
        return Arrays.stream(columns).flatMap(Arrays::stream).allMatch(column -> column.mask == 0);
    }

    /** The value for one neuron. */
    public double at(int neuron) {
        return values[neuron & mask];
    }

    /** Copies the values of neurons {@code first} to {@code end}, that of the first to 0. */
    public void copy(int first, int end, double[] target) {
        if (mask == 0) {
            Arrays.fill(target, 0, end - first, values[0]);
        } else {
            System.arraycopy(values, first, target, 0, end - first);
        }
    }
}
