package org.ganglion.network;

import java.util.List;
import java.util.Optional;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.spec.Problem;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.wiring.Measured;
import org.ganglion.network.wiring.Measured.Extreme;
import org.ganglion.network.wiring.Pair;
import org.ganglion.network.wiring.SynapticValue;

/**
 * Checks weights and delays that are not drawn, on what many synapses come to: a sample while a description is checked,
 * all of them while a network is planned.
 */
public final class NumbersCheck {
    private final Report report;
    private final Projection projection;
    private final Pair pair;

    NumbersCheck(Report report, Projection projection, Pair pair) {
        this.report = report;
        this.projection = projection;
        this.pair = pair;
    }

    /** What is wrong with the weights of all synapses of a projection, given by its number. */
    public static List<Problem> weights(Experiment experiment, int projection, Measured measured) {
        Projection of = experiment.network().projections().get(projection);
        Report report = new Report();
        Population target = experiment.network().population(of.target());
        new NumbersCheck(report, of, Pairs.of(experiment).of(projection))
                .weights(
                        measured,
                        target,
                        target.model().receptors(target.allParameters()).stream()
                                .filter(r -> of.receptor().equals(Receptor.BY_SIGN)
                                        || r.name().equals(of.receptor()))
                                .toList());
        return report.problems();
    }

    /** What is wrong with their delays. */
    public static List<Problem> delays(Experiment experiment, int projection, Measured measured) {
        Projection of = experiment.network().projections().get(projection);
        Report report = new Report();
        new NumbersCheck(report, of, Pairs.of(experiment).of(projection))
                .delays(measured, new Grid(experiment.settings().dtMs()));
        return report.problems();
    }

    void weights(Measured measured, Population target, List<Receptor> receptors) {
        String path = "projections." + projection.name() + ".weight";
        Unit unit = ProjectionCheck.unit(Optional.of(receptors));
        if (!sound(path, projection.weight(), measured, unit) || measured.count() == 0) {
            return;
        }
        ProjectionCheck.signs(
                report, path, measured.smallest().value(), measured.largest().value(), receptors, target);
    }

    void delays(Measured measured, Grid grid) {
        String path = "projections." + projection.name() + ".delay";
        SynapticValue delay = projection.delayMs();
        if (!sound(path, delay, measured, Unit.MILLISECOND) || measured.count() == 0 || !grid.usable()) {
            return;
        }
        Extreme shortest = measured.smallest();
        Extreme longest = measured.largest();
        if (Math.floor(shortest.value() / grid.dtMs() + 0.5) < 1) {
            report.add(
                    path,
                    where(delay, shortest) + " it is " + Unit.MILLISECOND.format(shortest.value())
                            + ", which rounds to below one step (" + grid.step()
                            + "); raise it there or lower simulation.dt");
        } else if (longest.value() / grid.dtMs() > ProjectionCheck.MAX_DELAY_STEPS) {
            report.add(
                    path,
                    where(delay, longest) + " it is " + Unit.MILLISECOND.format(longest.value())
                            + ", which is longer than the longest delay ("
                            + Unit.MILLISECOND.format(grid.timeMs(ProjectionCheck.MAX_DELAY_STEPS))
                            + "); lower it there or raise simulation.dt");
        }
    }

    /** Whether all are numbers, and not too large. */
    private boolean sound(String path, SynapticValue value, Measured measured, Unit unit) {
        if (!measured.allNumbers()) {
            report.add(
                    path,
                    where(value, measured.missing())
                            + " it has no finite value; change the expression so that it has one everywhere");
            return false;
        }
        for (Extreme extreme : List.of(measured.smallest(), measured.largest())) {
            if (Math.abs(extreme.value()) > ValueCheck.LARGEST) {
                report.add(
                        path,
                        where(value, extreme) + " it is " + unit.format(extreme.value())
                                + ", which is too large; it must be between " + unit.format(-ValueCheck.LARGEST)
                                + " and " + unit.format(ValueCheck.LARGEST));
                return false;
            }
        }
        return true;
    }

    private String where(SynapticValue value, Extreme at) {
        String neurons = "neuron " + at.source() + " of " + projection.source() + " to neuron " + at.target() + " of "
                + projection.target();
        return value instanceof SynapticValue.ByDistance
                ? "at distance " + Unit.NONE.format(pair.distance(at.source(), at.target())) + " (" + neurons + ")"
                : "from " + neurons;
    }
}
