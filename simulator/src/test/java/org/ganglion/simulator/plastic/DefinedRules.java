package org.ganglion.simulator.plastic;

import static org.ganglion.simulator.plastic.OneSource.DT_MS;

import java.util.ArrayList;
import java.util.List;
import org.ganglion.simulator.plastic.OneSource.Spikes;

/**
 * What presynaptic spikes carry by the definition of a rule: every trace is a sum over all earlier spikes, and nothing is
 * kept from spike to spike but the weight. Slow, and with code of its own throughout.
 */
final class DefinedRules {
    private final List<Long> pre;
    private final List<Long> post;
    private final int delay;

    /** How a weight changes when a spike reaches the synapse: the {@code index}-th of its side, at a time in ms. */
    interface Change {
        double of(double weight, int index, double timeMs);
    }

    DefinedRules(Spikes spikes, int delay) {
        this.pre = spikes.pre();
        this.post = spikes.post();
        this.delay = delay;
    }

    /** Time of a step in ms; the run starts one step before step 0, at time 0. */
    private static double ms(long step) {
        return (step + 1) * DT_MS;
    }

    /** Weights that the presynaptic spikes carry, from changes at spikes on both sides, in the order of time. */
    private List<Double> weights(double atStart, Change onPost, Change onPre) {
        List<Double> result = new ArrayList<>();
        double w = atStart;
        int next = 0;
        for (int i = 0; i < pre.size(); i++) {
            for (; next < post.size() && post.get(next) + delay <= pre.get(i); next++) {
                w = onPost.of(w, next, ms(post.get(next) + delay));
            }
            w = onPre.of(w, i, ms(pre.get(i)));
            result.add(w);
        }
        return result;
    }

    /** Trace at a time of the presynaptic spikes that came by then, those at this time not included if they are {@code before}. */
    private double preTrace(double timeMs, int end, double tauMs) {
        double sum = 0;
        for (int j = 0; j < end; j++) {
            sum += Math.exp(-(timeMs - ms(pre.get(j))) / tauMs);
        }
        return sum;
    }

    /** Number of presynaptic spikes that came before the one that is next at a time at which a postsynaptic one arrives. */
    private int preBefore(double timeMs) {
        int count = 0;
        while (count < pre.size() && ms(pre.get(count)) < timeMs - DT_MS / 2) {
            count++;
        }
        return count;
    }

    /** Trace of the postsynaptic spikes strictly before the time that a presynaptic spike meets. */
    private double postTrace(double preMs, double tauMs) {
        double sum = 0;
        for (long p : post) {
            double since = preMs - delay * DT_MS - ms(p);
            sum += since > DT_MS / 2 ? Math.exp(-since / tauMs) : 0;
        }
        return sum;
    }

    List<Double> nearest(double atStart, double most, double lambda, double alpha, double muPlus, double muMinus) {
        return weights(
                atStart,
                (w, index, t) -> {
                    int before = preBefore(t);
                    double last = before == 0 ? 0 : ms(pre.get(before - 1));
                    double r = w / most + lambda * Math.pow(1 - w / most, muPlus) * Math.exp(-(t - last) / 20);
                    return Math.min(1, r) * most;
                },
                (w, index, t) -> {
                    double nearest = Double.NEGATIVE_INFINITY;
                    for (long p : post) {
                        nearest = t - delay * DT_MS - ms(p) > DT_MS / 2 ? ms(p) : nearest;
                    }
                    double trace = Math.exp(-(t - delay * DT_MS - nearest) / 20);
                    return Math.max(0, w / most - alpha * lambda * Math.pow(w / most, muMinus) * trace) * most;
                });
    }

    List<Double> power(double atStart, double lambda, double alpha, double mu) {
        return weights(
                atStart,
                (w, index, t) -> w + lambda * Math.pow(w, mu) * preTrace(t, preBefore(t), 20),
                (w, index, t) -> Math.max(0, w - lambda * alpha * w * postTrace(t, 20)));
    }

    List<Double> triplet(double atStart, double most, double up, double up3, double down, double down3) {
        return weights(
                atStart,
                (w, index, t) -> {
                    double slow = 0;
                    for (int k = 0; k < index; k++) {
                        slow += Math.exp(-(ms(post.get(index)) - ms(post.get(k))) / 110);
                    }
                    return Math.min(most, w + preTrace(t, preBefore(t), 16.8) * (up + up3 * slow));
                },
                (w, index, t) -> Math.max(0, w - postTrace(t, 20) * (down + down3 * preTrace(t, index, 101))));
    }

    List<Double> balance(double atStart, double most, double eta, double alpha) {
        return weights(
                atStart,
                (w, index, t) -> Math.min(most, w + eta * preTrace(t, preBefore(t), 20)),
                (w, index, t) -> Math.max(0, Math.min(most, w + eta * postTrace(t, 20)) - alpha * eta));
    }

    /** Resources by small steps of Euler's method between the spikes. */
    List<Double> tsodyks(double weight, double use, double tauPscMs, double tauRecMs, double tauFacMs) {
        List<Double> result = new ArrayList<>();
        double x = 1;
        double y = 0;
        double u = 0;
        double now = 0;
        for (long p : pre) {
            int steps = 400 * (int) Math.round((ms(p) - now) / DT_MS);
            double h = steps == 0 ? 0 : (ms(p) - now) / steps;
            for (int i = 0; i < steps; i++) {
                double z = 1 - x - y;
                x += h * z / tauRecMs;
                y -= h * y / tauPscMs;
            }
            u *= Math.exp(-(ms(p) - now) / tauFacMs);
            now = ms(p);
            u += use * (1 - u);
            result.add(u * x * weight);
            y += u * x;
            x -= u * x;
        }
        return result;
    }

    /** Maass & Markram 2002, equations 1 and 2, from spike to spike. */
    List<Double> tsodyks2(double weight, double use, double tauRecMs, double tauFacMs, double u0) {
        List<Double> result = new ArrayList<>();
        double r = 1;
        double u = u0;
        for (int k = 0; k < pre.size(); k++) {
            if (k > 0) {
                double apart = ms(pre.get(k)) - ms(pre.get(k - 1));
                r = 1 + (r - r * u - 1) * Math.exp(-apart / tauRecMs);
                u = use + u * (1 - use) * Math.exp(-apart / tauFacMs);
            }
            result.add(weight * u * r);
        }
        return result;
    }

    /** Dopamine-modulated plasticity (A_plus 0.07, A_minus 0.09) by small steps between which the weight is kept within its bounds. */
    List<Double> dopamine(
            List<Long> signal, int signalDelay, double atStart, double least, double most, double base, double tauCMs) {
        int parts = 16;
        double h = DT_MS / parts;
        double leftOfC = Math.exp(-h / tauCMs);
        double leftOfN = Math.exp(-h / 200);
        List<Double> result = new ArrayList<>();
        double w = atStart;
        double c = 0;
        double n = 0;
        int nextPost = 0;
        int nextPre = 0;
        int nextSignal = 0;
        for (long step = 0; nextPre < pre.size(); step++) {
            for (int i = 0; i < parts; i++) {
                double slope = c * (n - base);
                c *= leftOfC;
                n *= leftOfN;
                w = Math.clamp(w + h / 2 * (slope + c * (n - base)), least, most);
            }
            for (; nextSignal < signal.size() && signal.get(nextSignal) + signalDelay <= step; nextSignal++) {
                n += 1.0 / 200;
            }
            for (; nextPost < post.size() && post.get(nextPost) + delay == step; nextPost++) {
                c += 0.07 * preTrace(ms(step), nextPre, 20);
            }
            for (; nextPre < pre.size() && pre.get(nextPre) == step; nextPre++) {
                c -= 0.09 * postTrace(ms(step), 20);
                result.add(w);
            }
        }
        return result;
    }
}
