package org.ganglion.network;

import java.util.List;
import java.util.Optional;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.Receptor.Sign;
import org.ganglion.network.random.CountTable;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/** Checks one stimulus and the population it drives. */
final class StimulusCheck {

    /** The largest expected number of spikes of a mother process in one step: their copies are drawn from one table. */
    private static final double MOST_MOTHER_SPIKES = CountTable.MOST_TRIALS / 2.0;

    /** The largest number of spikes of one packet onto one neuron. */
    private static final Range ACTIVITY = new Range(0, true, 1e6, true);

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
            case Stimulus.OfSpikes spikes -> {
                check.weight(spikes.weight(), spikes.receptor());
                check.spikes(spikes);
            }
            case Stimulus.OfCurrent current -> {
                check.takesCurrent();
                new CurrentCheck(check.report, check.grid, check.path).check(current);
            }
        }
    }

    private void spikes(Stimulus.OfSpikes spikes) {
        switch (spikes) {
            case Stimulus.Poisson poisson -> {
                window(poisson.startMs(), poisson.stopMs());
                rates(poisson.startMs(), poisson.stopMs()).constant("rate", poisson.rateHz());
            }
            case Stimulus.ModulatedPoisson poisson -> {
                window(poisson.startMs(), poisson.stopMs());
                rates(poisson.startMs(), poisson.stopMs()).check(poisson.rate(), false);
            }
            case Stimulus.Gamma gamma -> {
                window(gamma.startMs(), gamma.stopMs());
                rates(gamma.startMs(), gamma.stopMs()).check(gamma.rate(), true);
                if (number("order", gamma.order(), Unit.NONE, Range.atLeast(1)) && gamma.order() > 1e6) {
                    report.add(path + ".order", Unit.NONE.format(gamma.order()) + " is above 1000000; lower it");
                }
            }
            case Stimulus.Mip mip -> mip(mip);
            case Stimulus.PulsePacket packet -> packet(packet);
            case Stimulus.SpikeTrain train -> spikeTrain(train);
            case Stimulus.RecordedTrains trains -> recordedTrains(trains);
        }
    }

    private RateCheck rates(double startMs, double stopMs) {
        return new RateCheck(report, grid, path, Math.max(0, startMs), Math.min(stopMs, network.endMs()));
    }

    private void mip(Stimulus.Mip mip) {
        window(mip.startMs(), mip.stopMs());
        number("p_copy", mip.copyProbability(), Unit.NONE, Range.PROBABILITY);
        double rate = mip.rateHz();
        if (number("rate", rate, Unit.HERTZ, Range.NOT_NEGATIVE)
                && grid.usable()
                && rate * grid.dtMs() / 1000 > MOST_MOTHER_SPIKES) {
            report.add(
                    path + ".rate",
                    Unit.HERTZ.format(rate) + " gives more than " + (long) MOST_MOTHER_SPIKES
                            + " spikes of the mother process in one step (" + grid.step()
                            + "); lower the rate or simulation.dt");
        }
    }

    private void packet(Stimulus.PulsePacket packet) {
        window(packet.startMs(), packet.stopMs());
        number("activity", packet.activity(), Unit.NONE, ACTIVITY);
        number("sdev", packet.sdevMs(), Unit.MILLISECOND, Range.NOT_NEGATIVE);
        if (packet.pulseTimesMs().isEmpty()) {
            report.add(path + ".pulse_times", "there is none; give at least one time");
        }
        for (int i = 0; i < packet.pulseTimesMs().size(); i++) {
            double time = packet.pulseTimesMs().get(i);
            String at = path + ".pulse_times." + i;
            if (time(at, time) && i > 0 && time <= packet.pulseTimesMs().get(i - 1)) {
                report.add(at, notAfter(time, packet.pulseTimesMs().get(i - 1)));
            }
        }
    }

    static String notAfter(double ms, double beforeMs) {
        return Unit.MILLISECOND.format(ms) + " is not after the time before it (" + Unit.MILLISECOND.format(beforeMs)
                + "); times must rise";
    }

    private void spikeTrain(Stimulus.SpikeTrain train) {
        window(train.startMs(), train.stopMs());
        boolean sound = delay(train.delayMs());
        for (int i = 0; i < train.timesMs().size(); i++) {
            double time = train.timesMs().get(i);
            String at = path + ".times." + i;
            if (time(at, time) && sound && train.startMs() == 0 && tooEarly(time + train.delayMs())) {
                report.add(at, arrivesTooEarly(time, train.delayMs()));
            }
        }
    }

    private void recordedTrains(Stimulus.RecordedTrains trains) {
        window(trains.startMs(), trains.stopMs());
        boolean sound = delay(trains.delayMs()) && trains.startMs() == 0;
        SpikeTimes times = trains.times();
        String at = path + ".file";
        if (target.isPresent() && times.neurons() > target.get().size()) {
            report.add(
                    at,
                    times + " are of neurons up to " + (times.neurons() - 1) + ", but "
                            + target.get().name() + " has the neurons 0 to "
                            + (target.get().size() - 1)
                            + "; correct the file or name another population");
        }
        long earliest = Long.MAX_VALUE;
        for (int i = 0; i < times.spikes(); i++) {
            earliest = Math.min(earliest, times.tic(i));
        }
        double firstMs = earliest / (double) SpikeTimes.TICS_PER_MS;
        if (times.spikes() > 0 && sound && tooEarly(firstMs + trains.delayMs())) {
            report.add(at, times + ": " + arrivesTooEarly(firstMs, trains.delayMs()));
        }
    }

    private boolean tooEarly(double arrivalMs) {
        return arrivalMs / grid.dtMs() < 1e-6;
    }

    private String arrivesTooEarly(double ms, double delayMs) {
        return "a spike at " + Unit.MILLISECOND.format(ms) + " with a delay of " + Unit.MILLISECOND.format(delayMs)
                + " arrives before the first step (" + grid.step() + "); raise the time or the delay to " + grid.step();
    }

    private boolean delay(double delayMs) {
        String at = path + ".delay";
        if (!time(at, delayMs) || !grid.usable()) {
            return false;
        }
        if (delayMs / grid.dtMs() > ProjectionCheck.MAX_DELAY_STEPS) {
            report.add(
                    at,
                    Unit.MILLISECOND.format(delayMs) + " is longer than the longest delay ("
                            + Unit.MILLISECOND.format(grid.timeMs(ProjectionCheck.MAX_DELAY_STEPS)) + "); lower it");
            return false;
        }
        Optional<String> complaint = grid.complaint(delayMs);
        complaint.ifPresent(message -> report.add(at, message));
        return complaint.isEmpty();
    }

    private void takesCurrent() {
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

    private void window(double startMs, double stopMs) {
        WindowCheck.check(report, grid, path, startMs, stopMs);
    }

    private boolean number(String key, double value, Unit unit, Range allowed) {
        return ValueCheck.finite(report, path + "." + key, value, unit)
                && ValueCheck.inRange(report, path + "." + key, value, unit, allowed);
    }

    private boolean time(String at, double ms) {
        return ValueCheck.finite(report, at, ms, Unit.MILLISECOND)
                && ValueCheck.inRange(report, at, ms, Unit.MILLISECOND, Range.NOT_NEGATIVE);
    }
}
