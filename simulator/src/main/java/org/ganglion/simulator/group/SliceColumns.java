package org.ganglion.simulator.group;

import java.util.HashMap;
import java.util.Map;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.PerNeuron;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.random.SharedDraw;
import org.ganglion.network.random.Squares;
import org.ganglion.network.spec.Elements;
import org.ganglion.simulator.plan.Layout;
import org.ganglion.simulator.plan.PopulationPlan;

/** Parameters and initial values of the neurons of a slice, drawn by neuron from the seed. */
final class SliceColumns implements Columns {
    private final Layout layout;
    private final PopulationPlan plan;
    private final int group;
    private final long seed;
    private final Map<String, Distribution> parameters;
    private final Map<String, Distribution> initial;
    private final Map<String, Long> keys = new HashMap<>();

    SliceColumns(Layout layout, PopulationPlan plan, int group, long seed) {
        this.layout = layout;
        this.plan = plan;
        this.group = group;
        this.seed = seed;
        this.parameters = plan.population().allParameters();
        this.initial = plan.population().allInitial();
    }

    @Override
    public int size() {
        return layout.sliceSize(plan.index(), group);
    }

    @Override
    public int elements(String list) {
        return Elements.count(list, parameters.keySet());
    }

    @Override
    public boolean drawn(String parameter) {
        return !distribution(parameters, parameter).isConstant();
    }

    @Override
    public double parameter(String name, int neuron) {
        return draw(distribution(parameters, name), Purpose.PARAMETER, name, neuron);
    }

    @Override
    public double initial(String variable, int neuron) {
        Distribution value = distribution(initial, variable);
        if (plan.population().initial().containsKey(variable)) {
            return draw(value, Purpose.INITIAL_STATE, variable, neuron);
        }
        // The value of a parameter: where that one is drawn, the very same draw.
        String from = plan.population()
                .model()
                .description()
                .variable(variable)
                .orElseThrow()
                .standardFrom();
        return from.isEmpty() ? value.quantile(0.5) : parameter(from, neuron);
    }

    @Override
    public int index(int neuron) {
        return layout.neuron(plan.index(), group, neuron < size() ? neuron : 0);
    }

    @Override
    public long key(int part) {
        return Keys.of(seed, Purpose.NEURON_NOISE, plan.index(), part);
    }

    @Override
    public boolean currentsInjected() {
        return plan.currents();
    }

    private static Distribution distribution(Map<String, Distribution> all, String name) {
        Distribution found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no parameter or variable is called " + name);
        }
        return found;
    }

    private double draw(Distribution distribution, Purpose purpose, String name, int neuron) {
        if (distribution.isConstant()) {
            return distribution.quantile(0.5);
        }
        if (distribution instanceof PerNeuron given) {
            return given.value(index(neuron));
        }
        if (distribution instanceof SharedDraw) {
            return distribution.quantile(
                    Squares.uniformHigh(Squares.bits(SharedDraw.key(seed, plan.index()), index(neuron))));
        }
        // Keyed by the name's text, so that a parameter added to a model leaves the others' draws as they are.
        long key =
                keys.computeIfAbsent(purpose + "/" + name, k -> Keys.of(seed, purpose, plan.index(), name.hashCode()));
        return distribution.quantile(Squares.uniformHigh(Squares.bits(key, index(neuron))));
    }
}
