package org.ganglion.simulator.stimulus;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Stimulus;
import org.ganglion.network.random.Keys;
import org.ganglion.network.random.PoissonDraw;
import org.ganglion.network.random.Purpose;

/** Turns the stimuli that inject currents into what they do to one slice. */
final class CurrentBuilder {
    private final RunSettings settings;
    private final StepTimes times;
    private final SliceSelection slice;
    private final List<CurrentSource> sources = new ArrayList<>();

    CurrentBuilder(RunSettings settings, SliceSelection slice) {
        this.settings = settings;
        this.times = new StepTimes(settings.dtMs());
        this.slice = slice;
    }

    /** Adds a stimulus onto the slice's population, which draws by a number. */
    void add(Stimulus.OfCurrent stimulus, int number) {
        sources.add(
                switch (stimulus) {
                    case Stimulus.Current current -> steps(current.inSteps());
                    case Stimulus.Alternating alternating -> alternating(alternating);
                    case Stimulus.Noise noise -> noise(noise, number);
                });
    }

    /** All that were added, as one input; none if there are none. */
    List<SliceInput> build() {
        return sources.isEmpty() ? List.of() : List.of(new SliceCurrents(sources, slice.sliceSize()));
    }

    private CurrentSource steps(Stimulus.Current current) {
        TreeMap<Long, Double> amplitudes = new TreeMap<>();
        for (int i = 0; i < current.timesMs().size(); i++) {
            amplitudes.put(
                    times.step(current.timesMs().get(i)), current.amplitudesPa().get(i));
        }
        return new CurrentSource.Stepped(
                slice.chosen(current.neurons()),
                amplitudes.keySet().stream().mapToLong(Long::longValue).toArray(),
                amplitudes.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    private CurrentSource alternating(Stimulus.Alternating alternating) {
        return new CurrentSource.Alternating(
                slice.chosen(alternating.neurons()),
                new CurrentSource.Sine(alternating.frequencyHz(), alternating.phaseDegrees(), settings.dtMs()),
                alternating.offsetPa(),
                alternating.amplitudePa(),
                times.step(alternating.startMs()),
                times.step(alternating.stopMs()));
    }

    private CurrentSource noise(Stimulus.Noise noise, int number) {
        int[] neurons = slice.chosen(noise.neurons());
        double[] reached = new double[slice.sliceSize()];
        for (int neuron : neurons) {
            reached[neuron] = 1;
        }
        int room = (slice.sliceSize() + PoissonDraw.BLOCK - 1) / PoissonDraw.BLOCK * PoissonDraw.BLOCK;
        CurrentSource.Noise.Moments moments = new CurrentSource.Noise.Moments(
                Keys.of(settings.seed(), Purpose.NOISE_CURRENT, number),
                noise.meanPa(),
                noise.stdPa(),
                noise.modulationPa(),
                new CurrentSource.Sine(noise.frequencyHz(), noise.phaseDegrees(), settings.dtMs()),
                times.delay(noise.intervalMs()),
                times.step(noise.startMs()),
                times.step(noise.stopMs()));
        return new CurrentSource.Noise(
                neurons, reached, slice.firstBlock(), slice.stride(), moments, new double[room], new double[room]);
    }
}
