package org.ganglion.network.neuron;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntToDoubleFunction;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.Elements;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.VariableSpec;

/** Columns for tests: the model's defaults, with parameters set to constants or drawn by a function of the neuron. */
public final class TestColumns implements Columns {
    private final int size;
    private final Map<String, IntToDoubleFunction> parameters = new HashMap<>();
    private final Map<String, IntToDoubleFunction> initial = new HashMap<>();
    private final Set<String> drawn = new HashSet<>();
    private boolean injected;
    private BooleanSupplier vectors = Columns.super::worthVectors;

    public TestColumns(Description description, int size) {
        this.size = size;
        for (ParameterSpec spec : description.parameters()) {
            if (spec.isList()) {
                setList(spec.name(), spec.standardList());
            } else {
                set(spec.name(), spec.standard().orElseThrow());
            }
        }
        for (VariableSpec spec : description.variables()) {
            if (spec.settable()) {
                String from = spec.standardFrom();
                initial.put(spec.name(), i -> from.isEmpty() ? spec.standard() : parameter(from, i));
            }
        }
    }

    public TestColumns setList(String list, List<Double> elements) {
        parameters.keySet().removeIf(name -> Elements.list(name).equals(list));
        for (int i = 0; i < elements.size(); i++) {
            set(Elements.name(list, i), elements.get(i));
        }
        return this;
    }

    public TestColumns set(String name, double value) {
        parameters.put(name, i -> value);
        return this;
    }

    public TestColumns draw(String name, IntToDoubleFunction value) {
        parameters.put(name, value);
        drawn.add(name);
        return this;
    }

    public TestColumns drawAll() {
        drawn.addAll(parameters.keySet());
        return this;
    }

    public TestColumns start(String variable, IntToDoubleFunction value) {
        initial.put(variable, value);
        return this;
    }

    public TestColumns injectCurrents() {
        injected = true;
        return this;
    }

    /** Has the vector form of the step used or not, however large the slice is. */
    public TestColumns vectors(boolean use) {
        vectors = () -> use;
        return this;
    }

    @Override
    public boolean worthVectors() {
        return vectors.getAsBoolean();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int elements(String list) {
        return Elements.count(list, parameters.keySet());
    }

    @Override
    public boolean drawn(String parameter) {
        return drawn.contains(parameter);
    }

    @Override
    public double parameter(String name, int neuron) {
        IntToDoubleFunction value = parameters.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return value.applyAsDouble(neuron < size ? neuron : 0);
    }

    @Override
    public double initial(String variable, int neuron) {
        return initial.get(variable).applyAsDouble(neuron < size ? neuron : 0);
    }

    @Override
    public int index(int neuron) {
        return neuron < size ? neuron : 0;
    }

    @Override
    public long key(int part) {
        return Keys.of(1, Purpose.NEURON_NOISE, 0, part);
    }

    @Override
    public boolean currentsInjected() {
        return injected;
    }
}
