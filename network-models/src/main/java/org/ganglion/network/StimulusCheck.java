package org.ganglion.network;

import java.util.List;
import java.util.Optional;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.Receptor.Sign;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** Checks one stimulus and the population it drives. */
final class StimulusCheck {

    /** The largest expected number of Poisson spikes onto one neuron in one step. */
    private static final double MAX_SPIKES_PER_STEP = 1e6;

    private final CheckedNetwork network;
    private final Report report;
    private final Grid grid;
    private final String path;
    private final Optional<Population> target;

    private StimulusCheck(CheckedNetwork network, Stimulus stimulus) {
        this.network = network;
        this.report = network.report();
        this.grid = network.grid();
        this.path = "stimuli." + stimulus.name();
        this.target = network.population(path + ".to", stimulus.target());
    }

    static void check(CheckedNetwork network, Stimulus stimulus) {
        StimulusCheck check = new StimulusCheck(network, stimulus);
        check.target.ifPresent(t -> check.network.selection(check.path + ".neurons", stimulus.neurons(), t));
        switch (stimulus) {
            case Stimulus.Poisson poisson -> check.poisson(poisson);
            case Stimulus.SpikeTrain train -> check.spikeTrain(train);
            case Stimulus.Current current -> check.current(current);
        }
    }

    private void poisson(Stimulus.Poisson poisson) {
        weight(poisson.weight(), poisson.receptor());
        String at = path + ".rate";
        double rate = poisson.rateHz();
        if (ValueCheck.finite(report, at, rate, Unit.HERTZ)
                && ValueCheck.inRange(report, at, rate, Unit.HERTZ, Range.NOT_NEGATIVE)
                && grid.usable()
                && rate * grid.dtMs() / 1000 > MAX_SPIKES_PER_STEP) {
            report.add(
                    at,
                    Unit.HERTZ.format(rate) + " gives more than " + (long) MAX_SPIKES_PER_STEP + " spikes in one step ("
                            + grid.step() + "); lower the rate or simulation.dt");
        }
        boolean started = onGrid(path + ".start", poisson.startMs());
        double stop = poisson.stopMs();
        if (stop != Double.POSITIVE_INFINITY && onGrid(path + ".stop", stop) && started && stop <= poisson.startMs()) {
            report.add(
                    path + ".stop",
                    Unit.MILLISECOND.format(stop) + " is not after the start ("
                            + Unit.MILLISECOND.format(poisson.startMs()) + "); raise stop or lower start");
        }
    }

    private void spikeTrain(Stimulus.SpikeTrain train) {
        weight(train.weight(), train.receptor());
        String at = path + ".delay";
        double delay = train.delayMs();
        boolean sound = ValueCheck.finite(report, at, delay, Unit.MILLISECOND)
                && ValueCheck.inRange(report, at, delay, Unit.MILLISECOND, Range.NOT_NEGATIVE)
                && grid.usable();
        if (sound && delay / grid.dtMs() > ProjectionCheck.MAX_DELAY_STEPS) {
            report.add(
                    at,
                    Unit.MILLISECOND.format(delay) + " is longer than the longest delay ("
                            + Unit.MILLISECOND.format(grid.timeMs(ProjectionCheck.MAX_DELAY_STEPS)) + "); lower it");
            sound = false;
        } else if (sound) {
            Optional<String> complaint = grid.complaint(delay);
            complaint.ifPresent(message -> report.add(at, message));
            sound = complaint.isEmpty();
        }
        for (int i = 0; i < train.timesMs().size(); i++) {
            double time = train.timesMs().get(i);
            if (time(path + ".times." + i, time) && sound && (time + delay) / grid.dtMs() < 1e-6) {
                report.add(
                        path + ".times." + i,
                        "a spike at " + Unit.MILLISECOND.format(time) + " with a delay of "
                                + Unit.MILLISECOND.format(delay) + " arrives before the first step (" + grid.step()
                                + "); raise the time or the delay to " + grid.step());
            }
        }
    }

    private void current(Stimulus.Current current) {
        List<Double> times = current.timesMs();
        if (times.isEmpty()) {
            report.add(path + ".times", "there is none; give at least one time");
        }
        if (times.size() != current.amplitudesPa().size()) {
            report.add(
                    path + ".amplitudes",
                    "there are " + current.amplitudesPa().size() + " amplitudes for " + times.size()
                            + " times; give one for each");
        }
        for (int i = 0; i < times.size(); i++) {
            String at = path + ".times." + i;
            boolean sound = onGrid(at, times.get(i));
            if (sound && i > 0 && times.get(i) <= times.get(i - 1)) {
                report.add(
                        at,
                        Unit.MILLISECOND.format(times.get(i)) + " is not after the time before it ("
                                + Unit.MILLISECOND.format(times.get(i - 1)) + "); times must rise");
            }
        }
        for (int i = 0; i < current.amplitudesPa().size(); i++) {
            ValueCheck.finite(
                    report, path + ".amplitudes." + i, current.amplitudesPa().get(i), Unit.PICOAMPERE);
        }
        Optional<List<Receptor>> receptors = network.receptors(target);
        boolean takesNone = receptors.isPresent() && receptors.get().stream().allMatch(r -> r.sign() == Sign.COUNT);
        target.filter(t -> takesNone)
                .ifPresent(t -> report.add(
                        path + ".to",
                        t.name() + " is of the model " + t.model().name()
                                + ", which takes no current; choose another population or send spikes"));
    }

    private void weight(double weight, String receptor) {
        Optional<List<Receptor>> receptors = network.receptors(path + ".receptor", target, receptor);
        boolean finite = ValueCheck.finite(report, path + ".weight", weight, ProjectionCheck.unit(receptors));
        if (finite && receptors.isPresent() && target.isPresent()) {
            ProjectionCheck.signs(
                    report, path + ".weight", Distribution.constant(weight), receptors.get(), target.get());
        }
    }

    private boolean time(String at, double ms) {
        return ValueCheck.finite(report, at, ms, Unit.MILLISECOND)
                && ValueCheck.inRange(report, at, ms, Unit.MILLISECOND, Range.NOT_NEGATIVE);
    }

    private boolean onGrid(String at, double ms) {
        if (!time(at, ms)) {
            return false;
        }
        Optional<String> complaint = grid.complaint(ms);
        complaint.ifPresent(message -> report.add(at, message));
        return complaint.isEmpty();
    }
}
