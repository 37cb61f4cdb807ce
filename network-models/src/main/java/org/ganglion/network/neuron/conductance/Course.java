package org.ganglion.network.neuron.conductance;

import java.util.List;
import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.part.DoubleColumn;
import org.ganglion.network.neuron.part.Exp;

/**
 * The conductances of one neuron inside a step, and the linear equation {@code u' = -A(t) u + D(t)} that they make with
 * the leak (see {@link Flow}): loaded for one neuron, then moved on piece by piece.
 */
public final class Course {
    private final ConductanceMembrane membrane;
    private final Conductances conductances;
    private final DoubleColumn leaks;
    private final DoubleColumn capacitances;
    private final DoubleColumn[] taus;
    private final DoubleColumn[] reversals;

    /** Conductance over capacitance of the loaded neuron, per ms, as {@code (rate + slope t) exp(-t/tau)}. */
    private final double[] rate;

    private final double[] slope;
    private final double[] tau;
    private final double[] reversal;
    private double leak;
    private double drive;

    /** A and D, their slopes, and the integral of A, where {@link #evaluate} was called last. */
    public double a;

    public double d;
    double slopeOfA;
    double slopeOfD;
    double integral;

    public Course(Columns columns, ConductanceMembrane membrane, Conductances conductances) {
        this.membrane = membrane;
        this.conductances = conductances;
        leaks = DoubleColumn.of(columns, i -> columns.parameter("g_L", i) / columns.parameter("C_m", i), "g_L", "C_m");
        capacitances = DoubleColumn.of(columns, i -> columns.parameter("C_m", i), "C_m");
        int count = conductances.count();
        taus = new DoubleColumn[count];
        reversals = new DoubleColumn[count];
        List<DecayingPart> parts = conductances.ofEachConductance();
        for (int c = 0; c < count; c++) {
            String tauName = parts.get(c).tau();
            taus[c] = DoubleColumn.of(columns, i -> columns.parameter(tauName, i), tauName);
            reversals[c] = ConductanceMembrane.aboveRest(columns, parts.get(c).reversal());
        }
        rate = new double[count];
        slope = new double[count];
        tau = new double[count];
        reversal = new double[count];
    }

    /** Takes up a neuron at the start of its step. */
    public void load(int neuron) {
        leak = leaks.at(neuron);
        drive = membrane.drive.at(neuron);
        double pf = capacitances.at(neuron);
        for (int c = 0; c < rate.length; c++) {
            rate[c] = conductances.conductance(c, neuron) / pf;
            slope[c] = conductances.slope(c, neuron) / pf;
            tau[c] = taus[c].at(neuron);
            reversal[c] = reversals[c].at(neuron);
        }
    }

    /** Works out the equation some time ahead. */
    public void evaluate(double ms) {
        a = leak;
        d = drive;
        slopeOfA = 0;
        slopeOfD = 0;
        integral = leak * ms;
        for (int c = 0; c < rate.length; c++) {
            double left = Exp.of(-ms / tau[c]);
            double now = (rate[c] + slope[c] * ms) * left;
            double change = slope[c] * left - now / tau[c];
            a += now;
            d += now * reversal[c];
            slopeOfA += change;
            slopeOfD += change * reversal[c];
            double gone = tau[c] * (1 - left);
            integral += rate[c] * gone + slope[c] * tau[c] * (gone - ms * left);
        }
    }

    /** Moves on in time. */
    public void move(double ms) {
        for (int c = 0; c < rate.length; c++) {
            double left = Exp.of(-ms / tau[c]);
            rate[c] = (rate[c] + slope[c] * ms) * left;
            slope[c] *= left;
        }
    }

    /** What all conductances over capacitance are at most, by size, on the way to some time ahead. */
    public double most(double ms) {
        double sum = leak;
        for (int c = 0; c < rate.length; c++) {
            sum += Math.abs(rate[c]) + ms * Math.abs(slope[c]);
        }
        return sum;
    }

    /**
     * Estimates what Gauss's rule with three points misses on the way to some time ahead: 2e6 times its error over the
     * distance of the reversal potentials.
     */
    double gaussError(double ms) {
        double p = ms * most(ms);
        double sum = ms * leak * sixthPower(p);
        for (int c = 0; c < rate.length; c++) {
            double share = ms * (Math.abs(rate[c]) + ms * Math.abs(slope[c]));
            // Never more than the conductance does at all.
            sum += share * Math.min(2e6, sixthPower(p + ms / tau[c]));
        }
        return sum;
    }

    /** The second derivative that each conductance brings to the equilibrium D/A, summed by size, some time ahead. */
    double curvature(double ms) {
        double sum = 0;
        for (int c = 0; c < rate.length; c++) {
            double now = (Math.abs(rate[c]) + Math.abs(slope[c]) * ms) * Exp.of(-ms / tau[c]);
            sum += now / tau[c] / tau[c];
        }
        return sum;
    }

    private static double sixthPower(double x) {
        double square = x * x;
        return square * square * square;
    }
}
