package org.ganglion.network;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;

/** Checks one recorder and the population or projection it watches. */
final class RecorderCheck {

    private RecorderCheck() {}

    static void check(CheckedNetwork network, Recorder recorder) {
        String path = "recorders." + recorder.name();
        switch (recorder) {
            case Recorder.OfNeurons ofNeurons -> neurons(network, path, ofNeurons);
            case Recorder.Weights weights -> synapses(network, path, weights);
        }
        WindowCheck.check(network.report(), network.grid(), path, recorder.startMs(), recorder.stopMs());
    }

    private static void neurons(CheckedNetwork network, String path, Recorder.OfNeurons recorder) {
        Optional<Population> population = network.population(path + ".from", recorder.population());
        population.ifPresent(p -> network.selection(path + ".neurons", recorder.neurons(), p));
        switch (recorder) {
            case Recorder.Spikes _ -> {}
            case Recorder.State state -> {
                interval(network, path + ".interval", state.intervalMs());
                WindowCheck.onGrid(network.report(), network.grid(), path + ".offset", state.offsetMs());
                variables(network, path + ".variables", state.variables(), population);
            }
            case Recorder.Rates rates -> interval(network, path + ".bin", rates.binMs());
        }
    }

    private static void synapses(CheckedNetwork network, String path, Recorder.Weights recorder) {
        List<Projection> all = network.network().projections();
        List<String> names = all.stream().map(Projection::name).toList();
        int number = names.indexOf(recorder.projection());
        if (number < 0) {
            network.report().add(path + ".projection", Suggestion.unknown("projection", recorder.projection(), names));
        } else {
            network.sized(all.get(number).source())
                    .ifPresent(p -> network.selection(path + ".sources", recorder.sources(), p));
            network.sized(all.get(number).target())
                    .ifPresent(p -> network.selection(path + ".targets", recorder.targets(), p));
        }
        if (recorder.samples()) {
            interval(network, path + ".interval", recorder.intervalMs());
        }
    }

    private static void interval(CheckedNetwork network, String at, double intervalMs) {
        boolean sound = ValueCheck.finite(network.report(), at, intervalMs, Unit.MILLISECOND)
                && ValueCheck.inRange(network.report(), at, intervalMs, Unit.MILLISECOND, Range.POSITIVE)
                && network.grid().usable();
        if (sound && network.grid().steps(intervalMs) < 1) {
            network.report()
                    .add(
                            at,
                            Unit.MILLISECOND.format(intervalMs) + " is below one step ("
                                    + network.grid().step() + "); raise it or lower simulation.dt");
        } else if (sound) {
            network.grid().complaint(intervalMs).ifPresent(message -> network.report()
                    .add(at, message));
        }
    }

    private static void variables(
            CheckedNetwork network, String path, List<String> names, Optional<Population> population) {
        Report report = network.report();
        if (names.isEmpty()) {
            report.add(path, "there is none; name at least one state variable");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String at = path + "." + i;
            String name = names.get(i);
            if (!seen.add(name)) {
                report.add(at, name + " is listed twice; remove one");
            } else if (population.isPresent()) {
                Population recorded = population.get();
                List<String> allowed = network.recordable(recorded);
                if (!allowed.contains(name)) {
                    String what = "state variable of " + recorded.model().name();
                    report.add(at, Suggestion.unknown(what, name, allowed));
                }
            }
        }
    }
}
