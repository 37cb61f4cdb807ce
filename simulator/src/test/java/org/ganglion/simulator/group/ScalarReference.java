package org.ganglion.simulator.group;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Pairs;
import org.ganglion.network.Population;
import org.ganglion.network.Stimulus;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.PoissonDraw;
import org.ganglion.network.random.PoissonTable;
import org.ganglion.network.random.Purpose;
import org.ganglion.network.random.Squares;
import org.ganglion.network.spec.Elements;
import org.ganglion.network.wiring.SynapticValue;
import org.ganglion.network.wiring.Wiring;
import org.ganglion.simulator.SpikeList;
import org.ganglion.simulator.plan.NetworkPlan;
import org.ganglion.simulator.plan.Packing;
import org.ganglion.simulator.plan.ReceptorPlan;
import org.ganglion.simulator.plan.WholeNumbers;
import org.ganglion.simulator.plan.WholeSampler;

/**
 * A simulator that is slow and obvious: a list of synapses for each neuron, a ring of all future inputs, one loop over
 * time. Shares with the engine the neuron models, the samplers and the units of sums, and nothing of groups, tables,
 * calendars, batches and blocks.
 */
final class ScalarReference {
    private final Network network;
    private final NetworkPlan plan;
    private final double dtMs;
    private final long seed;
    private final int ringSteps;
    private final List<NeuronState> states = new ArrayList<>();
    private final List<List<List<Synapse>>> outgoing = new ArrayList<>(); // [population][neuron]
    private final long[][][][] ring; // [population][receptor][step % ringSteps][neuron]
    private final double[][] currents; // [stimulus][neuron of its population]

    private record Synapse(int target, int neuron, int receptor, int delay, long units) {}

    ScalarReference(Experiment experiment) {
        this.network = experiment.network();
        this.plan = NetworkPlan.of(experiment, 1);
        this.dtMs = experiment.settings().dtMs();
        this.seed = experiment.settings().seed();
        this.ringSteps = plan.maxDelay() + 1;
        int n = network.populations().size();
        ring = new long[n][][][];
        for (int p = 0; p < n; p++) {
            Population population = network.populations().get(p);
            states.add(population.model().create(new WholeColumns(population, p), dtMs));
            ring[p] = new long[plan.populations().get(p).receptors().size()][ringSteps][population.size()];
            List<List<Synapse>> lists = new ArrayList<>();
            for (int i = 0; i < population.size(); i++) {
                lists.add(new ArrayList<>());
            }
            outgoing.add(lists);
        }
        currents = new double[network.stimuli().size()][];
        for (int i = 0; i < network.projections().size(); i++) {
            connect(i);
        }
        for (int s = 0; s < currents.length; s++) {
            currents[s] = new double
                    [network.population(network.stimuli().get(s).target()).size()];
        }
    }

    private final class WholeColumns implements Columns {
        private final Population population;
        private final int index;

        WholeColumns(Population population, int index) {
            this.population = population;
            this.index = index;
        }

        @Override
        public int size() {
            return population.size();
        }

        @Override
        public int elements(String list) {
            return Elements.count(list, population.allParameters().keySet());
        }

        @Override
        public boolean drawn(String parameter) {
            return !population.allParameters().get(parameter).isConstant();
        }

        @Override
        public double parameter(String name, int neuron) {
            return draw(population.allParameters().get(name), Purpose.PARAMETER, name, neuron);
        }

        @Override
        public double initial(String variable, int neuron) {
            if (population.initial().containsKey(variable)) {
                return draw(population.initial().get(variable), Purpose.INITIAL_STATE, variable, neuron);
            }
            String from = population
                    .model()
                    .description()
                    .variable(variable)
                    .orElseThrow()
                    .standardFrom();
            return from.isEmpty() ? population.allInitial().get(variable).quantile(0.5) : parameter(from, neuron);
        }

        private double draw(Distribution distribution, Purpose purpose, String name, int neuron) {
            int real = neuron < size() ? neuron : 0;
            long bits = Squares.bits(Keys.of(seed, purpose, index, name.hashCode()), real);
            return distribution.quantile(Squares.uniformHigh(bits));
        }

        @Override
        public int index(int neuron) {
            return neuron < size() ? neuron : 0;
        }

        @Override
        public long key(int part) {
            return Keys.of(seed, Purpose.NEURON_NOISE, index, part);
        }

        @Override
        public boolean currentsInjected() {
            return network.stimuli().stream()
                    .anyMatch(s -> s instanceof Stimulus.Current && s.target().equals(population.name()));
        }
    }

    private void connect(int number) {
        var projection = network.projections().get(number);
        var planned = plan.projections().get(number);
        int source = network.populationIndex(projection.source());
        int target = network.populationIndex(projection.target());
        int targets = network.populations().get(target).size();
        Pairs pairs = Pairs.of(plan.experiment());
        Wiring wiring = projection.rule().wire(pairs.of(number), seed, number);
        long key = Keys.of(seed, Purpose.WEIGHT_AND_DELAY, number);
        for (int t = 0; t < targets; t++) {
            int[] sources = new int[wiring.inDegree(t)];
            wiring.sources(t, sources);
            for (int i = 0; i < sources.length; i++) {
                long bits = Squares.bits(key, (long) t << 32 | i);
                double weight = value(projection.weight(), number, t, sources, i, Squares.uniformHigh(bits));
                boolean negative = weight < 0;
                var branch = planned.branches().get(planned.branches().size() == 2 && negative ? 1 : 0);
                long units =
                        switch (branch.weights()) {
                            case WholeSampler sampler -> sampler.draw((int) (bits >>> 32));
                            case WholeNumbers given -> given.whole(weight);
                        };
                if (branch.packing() instanceof Packing.Packed(int shift)) {
                    units <<= shift;
                }
                double delayMs = value(projection.delayMs(), number, t, sources, i, Squares.uniformLow(bits));
                int delay = (int) Math.floor(delayMs / dtMs + 0.5);
                outgoing.get(source).get(sources[i]).add(new Synapse(target, t, branch.receptor(), delay, units));
            }
        }
    }

    private double value(SynapticValue value, int projection, int target, int[] sources, int synapse, double uniform) {
        if (value instanceof SynapticValue.Drawn(Distribution distribution)) {
            return distribution.quantile(uniform);
        }
        double[] all = new double[sources.length];
        Pairs.of(plan.experiment()).numbers(projection, value).fill(target, sources, sources.length, all);
        return all[synapse];
    }

    /** All spikes of steps from {@code firstStep} to {@code endStep}, as {@link SpikeList} writes them. */
    long[] run(long firstStep, long endStep) {
        List<Long> spikes = new ArrayList<>();
        for (long step = 0; step < endStep; step++) {
            int offset = 0;
            for (int p = 0; p < states.size(); p++) {
                int size = network.populations().get(p).size();
                long[] fired = stepped(p, step);
                for (int i = 0; i < size; i++) {
                    if ((fired[i / 64] >>> (i % 64) & 1) != 0) {
                        int times = states.get(p).multiplicity(i);
                        for (int k = 0; k < times; k++) {
                            send(p, i, step);
                            if (step >= firstStep) {
                                spikes.add(SpikeList.spike(step, offset + i));
                            }
                        }
                    }
                }
                offset += size;
            }
        }
        return spikes.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private void send(int population, int neuron, long step) {
        for (Synapse s : outgoing.get(population).get(neuron)) {
            ring[s.target()][s.receptor()][(int) ((step + s.delay()) % ringSteps)][s.neuron()] += s.units();
        }
    }

    private long[] stepped(int p, long step) {
        NeuronState state = states.get(p);
        state.begin(step);
        int padded = (network.populations().get(p).size() + 63) / 64 * 64;
        List<ReceptorPlan> receptors = plan.populations().get(p).receptors();
        float[][] input = new float[receptors.size()][padded];
        for (int r = 0; r < receptors.size(); r++) {
            long[] due = ring[p][r][(int) (step % ringSteps)];
            for (int i = 0; i < due.length; i++) {
                input[r][i] = receptors.get(r).inLong()
                        ? (float) (due[i] * receptors.get(r).unit())
                        : (float) due[i] * (float) receptors.get(r).unit();
                due[i] = 0;
            }
        }
        for (int s = 0; s < network.stimuli().size(); s++) {
            Stimulus stimulus = network.stimuli().get(s);
            if (network.populationIndex(stimulus.target()) == p) {
                stimulate(stimulus, s, p, step, input);
            }
        }
        long[] fired = new long[padded / 64];
        state.step(0, padded, input, fired);
        return fired;
    }

    private void stimulate(Stimulus stimulus, int number, int p, long step, float[][] input) {
        int[] neurons = stimulus.neurons().indices(network.populations().get(p).size());
        switch (stimulus) {
            case Stimulus.Poisson poisson -> {
                if (step < Math.round(poisson.startMs() / dtMs) || step >= poisson.stopMs() / dtMs - 1e-6) {
                    return;
                }
                boolean relay = relay(p);
                float[] drawn = new float[input[0].length];
                PoissonTable table = PoissonTable.of(poisson.rateHz() * dtMs * 1e-3);
                float[] target = input[receptor(p, poisson.weight())];
                boolean all = neurons.length == network.populations().get(p).size();
                for (int d = 0; d < table.draws(); d++) {
                    PoissonDraw.add(
                            Keys.of(seed, Purpose.POISSON_INPUT, number, d),
                            Keys.of(seed, Purpose.TIE_BREAK, number, d),
                            table,
                            step,
                            0,
                            1,
                            drawn.length / 32,
                            relay ? 1 : (float) poisson.weight(),
                            all ? target : drawn,
                            0);
                }
                for (int i : neurons) {
                    target[i] += drawn[i];
                }
            }
            case Stimulus.SpikeTrain train -> {
                Map<Long, Integer> counts = new HashMap<>();
                for (double t : train.timesMs()) {
                    counts.merge(Math.round((t + train.delayMs()) / dtMs) - 1, 1, Integer::sum);
                }
                float weight = relay(p) ? 1 : (float) train.weight();
                for (int i : neurons) {
                    input[receptor(p, train.weight())][i] += weight * counts.getOrDefault(step, 0);
                }
            }
            case Stimulus.Current current -> {
                int at = -1;
                for (int i = 0; i < current.timesMs().size(); i++) {
                    at = Math.round(current.timesMs().get(i) / dtMs) <= step ? i : at;
                }
                for (int i : neurons) {
                    currents[number][i] = at < 0 ? 0 : current.amplitudesPa().get(at);
                    double sum = 0;
                    for (int s = 0; s < currents.length; s++) {
                        sum += network.populationIndex(network.stimuli().get(s).target()) == p ? currents[s][i] : 0;
                    }
                    states.get(p).setCurrent(i, sum);
                }
            }
            default -> throw new UnsupportedOperationException("the reference knows no " + stimulus);
        }
    }

    private boolean relay(int p) {
        return plan.populations().get(p).receptors().getFirst().receptor().sign() == Receptor.Sign.COUNT;
    }

    private int receptor(int p, double weight) {
        List<ReceptorPlan> receptors = plan.populations().get(p).receptors();
        return receptors.size() == 2 && weight < 0 ? 1 : 0;
    }
}
