package org.ganglion.network.neuron.conductance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.Pass;

/**
 * Carries a membrane with conductances over an interval inside the step.
 *
 * <p>The potential {@code u} above rest obeys {@code u' = -A(t) u + D(t)}, where {@code A} is the sum of all
 * conductances over the capacitance, and {@code D} that of conductances times their reversal potentials above rest, plus
 * a constant drive. Both are known functions of time: the conductances decay undisturbed. The equation is linear, so the
 * interval maps {@code u} to {@code gain u + shift}. Magnus' series, up to its second term, gives
 *
 * <pre>{@code
 * gain  = exp(-phi)                    phi = integral of A
 * shift = (1 - exp(-phi)) / phi * d    d = integral of D + 1/2 double integral of A(s) D(t) - A(t) D(s), s < t
 * }</pre>
 *
 * <p>which is of fourth order and exact for conductances that do not change. What it leaves out is proportional to the
 * change of the conductances over the interval: this is why large ones with slow decay cost nothing. The integrals are
 * sums over the {@link DecayingPart parts} of the conductances and over pairs of them, with the coefficients kept here.
 *
 * <p>W. Magnus (1954), doi:10.1002/cpa.3160070404; S. Blanes, F. Casas, J. A. Oteo and J. Ros (2009),
 * doi:10.1016/j.physrep.2008.11.001.
 */
public final class Flow {
    /** Up to this integral of A, by size, the kernels' polynomial is good; see {@link FlowStep#close}. */
    static final double LARGEST_PHI = 0.5;

    /** Nodes and weights of Gauss's rule with eight points on 0..1. */
    private static final double[] NODES = {
        0.0198550717512318841582196, 0.1016667612931866302042230, 0.2372337950418355070911305,
                0.4082826787521750975302620,
        0.5917173212478249024697381, 0.7627662049581644929088696, 0.8983332387068133697957770,
                0.9801449282487681158417804
    };

    private static final double[] WEIGHTS = {
        0.0506142681451881295762657, 0.1111905172266872352721780, 0.1568533229389436436689811,
                0.1813418916891809914825752,
        0.1813418916891809914825752, 0.1568533229389436436689811, 0.1111905172266872352721780,
                0.0506142681451881295762657
    };

    /** The interval is cut so that nothing decays by more than this from one end of a piece to the other. */
    private static final double LARGEST_PIECE = 2;

    private static final int MOST_PIECES = 32;

    /** Part of phi that is due to the leak. */
    final DoubleColumn leak;

    /** Length of the interval. */
    final DoubleColumn length;

    /** By part: its share of phi; what its change over the interval takes from the drive; its share of d. */
    final DoubleColumn[] area;

    final DoubleColumn[] lean;
    final DoubleColumn[] push;

    /** Share of d of each pair of parts, in the order (0, 1), (0, 2), ... (1, 2), ...; of two parts there is one. */
    final DoubleColumn[] twist;

    /** Whether all coefficients are the same for all neurons. */
    final boolean uniform;

    private Flow(DoubleColumn leak, DoubleColumn length, DoubleColumn[][] perPart, DoubleColumn[] twist) {
        this.leak = leak;
        this.length = length;
        this.area = perPart[0];
        this.lean = perPart[1];
        this.push = perPart[2];
        this.twist = twist;
        uniform = DoubleColumn.allConstant(new DoubleColumn[] {leak}, area, lean, push, twist);
    }

    /**
     * Loops that put gains and shifts into arrays, the first neuron's at 0.
     *
     * @param g values of the parts, {@code [part][neuron]}
     * @param gain receives gains
     * @param shift holds the constant drive in mV/ms, and receives shifts in mV
     */
    public List<Pass> passes(double[][] g, double[] gain, double[] shift, boolean vector) {
        List<Pass> integrals = area.length == 2 ? ofTwo(g, gain, shift, vector) : ofFour(g, gain, shift, vector);
        Pass close = vector
                ? (first, end, input, fired) -> FlowStepVector.close(end - first, gain, shift)
                : (first, end, input, fired) -> FlowStep.close(end - first, gain, shift);
        return Stream.concat(integrals.stream(), Stream.of(close)).toList();
    }

    private List<Pass> ofTwo(double[][] g, double[] phi, double[] d, boolean vector) {
        return List.of(
                vector
                        ? (first, end, input, fired) -> FlowStepVector.two(first, end, this, g, phi, d)
                        : (first, end, input, fired) -> FlowStep.two(first, end, this, g, phi, d));
    }

    private List<Pass> ofFour(double[][] g, double[] phi, double[] d, boolean vector) {
        return vector
                ? List.of(
                        (first, end, input, fired) -> FlowStepVector.phiOfFour(first, end, this, g, phi),
                        (first, end, input, fired) -> FlowStepVector.dOfFour(first, end, this, g, d),
                        (first, end, input, fired) -> FlowStepVector.pairs(first, end, this, g, d))
                : List.of(
                        (first, end, input, fired) -> FlowStep.four(first, end, this, g, phi, d),
                        (first, end, input, fired) -> FlowStep.pairs(first, end, this, g, d));
    }

    /** The flow from {@code fromMs} to {@code toMs} after the start of a step, for conductances as at its start. */
    public static Flow of(Columns columns, List<DecayingPart> parts, double fromMs, double toMs) {
        Interval interval = new Interval(columns, fromMs, toMs - fromMs);
        DoubleColumn[][] perPart = new DoubleColumn[3][];
        perPart[0] = parts.stream().map(interval::area).toArray(DoubleColumn[]::new);
        perPart[1] = parts.stream().map(interval::lean).toArray(DoubleColumn[]::new);
        perPart[2] = parts.stream().map(interval::push).toArray(DoubleColumn[]::new);
        List<DoubleColumn> twists = new ArrayList<>();
        for (int j = 0; j < parts.size(); j++) {
            for (DecayingPart other : parts.subList(j + 1, parts.size())) {
                twists.add(interval.twist(parts.get(j), other));
            }
        }
        DoubleColumn leak = DoubleColumn.of(columns, i -> interval.leakPerMs(i) * (toMs - fromMs), "g_L", "C_m");
        return new Flow(leak, DoubleColumn.constant(toMs - fromMs), perPart, twists.toArray(DoubleColumn[]::new));
    }

    /** Computes coefficients; see the class for what they are. */
    private record Interval(Columns columns, double fromMs, double lengthMs) {

        DoubleColumn area(DecayingPart part) {
            return DoubleColumn.of(columns, i -> area(part, i), part.tau(), "C_m");
        }

        DoubleColumn lean(DecayingPart part) {
            return DoubleColumn.of(columns, i -> lean(part, i), part.tau(), "C_m");
        }

        DoubleColumn push(DecayingPart part) {
            return DoubleColumn.of(
                    columns,
                    i -> above(part, i) * (area(part, i) + leakPerMs(i) * lean(part, i)),
                    part.tau(),
                    part.reversal(),
                    "C_m",
                    "g_L",
                    "E_L");
        }

        DoubleColumn twist(DecayingPart one, DecayingPart other) {
            if (one.reversal().equals(other.reversal())) {
                return DoubleColumn.constant(0);
            }
            return DoubleColumn.of(
                    columns,
                    i -> (above(one, i) - above(other, i)) * turn(one, other, i),
                    one.tau(),
                    other.tau(),
                    one.reversal(),
                    other.reversal(),
                    "E_L", // no more than rounding depends on it
                    "C_m");
        }

        double leakPerMs(int neuron) {
            return columns.parameter("g_L", neuron) / columns.parameter("C_m", neuron);
        }

        private double area(DecayingPart part, int neuron) {
            return part.area(columns.parameter(part.tau(), neuron), fromMs, lengthMs)
                    / columns.parameter("C_m", neuron);
        }

        private double lean(DecayingPart part, int neuron) {
            return part.lean(columns.parameter(part.tau(), neuron), fromMs, lengthMs)
                    / columns.parameter("C_m", neuron);
        }

        private double above(DecayingPart part, int neuron) {
            return columns.parameter(part.reversal(), neuron) - columns.parameter("E_L", neuron);
        }

        /** Half the double integral of {@code one(t) other(s) - one(s) other(t)} over s < t, per capacitance squared. */
        private double turn(DecayingPart one, DecayingPart other, int neuron) {
            double tauOne = columns.parameter(one.tau(), neuron);
            double tauOther = columns.parameter(other.tau(), neuron);
            double decays = lengthMs / Math.min(tauOne, tauOther);
            int pieces = (int) Math.clamp(Math.ceil(decays / LARGEST_PIECE), 1, MOST_PIECES);
            double piece = lengthMs / pieces;
            double sum = 0;
            for (int k = 0; k < pieces; k++) {
                for (int n = 0; n < NODES.length; n++) {
                    double s = (k + NODES[n]) * piece;
                    double before = other.area(tauOther, fromMs, s);
                    double beforeOne = one.area(tauOne, fromMs, s);
                    sum += WEIGHTS[n]
                            * (one.at(tauOne, fromMs + s) * before - other.at(tauOther, fromMs + s) * beforeOne);
                }
            }
            double capacitance = columns.parameter("C_m", neuron);
            return sum * piece / 2 / capacitance / capacitance;
        }
    }
}
