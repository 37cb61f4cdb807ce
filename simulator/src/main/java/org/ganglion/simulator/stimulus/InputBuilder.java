package org.ganglion.simulator.stimulus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Rate;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.SpikeTimes;
import org.ganglion.network.Stimulus;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.random.CountTable;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.PoissonDrawVector;
import org.ganglion.network.random.PoissonTable;
import org.ganglion.network.random.Purpose;
import org.ganglion.simulator.plan.PopulationPlan;
import org.ganglion.simulator.plan.ReceptorPlan;
import org.ganglion.simulator.plan.StimulusBound;

/** Turns the stimuli of a network into what they do to one slice: spikes in the order of their declaration, then currents. */
public final class InputBuilder {
    private final Network network;
    private final RunSettings settings;
    private final StepTimes times;
    private final PopulationPlan population;
    private final SliceSelection slice;
    private final RateClock.Clocks clocks;

    /** @param clocks of the rates that change; the same for all slices of a group */
    public InputBuilder(Experiment experiment, SliceSelection slice, RateClock.Clocks clocks) {
        this.network = experiment.network();
        this.settings = experiment.settings();
        this.times = new StepTimes(settings.dtMs());
        this.population = slice.population();
        this.slice = slice;
        this.clocks = clocks;
    }

    /** One input for each stimulus of spikes onto the slice, and one for all that inject currents if there are any. */
    public SliceInput[] build() {
        List<SliceInput> inputs = new ArrayList<>();
        CurrentBuilder currents = new CurrentBuilder(settings, slice);
        for (int s = 0; s < network.stimuli().size(); s++) {
            Stimulus stimulus = network.stimuli().get(s);
            if (reaches(stimulus)) {
                switch (stimulus) {
                    case Stimulus.OfSpikes spikes -> inputs.add(spikes(spikes, s));
                    case Stimulus.OfCurrent current -> currents.add(current, network.stimulusKey(s));
                }
            }
        }
        inputs.addAll(currents.build());
        return inputs.toArray(SliceInput[]::new);
    }

    private boolean reaches(Stimulus stimulus) {
        return stimulus.target().equals(population.population().name());
    }

    /**
     * Replaces the inputs of stimuli that have changed by others, which have no state yet.
     *
     * @param before the stimuli that the inputs are of
     * @param after the same stimuli as they shall be
     */
    public void replace(SliceInput[] inputs, List<Stimulus> before, List<Stimulus> after) {
        CurrentBuilder currents = new CurrentBuilder(settings, slice);
        boolean other = false;
        int next = 0;
        for (int s = 0; s < after.size(); s++) {
            boolean changed = !after.get(s).equals(before.get(s));
            if (reaches(after.get(s))) {
                switch (after.get(s)) {
                    case Stimulus.OfSpikes spikes -> {
                        inputs[next] = changed ? spikes(spikes, s) : inputs[next];
                        next++;
                    }
                    case Stimulus.OfCurrent current -> {
                        currents.add(current, network.stimulusKey(s));
                        other |= changed;
                    }
                }
            }
        }
        if (other) {
            inputs[next] = currents.build().getFirst();
        }
    }

    /** @param position of the stimulus among all */
    private SliceInput spikes(Stimulus.OfSpikes stimulus, int position) {
        ReceptorPlan receptor = receptor(stimulus.weight(), stimulus.receptor());
        double weight = receptor.receptor().sign() == Receptor.Sign.COUNT ? 1 : stimulus.weight();
        return switch (stimulus) {
            case Stimulus.Poisson poisson -> poisson(poisson, key(position, true), receptor.index(), (float) weight);
            case Stimulus.ModulatedPoisson poisson ->
                poisson(poisson, key(position, poisson.individual()), receptor.index(), (float) weight);
            case Stimulus.Gamma gamma ->
                gamma(gamma, key(position, gamma.individual()), receptor.index(), (float) weight);
            case Stimulus.Mip mip -> mip(mip, position, receptor.index(), (float) weight);
            case Stimulus.PulsePacket packet ->
                packet(packet, key(position, packet.individual()), receptor.index(), weight);
            case Stimulus.SpikeTrain train -> train(train, receptor.index(), weight);
            case Stimulus.RecordedTrains trains -> trains(trains, receptor.index(), weight);
        };
    }

    /** The number by which a stimulus draws what each neuron has for itself, or what all have in common. */
    private int key(int position, boolean individual) {
        return individual ? network.stimulusKey(position) : StimulusBound.family(network, position);
    }

    private PoissonInput poisson(Stimulus.Poisson poisson, int number, int receptor, float weight) {
        PoissonTable table = PoissonTable.of(poisson.rateHz() * settings.dtMs() * 1e-3);
        long[] keys = new long[table.draws()];
        long[] tieKeys = new long[table.draws()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = Keys.of(settings.seed(), Purpose.POISSON_INPUT, number, i);
            tieKeys[i] = Keys.of(settings.seed(), Purpose.TIE_BREAK, number, i);
        }
        return new PoissonInput(
                receptor,
                weight,
                table,
                keys,
                tieKeys,
                slice.firstBlock(),
                slice.stride(),
                times.step(poisson.startMs()),
                times.step(poisson.rateHz() == 0 ? poisson.startMs() : poisson.stopMs()), // never, where there are none
                chosen(poisson.neurons()),
                new long[PoissonDrawVector.ROOM]);
    }

    private SliceInput poisson(Stimulus.ModulatedPoisson poisson, int number, int receptor, float weight) {
        Counts counts = counts(poisson.rate(), poisson.startMs(), poisson.stopMs());
        return poisson.individual()
                ? individual(counts, number, receptor, weight, poisson.neurons())
                : new CommonInput(receptor, weight, common(counts, number), chosen(poisson.neurons()));
    }

    private SliceInput mip(Stimulus.Mip mip, int position, int receptor, float weight) {
        Counts mother = counts(new Rate.Constant(mip.rateHz()), mip.startMs(), mip.stopMs());
        Counts copies = new Counts.Copies(common(mother, key(position, false)), mip.copyProbability());
        return individual(copies, key(position, true), receptor, weight, mip.neurons());
    }

    private Counts counts(Rate rate, double startMs, double stopMs) {
        return new Counts.Poisson(clocks.of(rate), times.step(startMs), times.step(stopMs), new CountTable());
    }

    private SliceInput individual(Counts counts, int number, int receptor, float weight, Selection neurons) {
        DrawKeys keys = new DrawKeys(settings.seed(), Purpose.STIMULUS_COUNT, number);
        return new CountInput(
                receptor,
                weight,
                counts,
                keys,
                slice.firstBlock(),
                slice.stride(),
                chosen(neurons),
                new long[PoissonDrawVector.ROOM]);
    }

    private Counts.Common common(Counts counts, int number) {
        return new Counts.Common(counts, new DrawKeys(settings.seed(), Purpose.COMMON_INPUT, number));
    }

    private SliceInput gamma(Stimulus.Gamma gamma, int number, int receptor, float weight) {
        int[] elements = new int[slice.sliceSize()];
        Arrays.fill(elements, -1);
        for (int neuron : slice.chosen(gamma.neurons())) {
            elements[neuron] = gamma.individual() ? slice.index(neuron) : 0;
        }
        GammaInput.Renewal renewal = new GammaInput.Renewal(
                clocks.of(gamma.rate()),
                gamma.order(),
                times.step(gamma.startMs()),
                times.step(gamma.stopMs()),
                Keys.of(settings.seed(), Purpose.INTERVAL, number, gamma.individual() ? 0 : 1));
        int most = (int) StimulusBound.atOnce(gamma, settings);
        return new GammaInput(receptor, weight, renewal, most, elements);
    }

    private SliceInput packet(Stimulus.PulsePacket packet, int number, int receptor, double weight) {
        double[] centersMs =
                packet.pulseTimesMs().stream().mapToDouble(Double::doubleValue).toArray();
        PacketTimes spikes = PacketTimes.of(
                settings.seed(),
                number,
                centersMs,
                packet.activity(),
                packet.sdevMs(),
                settings.dtMs(),
                times.step(packet.startMs()),
                times.step(packet.stopMs()));
        int[] neurons = slice.chosen(packet.neurons());
        if (packet.individual()) {
            int[] indices = Arrays.stream(neurons).map(slice::index).toArray();
            return new PacketInput(receptor, weight, spikes, neurons, indices);
        }
        TreeMap<Long, Integer> counts = new TreeMap<>();
        for (int p = 0; p < spikes.packets(); p++) {
            for (int i = 0; i < packet.activity(); i++) {
                long step = spikes.step(p, 0, i);
                if (step >= 0) {
                    counts.merge(step, 1, Integer::sum);
                }
            }
        }
        return train(receptor, weight, counts, neurons);
    }

    private SliceInput train(Stimulus.SpikeTrain train, int receptor, double weight) {
        // A spike at time t with delay d acts in the step that ends at t + d.
        TreeMap<Long, Integer> counts = new TreeMap<>();
        for (double timeMs : train.emittedMs()) {
            counts.merge(times.step(timeMs) + times.delay(train.delayMs()) - 1, 1, Integer::sum);
        }
        return train(receptor, weight, counts, slice.chosen(train.neurons()));
    }

    private static TrainInput train(int receptor, double weight, SortedMap<Long, Integer> counts, int[] neurons) {
        return new TrainInput(
                receptor,
                weight,
                counts.keySet().stream().mapToLong(Long::longValue).toArray(),
                counts.values().stream().mapToInt(Integer::intValue).toArray(),
                neurons);
    }

    private SliceInput trains(Stimulus.RecordedTrains trains, int receptor, double weight) {
        SpikeTimes spikes = trains.emitted();
        long delay = times.delay(trains.delayMs());
        long ticsPerStep = Math.round(settings.dtMs() * SpikeTimes.TICS_PER_MS);
        int[] neurons = slice.chosen(trains.neurons());
        if (spikes.common()) {
            TreeMap<Long, Integer> counts = new TreeMap<>();
            for (int i = 0; i < spikes.spikes(); i++) {
                counts.merge(Math.ceilDiv(spikes.tic(i), ticsPerStep) + delay - 1, 1, Integer::sum);
            }
            return train(receptor, weight, counts, neurons);
        }
        int[] indices = Arrays.stream(neurons).map(slice::index).toArray();
        int size = 0;
        for (int index : indices) {
            size += spikes.end(index) - spikes.begin(index);
        }
        EventInput.Events.Draft events = new EventInput.Events.Draft(size);
        for (int i = 0; i < neurons.length; i++) {
            for (int e = spikes.begin(indices[i]); e < spikes.end(indices[i]); e++) {
                long step = Math.ceilDiv(spikes.tic(e), ticsPerStep) + delay - 1;
                events.add(step, neurons[i]);
            }
        }
        return new EventInput(receptor, weight, events.sorted());
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

    private Chosen chosen(Selection selection) {
        return selection instanceof Selection.All ? Chosen.ALL : Chosen.of(slice.mask(selection));
    }
}
