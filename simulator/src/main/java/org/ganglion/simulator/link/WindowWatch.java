package org.ganglion.simulator.link;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.network.Experiment;
import org.ganglion.network.Population;
import org.ganglion.network.RunSettings;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.simulator.Runaway;

/**
 * Watches rates of populations and states of neurons over windows of model time. Groups tell of each; once all have told, the
 * window is closed. No group runs further ahead of the open window than the run would go on after it, so that a run
 * that has to end does so at a step that depends on the spikes alone.
 *
 * <p>Populations of few neurons are left out, and those that only relay spikes, whose rate is what somebody asked for.
 */
public final class WindowWatch {
    /** Neurons of the smallest population that is watched. */
    static final int LEAST_NEURONS = 50;

    private static final double WINDOW_MS = 100;

    /** A group runs at least so far ahead of the open window, so that groups rarely wait for each other because of it. */
    private static final long LEAST_LEAD = 1024;

    private final Experiment experiment;
    private final int groups;
    private final long window;
    private final Map<Long, Sum> open = new HashMap<>();
    private long closed;
    private Optional<StateFault> fault = Optional.empty();
    private volatile Optional<Runaway> runaway = Optional.empty();

    private static final class Sum {
        final long[] spikes;
        final List<StateFault> faults = new ArrayList<>();
        int told;

        Sum(int populations) {
            spikes = new long[populations];
        }
    }

    /** @param groups of the run, each of which tells every window */
    public WindowWatch(Experiment experiment, int groups) {
        this.experiment = experiment;
        this.groups = groups;
        this.window = window(experiment.settings());
    }

    /** Steps of a window. */
    public static long window(RunSettings settings) {
        return Math.max(1, Math.round(WINDOW_MS / settings.dtMs()));
    }

    /** The step that no group may pass yet. */
    public long gate() {
        return runaway.isPresent() ? runaway.get().endStep() : closed + window + lead();
    }

    private long lead() {
        return Math.max(window, LEAST_LEAD);
    }

    /**
     * Takes what a group tells.
     *
     * @return whether this closed a window, and so moved the gate
     */
    public boolean take(WindowReport report) {
        long[] spikes = report.spikes();
        Sum sum = open.computeIfAbsent(report.end(), e -> new Sum(spikes.length));
        for (int p = 0; p < spikes.length; p++) {
            sum.spikes[p] += spikes[p];
        }
        report.fault().ifPresent(sum.faults::add);
        sum.told++;
        if (sum.told < groups || runaway.isPresent() || fault.isPresent()) {
            return false;
        }
        open.remove(report.end());
        fault = sum.faults.stream().min(Comparator.naturalOrder());
        runaway = find(report.end(), sum.spikes);
        closed = report.end();
        return true;
    }

    /** Passes unless a window that is closed had a neuron whose state was not finite; tells of the first one. */
    public void requireFiniteStates() {
        if (fault.isPresent()) {
            throw fault.get().exception();
        }
    }

    private Optional<Runaway> find(long end, long[] spikes) {
        RunSettings settings = experiment.settings();
        List<Population> populations = experiment.network().populations();
        double seconds = window * settings.dtMs() * 1e-3;
        Optional<Runaway> fastest = Optional.empty();
        for (int p = 0; p < spikes.length; p++) {
            Population population = populations.get(p);
            double rateHz = spikes[p] / (seconds * population.size());
            double above = fastest.map(Runaway::rateHz).orElse(settings.maxRateHz());
            if (rateHz > above && isWatched(population)) {
                fastest = Optional.of(new Runaway(
                        population.name(),
                        rateHz,
                        settings.maxRateHz(),
                        (end - window) * settings.dtMs(),
                        end * settings.dtMs(),
                        end + lead()));
            }
        }
        return fastest;
    }

    private static boolean isWatched(Population population) {
        return population.size() >= LEAST_NEURONS
                && population.model().receptors(population.allParameters()).stream()
                        .noneMatch(r -> r.sign() == Receptor.Sign.COUNT);
    }

    /** The step at which the run ends whatever it was meant to; the largest number there is if it does not. */
    public long limit() {
        return runaway.map(Runaway::endStep).orElse(Long.MAX_VALUE);
    }

    /** Why the run ends, if it does. */
    public Optional<Runaway> runaway() {
        return runaway;
    }
}
