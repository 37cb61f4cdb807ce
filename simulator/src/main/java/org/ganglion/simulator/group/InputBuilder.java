package org.ganglion.simulator.group;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.PoissonTable;
import org.ganglion.network.random.Purpose;
import org.ganglion.simulator.plan.Layout;
import org.ganglion.simulator.plan.NetworkPlan;
import org.ganglion.simulator.plan.PopulationPlan;
import org.ganglion.simulator.plan.ReceptorPlan;

/** Turns the stimuli of a network into what they do to one slice, in the order of their declaration. */
final class InputBuilder {
    private final NetworkPlan plan;
    private final RunSettings settings;
    private final PopulationPlan population;
    private final int group;
    private final int size;

    InputBuilder(NetworkPlan plan, PopulationPlan population, int group) {
        this.plan = plan;
        this.settings = plan.experiment().settings();
        this.population = population;
        this.group = group;
        this.size = plan.layout().sliceSize(population.index(), group);
    }

    List<SliceInput> build() {
        List<Stimulus> stimuli = plan.experiment().network().stimuli();
        CurrentTotals totals = new CurrentTotals(stimuli.size(), size);
        List<SliceInput> inputs = new ArrayList<>();
        for (int s = 0; s < stimuli.size(); s++) {
            Stimulus stimulus = stimuli.get(s);
            if (stimulus.target().equals(population.population().name())) {
                switch (stimulus) {
                    case Stimulus.Poisson poisson -> {
                        if (poisson.rateHz() > 0) {
                            inputs.add(poisson(poisson, s));
                        }
                    }
                    case Stimulus.SpikeTrain train -> inputs.add(train(train));
                    case Stimulus.Current current -> inputs.add(current(current, s, totals));
                }
            }
        }
        return inputs;
    }

    private PoissonInput poisson(Stimulus.Poisson poisson, int number) {
        PoissonTable table = PoissonTable.of(poisson.rateHz() * settings.dtMs() * 1e-3);
        long[] keys = new long[table.draws()];
        long[] tieKeys = new long[table.draws()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Keys.of(settings.seed(), Purpose.POISSON_INPUT, number, i);
            tieKeys[i] = Keys.of(settings.seed(), Purpose.TIE_BREAK, number, i);
        }
        boolean all = poisson.neurons() instanceof Selection.All;
        ReceptorPlan receptor = receptor(poisson.weight(), poisson.receptor());
        return new PoissonInput(
                receptor.index(),
                weight(receptor, poisson.weight()),
                table,
                keys,
                tieKeys,
                plan.layout().firstBlockOf(population.index(), group),
                plan.layout().strideOf(population.index()),
                step(poisson.startMs()),
                step(poisson.stopMs()),
                all ? new long[0] : mask(poisson.neurons()),
                all ? new float[0] : new float[Tile.CHUNK]);
    }

    private TrainInput train(Stimulus.SpikeTrain train) {
        // A spike at time t with delay d acts in the step that ends at t + d.
        TreeMap<Long, Integer> counts = new TreeMap<>();
        for (double timeMs : train.timesMs()) {
            counts.merge(step(timeMs) + Math.round(train.delayMs() / settings.dtMs()) - 1, 1, Integer::sum);
        }
        ReceptorPlan receptor = receptor(train.weight(), train.receptor());
        return new TrainInput(
                receptor.index(),
                receptor.receptor().sign() == Receptor.Sign.COUNT ? 1 : train.weight(),
                counts.keySet().stream().mapToLong(Long::longValue).toArray(),
                counts.values().stream().mapToInt(Integer::intValue).toArray(),
                chosen(train.neurons()));
    }

    private CurrentInput current(Stimulus.Current current, int number, CurrentTotals totals) {
        TreeMap<Long, Double> amplitudes = new TreeMap<>();
        for (int i = 0; i < current.timesMs().size(); i++) {
            amplitudes.put(
                    step(current.timesMs().get(i)), current.amplitudesPa().get(i));
        }
        return new CurrentInput(
                number,
                amplitudes.keySet().stream().mapToLong(Long::longValue).toArray(),
                amplitudes.values().stream().mapToDouble(Double::doubleValue).toArray(),
                chosen(current.neurons()),
                totals);
    }

    /** The step that begins at a time, and the number of steps that have ended then; a time inside a step means its end. */
    private long step(double timeMs) {
        return Double.isInfinite(timeMs) ? Long.MAX_VALUE : (long) Math.ceil(timeMs / settings.dtMs() - 1e-6);
    }

    private ReceptorPlan receptor(double weight, String name) {
        List<ReceptorPlan> receptors = population.receptors();
        int found = Receptor.find(receptors.stream().map(ReceptorPlan::receptor).toList(), name, weight < 0);
        if (found < 0) {
            throw new IllegalArgumentException(
                    population.population().name() + " has no receptor for the weight " + weight);
        }
        return receptors.get(found);
    }

    private static float weight(ReceptorPlan receptor, double weight) {
        return switch (receptor.receptor().sign()) {
            case COUNT -> 1;
            case ANY, POSITIVE, NEGATIVE -> (float) weight;
        };
    }

    /** Indices in the slice of the chosen neurons that are in it, rising. */
    int[] chosen(Selection selection) {
        Layout layout = plan.layout();
        int p = population.index();
        return IntStream.of(selection.indices(population.population().size()))
                .filter(i -> layout.groupOf(p, i) == group)
                .map(i -> layout.indexInSlice(p, i))
                .sorted()
                .toArray();
    }

    /** The same as bits by neuron. */
    long[] mask(Selection selection) {
        long[] bits = new long[Math.ceilDiv(size, 64)];
        if (selection instanceof Selection.All) {
            Arrays.fill(bits, -1L);
            return bits;
        }
        for (int i : chosen(selection)) {
            bits[i >>> 6] |= 1L << i;
        }
        return bits;
    }
}
