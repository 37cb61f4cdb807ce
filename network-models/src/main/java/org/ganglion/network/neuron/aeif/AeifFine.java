package org.ganglion.network.neuron.aeif;

import org.ganglion.network.neuron.Columns;
import org.ganglion.network.neuron.conductance.Conductances;
import org.ganglion.network.neuron.conductance.Course;
import org.ganglion.network.neuron.part.Exp;

/**
 * Takes one of the {@link AeifNeurons} through a step in which it may fire, or changes too fast for their kernels: by the
 * method of Dormand and Prince, of fifth order with control of its error, and with the moment of each spike.
 *
 * <p>J. R. Dormand and P. J. Prince (1980), doi:10.1016/0771-050X(80)90013-3.
 */
final class AeifFine {
    /** By stage: when, in parts of the piece, and what it takes of the stages before it. The last is the result. */
    private static final double[] WHEN = {0, 1.0 / 5, 3.0 / 10, 4.0 / 5, 8.0 / 9, 1, 1};

    private static final double[][] TAKES = {
        {},
        {1.0 / 5},
        {3.0 / 40, 9.0 / 40},
        {44.0 / 45, -56.0 / 15, 32.0 / 9},
        {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
        {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656},
        {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84}
    };

    /** Difference to the result of fourth order. */
    private static final double[] ERROR = {
        71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40
    };

    private static final int STAGES = WHEN.length;

    /** Allowed error of a piece: of the potential in mV, or of the time in ms, and of w in pA. */
    private static final double ERROR_MV = 1e-8;

    private static final double ERROR_MS = 1e-9;
    private static final double ERROR_PA = 1e-6;

    /** A spike that is no further off than this, in ms, with nothing to stop it, is taken to come. */
    private static final double CERTAIN_MS = 1e-4;

    private static final double CERTAIN_SHARE = 1e-2;

    /** A peak that is passed and left again within so small a part of a step is not looked for. */
    private static final double NARROWEST_PEAK = 1e-6;

    /** Pieces shorter than this part of a step, and steps of more pieces than this, are beyond any meaning. */
    private static final double SHORTEST = 1e-15;

    private static final int MOST_TRIALS = 40;

    private static final int MOST_PIECES = 20_000;

    private final AeifNeurons neurons;
    private final AeifCoefficients coefficients;
    private final Course course;
    private final double dtMs;

    /** The loaded neuron; see {@link AeifCoefficients}. */
    private double u;

    private double w;
    private double threshold;
    private double peak;
    private double sharpness;
    private double spike;
    private double perCapacitance;
    private double a;
    private double perTauW;

    /** Rates of change by stage, and the state and the spike current at the last one. */
    private final double[] uRate = new double[STAGES];

    private final double[] wRate = new double[STAGES];
    private double nextU;
    private double nextW;
    private double current;

    /** Spike current at the first stage, and whether one between came to the peak. */
    private double firstCurrent;

    private boolean reachedPeak;

    AeifFine(Columns columns, double dtMs, AeifNeurons neurons, Conductances conductances) {
        this.neurons = neurons;
        this.dtMs = dtMs;
        coefficients = neurons.coefficients;
        course = new Course(columns, neurons.membrane, conductances);
    }

    /**
     * Advances a neuron that is not held by a step.
     *
     * @param most stops when it has fired more often
     * @return how often it fired
     */
    int advance(int neuron, int most) {
        load(neuron);
        int count = 0;
        double left = dtMs;
        double piece = begin();
        for (int pieces = 0; left > 0 && count <= most; pieces++) {
            piece = Math.min(piece, left);
            if (pieces == MOST_PIECES || piece < SHORTEST * dtMs || !(Math.abs(u) < 1e300)) {
                u = Double.NaN;
                break;
            }
            double moment = soonPeak(left);
            if (moment < 0) {
                double error = attempt(piece);
                boolean fits = error <= 1;
                if (!fits || (reachedPeak && nextU < peak && piece > NARROWEST_PEAK * dtMs)) {
                    piece *= fits ? 0.5 : Math.max(0.2, 0.9 / fourthRoot(error));
                    continue;
                }
                if (nextU < peak) {
                    accept(piece);
                    left -= piece;
                    piece *= Math.min(4, 0.9 / fourthRoot(error));
                    continue;
                }
                moment = locate(piece);
            }
            count++;
            left = Math.max(0, left - moment);
            fire(neuron, moment);
            if (neurons.membrane.refractory.holds(neuron)) {
                double end = a * u;
                w = end + (w - end) * Exp.of(-left * perTauW);
                break;
            }
            piece = begin();
        }
        neurons.membrane.u[neuron] = u;
        neurons.w[neuron] = w;
        return count;
    }

    private void load(int neuron) {
        course.load(neuron);
        u = neurons.membrane.u[neuron];
        w = neurons.w[neuron];
        threshold = coefficients.threshold.at(neuron);
        peak = coefficients.peak.at(neuron);
        sharpness = coefficients.sharpness.at(neuron);
        spike = coefficients.spike.at(neuron);
        perCapacitance = coefficients.perCapacitance.at(neuron);
        a = coefficients.a.at(neuron);
        perTauW = 1 / coefficients.tauW.at(neuron);
    }

    /** Starts anew from a state; returns how long the first piece may be. */
    private double begin() {
        course.evaluate(0);
        rates(0, u, w);
        firstCurrent = current;
        return 0.5 / (course.most(0) + current * sharpness + perTauW);
    }

    /** When the peak will be reached if this is certain and soon, with w then; negative if not. */
    private double soonPeak(double left) {
        nextW = w;
        if (u >= peak) {
            return 0;
        }
        double speed = firstCurrent * sharpness;
        double others = uRate[0] - firstCurrent;
        if (speed * CERTAIN_MS < 1
                || Math.abs(others) > CERTAIN_SHARE * firstCurrent
                || course.most(0) > 0.1 * CERTAIN_SHARE * speed) {
            return -1;
        }
        // The spike current alone takes the potential there in this time; the rest changes that in first order.
        double alone = (1 - Exp.of((u - peak) * sharpness)) / speed;
        double moment = alone * (1 - others / firstCurrent / 2);
        nextW = w + moment * (a * (u + 1 / sharpness) - w) * perTauW;
        return moment < left ? moment : -1;
    }

    /** Takes a piece by trial; returns its error, above 1 if that is too large. */
    private double attempt(double ms) {
        reachedPeak = false;
        double uError = ERROR[0] * uRate[0];
        double wError = ERROR[0] * wRate[0];
        for (int stage = 1; stage < STAGES; stage++) {
            double[] takes = TAKES[stage];
            double uSum = 0;
            double wSum = 0;
            for (int k = 0; k < stage; k++) {
                uSum += takes[k] * uRate[k];
                wSum += takes[k] * wRate[k];
            }
            nextU = u + ms * uSum;
            nextW = w + ms * wSum;
            reachedPeak |= nextU >= peak;
            if (stage != STAGES - 1) {
                course.evaluate(WHEN[stage] * ms);
            }
            rates(stage, nextU, nextW);
            uError += ERROR[stage] * uRate[stage];
            wError += ERROR[stage] * wRate[stage];
        }
        double allowed = ERROR_MV + ERROR_MS * Math.abs(uRate[STAGES - 1]);
        return ms * Math.max(Math.abs(uError) / allowed, Math.abs(wError) / ERROR_PA);
    }

    /** Rates of change; a potential above the peak counts as the peak. */
    private void rates(int stage, double atU, double atW) {
        double bounded = Math.min(atU, peak);
        current = spike * Exp.of((bounded - threshold) * sharpness);
        uRate[stage] = course.d - course.a * bounded - atW * perCapacitance + current;
        wRate[stage] = (a * bounded - atW) * perTauW;
    }

    private void accept(double ms) {
        u = nextU;
        w = nextW;
        uRate[0] = uRate[STAGES - 1];
        wRate[0] = wRate[STAGES - 1];
        firstCurrent = current;
        course.move(ms);
    }

    /** The moment of a piece at whose end the potential is above the peak, at which it comes there. */
    private double locate(double piece) {
        double low = 0;
        double high = piece;
        double moment = piece;
        for (int i = 0; i < MOST_TRIALS; i++) {
            double rate = uRate[STAGES - 1];
            double miss = nextU - peak;
            if (Math.abs(miss) <= ERROR_MV + ERROR_MS * Math.abs(rate)) {
                break;
            }
            low = miss > 0 ? low : moment;
            high = miss > 0 ? moment : high;
            double newton = moment - miss / rate;
            moment = newton > low && newton < high ? newton : (low + high) / 2;
            attempt(moment);
        }
        return moment;
    }

    private void fire(int neuron, double moment) {
        course.move(moment);
        u = neurons.membrane.reset.at(neuron);
        w = nextW + coefficients.b.at(neuron);
    }

    private static double fourthRoot(double x) {
        return Math.sqrt(Math.sqrt(x));
    }
}
