package org.ganglion.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.network.connect.SpatialRule;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.neuron.Receptor.Sign;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.space.Kernel;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.wiring.Measured;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.SynapticValue;

/** Checks one projection and the populations it connects. */
final class ProjectionCheck {

    /** The longest delay, in steps: the calendars of due input stay small. */
    static final long MAX_DELAY_STEPS = 1L << 20;

    private final CheckedNetwork network;
    private final Report report;
    private final Projection projection;
    private final String path;
    private final Optional<Pair> pair; // where its populations and their places are sound

    private ProjectionCheck(CheckedNetwork network, int number, Projection projection) {
        this.network = network;
        this.report = network.report();
        this.projection = projection;
        this.path = "projections." + projection.name();
        this.pair = network.pair(number);
    }

    static void check(CheckedNetwork network, int number) {
        Projection projection = network.network().projections().get(number);
        ProjectionCheck check = new ProjectionCheck(network, number, projection);
        network.population(check.path + ".from", projection.source());
        Optional<Population> target = network.population(check.path + ".to", projection.target());
        boolean ruleSound = check.ruleParameters() && check.rule();
        boolean weightSound = check.weight(target, ruleSound);
        SynapseCheck.check(network, number, check.path, weightSound ? target : Optional.empty());
        check.delay(ruleSound);
    }

    private boolean ruleParameters() {
        int before = report.count();
        if (projection.rule() instanceof SpatialRule spatial) {
            spatial.mask().check((name, message) -> report.add(path + ".mask." + name, message));
            kernel(spatial);
        }
        for (Map.Entry<String, Double> entry : projection.rule().values().entrySet()) {
            String at = path + "." + entry.getKey();
            Optional<ParameterSpec> spec = projection.rule().description().parameter(entry.getKey());
            spec.ifPresentOrElse(
                    s -> ValueCheck.number(report, at, entry.getValue(), s),
                    () -> report.add(at, Suggestion.unknown("parameter", entry.getKey(), List.of())));
        }
        return report.count() == before;
    }

    /** Checks the numbers that a kernel is made of. */
    private void kernel(SpatialRule rule) {
        if (rule.kernel() instanceof Kernel kernel) {
            kernel.values().forEach((name, value) -> kernel.description()
                    .parameter(name)
                    .ifPresent(spec ->
                            ValueCheck.number(report, path + "." + rule.kernelName() + "." + name, value, spec)));
        }
    }

    /** What the rule says of the two populations; whether all is well. */
    private boolean rule() {
        int before = report.count();
        pair.ifPresent(p -> projection.rule().check(p, (name, message) -> report.add(path + "." + name, message)));
        return pair.isPresent() && report.count() == before;
    }

    private boolean weight(Optional<Population> target, boolean ruleSound) {
        int before = report.count();
        String at = path + ".weight";
        Optional<List<Receptor>> receptors = network.receptors(path + ".receptor", target, projection.receptor());
        if (projection.weight() instanceof SynapticValue.Drawn(Distribution weight)) {
            Unit unit = unit(receptors);
            boolean finite = ValueCheck.distribution(report, at, weight, unit) && finiteEnds(at, weight, unit);
            if (finite && receptors.isPresent() && target.isPresent()) {
                signs(report, at, weight, receptors.get(), target.get());
            }
        } else if (receptors.isPresent() && target.isPresent()) {
            measured(at, projection.weight(), ruleSound)
                    .ifPresent(m -> new NumbersCheck(report, projection, pair.orElseThrow())
                            .weights(m, target.get(), receptors.get()));
        }
        return report.count() == before;
    }

    /** What some of the weights or delays that are not drawn come to; nothing where that cannot be said. */
    private Optional<Measured> measured(String at, SynapticValue value, boolean ruleSound) {
        if (!ruleSound || pair.isEmpty()) {
            return Optional.empty();
        }
        Probe probe = new Probe(projection, pair.get());
        String objection = probe.objection(value);
        if (!objection.isEmpty()) {
            report.add(at, objection);
            return Optional.empty();
        }
        return Optional.of(probe.measure(value));
    }

    /** The unit of weights; for messages, so where it is not known there is none. */
    static Unit unit(Optional<List<Receptor>> receptors) {
        return receptors
                .flatMap(r -> r.stream().findFirst())
                .map(Receptor::unit)
                .orElse(Unit.NONE);
    }

    private boolean finiteEnds(String at, Distribution value, Unit unit) {
        return ValueCheck.finite(report, at, value.smallest(), unit)
                && ValueCheck.finite(report, at, value.largest(), unit);
    }

    /** Whether the target has a place for weights of these signs. */
    static void signs(Report report, String at, Distribution weight, List<Receptor> receptors, Population target) {
        signs(report, at, weight.smallest(), weight.largest(), receptors, target);
    }

    /** Whether the target has a place for weights between these. */
    static void signs(
            Report report, String at, double smallest, double largest, List<Receptor> receptors, Population target) {
        boolean positive = receptors.stream().anyMatch(r -> r.sign() != Sign.NEGATIVE);
        boolean negative = receptors.stream().anyMatch(r -> r.sign() != Sign.POSITIVE);
        Unit unit = receptors.isEmpty() ? Unit.NONE : receptors.getFirst().unit();
        String name = target.model().name();
        if (receptors.isEmpty()) {
            report.add(at, name + " takes no spikes; choose another target");
        } else if (!positive && largest > 0) {
            report.add(
                    at,
                    unit.format(largest) + " is excitatory, but " + name
                            + " takes only negative weights; make it negative");
        } else if (!negative && smallest < 0) {
            report.add(
                    at,
                    unit.format(smallest) + " is inhibitory, but " + name
                            + " takes only positive weights; make it positive");
        }
    }

    private void delay(boolean ruleSound) {
        String at = path + ".delay";
        if (projection.delayMs() instanceof SynapticValue.Drawn(Distribution delay)) {
            drawnDelay(at, delay);
        } else {
            measured(at, projection.delayMs(), ruleSound)
                    .ifPresent(m -> new NumbersCheck(report, projection, pair.orElseThrow()).delays(m, network.grid()));
        }
    }

    private void drawnDelay(String at, Distribution delay) {
        if (!ValueCheck.distribution(report, at, delay, Unit.MILLISECOND)
                || !finiteEnds(at, delay, Unit.MILLISECOND)
                || !network.grid().usable()) {
            return;
        }
        Grid grid = network.grid();
        if (delay.largest() / grid.dtMs() > MAX_DELAY_STEPS) {
            String reach = delay.isConstant() ? " is longer" : " can be drawn, which is longer";
            report.add(
                    at,
                    Unit.MILLISECOND.format(delay.largest()) + reach + " than the longest delay ("
                            + Unit.MILLISECOND.format(grid.timeMs(MAX_DELAY_STEPS))
                            + "); lower it or raise simulation.dt");
        } else if (delay.isConstant()) {
            constantDelay(report, at, delay.smallest(), grid);
        } else if (Math.floor(delay.smallest() / grid.dtMs() + 0.5) < 1) {
            String half = Unit.MILLISECOND.format(grid.dtMs() / 2);
            report.add(
                    at,
                    "draws can fall to " + Unit.MILLISECOND.format(ValueCheck.shortened(delay.smallest()))
                            + ", which rounds to below one step (" + grid.step() + "); add redraw: {min: " + half
                            + "} or lower simulation.dt");
        }
    }

    /** Whether a delay that all have is at least one step, and on the grid. */
    static void constantDelay(Report report, String at, double delayMs, Grid grid) {
        if (delayMs < grid.dtMs() * (1 - 1e-9)) {
            report.add(
                    at,
                    Unit.MILLISECOND.format(delayMs) + " is below one step (" + grid.step()
                            + "); raise the delay or lower simulation.dt");
            return;
        }
        grid.complaint(delayMs).ifPresent(message -> report.add(at, message));
    }
}
