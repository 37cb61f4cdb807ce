package org.ganglion.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Stimulus;
import org.ganglion.simulator.group.PlainSimulation;

/** What stimuli send to relays: the spikes of each, one entry for each spike. */
public final class Trains {
    private final RunSettings settings;
    private final int neurons;
    private final long[] spikes;

    private Trains(RunSettings settings, int neurons, long[] spikes) {
        this.settings = settings;
        this.neurons = neurons;
        this.spikes = spikes;
    }

    /** Runs stimuli onto {@code relays}, a population of so many, and onto {@code others}, one of 40. */
    public static Trains of(int neurons, RunSettings settings, int groups, Stimulus... stimuli)
            throws IOException, InterruptedException {
        NetworkBuilder builder = NetworkBuilder.named("trains")
                .population("relays", neurons, "parrot_neuron")
                .population("others", 40, "parrot_neuron")
                .recordSpikes("relays")
                .recordSpikes("others");
        for (Stimulus stimulus : stimuli) {
            builder = builder.stimulate(stimulus);
        }
        Experiment experiment = builder.simulate(settings);
        SpikeList list = new SpikeList();
        try (PlainSimulation simulation = PlainSimulation.build(experiment, groups, list)) {
            simulation.runTo(settings.endStep());
        }
        return new Trains(settings, neurons, list.spikes());
    }

    /** All spikes, as {@link SpikeList#spike} writes them; those of the others have the numbers after the relays'. */
    public long[] spikes() {
        return spikes.clone();
    }

    /** Times of the spikes of a neuron, in the middle of the step that each came in. */
    public double[] timesMs(int neuron) {
        List<Double> times = new ArrayList<>();
        for (long spike : spikes) {
            if ((int) spike == neuron) {
                times.add(((spike >>> 32) + 0.5) * settings.dtMs());
            }
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Steps of the spikes of a neuron. */
    public long[] steps(int neuron) {
        return java.util.Arrays.stream(spikes)
                .filter(s -> (int) s == neuron)
                .map(s -> s >>> 32)
                .toArray();
    }

    /** Spikes of the relays in each step. */
    public long[] perStep() {
        long[] counts = new long[(int) settings.endStep()];
        for (long spike : spikes) {
            counts[(int) (spike >>> 32)] += (int) spike < neurons ? 1 : 0;
        }
        return counts;
    }

    /** Spikes of each relay in each step, {@code [step][neuron]}. */
    public int[][] counts() {
        int[][] counts = new int[(int) settings.endStep()][neurons];
        for (long spike : spikes) {
            if ((int) spike < neurons) {
                counts[(int) (spike >>> 32)][(int) spike]++;
            }
        }
        return counts;
    }
}
