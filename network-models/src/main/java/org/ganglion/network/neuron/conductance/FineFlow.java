package org.ganglion.network.neuron.conductance;

import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.part.Exp;

/**
 * Carries the membrane of a neuron over a step in which its conductances are too large, or change too fast, for a
 * {@link Flow}: in pieces as short as they must be.
 *
 * <p>A piece is {@code u(t) = exp(-phi(t)) u(0) + integral of exp(phi(s) - phi(t)) D(s)}, with the integral phi of A known
 * exactly and the other one taken by Gauss's rule with three points, which is of sixth order. Conductances so large that
 * the potential follows their equilibrium {@code r = D/A} need no pieces: there {@code u = r - r'/A}.
 */
final class FineFlow {
    /** Nodes of Gauss's rule on 0..1; their weights are 5/18, 8/18 and 5/18. */
    private static final double[] NODES = {0.11270166537925831148, 0.5, 0.88729833462074168852};

    private static final double[] WEIGHTS = {5.0 / 18, 8.0 / 18, 5.0 / 18};

    /** Largest {@link Course#gaussError} and integral of A of a piece: they keep its error below 1e-6 mV. */
    private static final double LARGEST_ERROR = 1e-2;

    private static final double LARGEST_PHI = 0.7;

    /** Integral of A after which a potential has forgotten where it was. */
    private static final double FORGOTTEN = 40;

    /** Largest curvature of the equilibrium over A squared, relative. */
    private static final double SETTLED = 2e-7;

    /** Pieces shorter than this part of a step, and steps of more pieces than this, are beyond any meaning. */
    private static final double SHORTEST = 1e-7;

    private static final int MOST_PIECES = 20_000;

    /** Larger numbers would overflow soon. */
    private static final double LARGEST = 1e100;

    private final double dtMs;
    private final Course course;

    FineFlow(Columns columns, double dtMs, ConductanceMembrane membrane, Conductances conductances) {
        this.dtMs = dtMs;
        course = new Course(columns, membrane, conductances);
    }

    /** The potential above rest after the step; NaN if it cannot be told. */
    double advance(int neuron, double start) {
        course.load(neuron);
        double u = start;
        double left = dtMs;
        for (int pieces = 0; left > 0; pieces++) {
            if (pieces == MOST_PIECES || !(Math.abs(u) < LARGEST) || !(course.most(left) < LARGEST)) {
                return Double.NaN;
            }
            double piece = left;
            while (course.gaussError(piece) > LARGEST_ERROR || piece * course.most(piece) > LARGEST_PHI) {
                piece /= 2;
            }
            course.evaluate(0);
            double leap = course.a > 0 ? left : 0;
            while (leap > 8 * piece && !settles(leap)) {
                leap /= 2;
            }
            boolean settled = leap > 8 * piece;
            if (!settled && piece < SHORTEST * dtMs) {
                return Double.NaN;
            }
            u = settled ? equilibrium() : gauss(u, piece);
            piece = settled ? leap : piece;
            course.move(piece);
            left -= piece;
        }
        return u;
    }

    /** Whether the potential is at the equilibrium some time ahead; then the course is evaluated there. */
    private boolean settles(double ms) {
        course.evaluate(ms);
        double a = course.a;
        return course.integral > FORGOTTEN && a > 0 && course.curvature(ms) < SETTLED * a * a * a;
    }

    private double equilibrium() {
        double a = course.a;
        double slope = (course.slopeOfD - course.d / a * course.slopeOfA) / a;
        return (course.d - slope) / a;
    }

    private double gauss(double u, double ms) {
        course.evaluate(ms);
        double whole = course.integral;
        double sum = Exp.of(-whole) * u;
        for (int i = 0; i < NODES.length; i++) {
            course.evaluate(NODES[i] * ms);
            sum += WEIGHTS[i] * ms * Exp.of(course.integral - whole) * course.d;
        }
        return sum;
    }
}
