package org.ganglion.network.neuron.conductance;

import java.util.Map;

/**
 * A neuron with conductances, integrated by the classical method of Runge and Kutta in pieces that are halved until
 * halving changes nothing: what the models' steps are compared with. Slow, and written without regard to them.
 */
final class PreciseNeuron {
    private static final double TOLERANCE = 1e-11;

    private final Map<String, Double> parameters;
    private final boolean alpha;
    private final boolean adaptive;
    private final double dtMs;

    double v;
    double w;
    private final double[] g = new double[4];
    private final double[] slope = new double[2];
    private final double[] tau = new double[4];
    private final double[] reversal = new double[4];
    private int heldSteps;

    PreciseNeuron(String model, Map<String, Double> parameters, double dtMs) {
        this.parameters = parameters;
        this.dtMs = dtMs;
        alpha = model.contains("alpha");
        adaptive = model.startsWith("aeif");
        v = p("E_L");
        String[] names = {"syn_ex", "syn_in", "sfa", "rr"};
        String[] reversals = {"E_ex", "E_in", "E_sfa", "E_rr"};
        for (int c = 0; c < 4; c++) {
            tau[c] = parameters.getOrDefault("tau_" + names[c], 1.0);
            reversal[c] = parameters.getOrDefault(reversals[c], 0.0);
        }
    }

    private double p(String name) {
        return parameters.get(name);
    }

    /** One step; returns how often it fires. */
    int step(double currentPa, double excitationNs, double inhibitionNs) {
        boolean held = heldSteps > 0;
        int spikes = 0;
        double from = 0;
        double[] state = {v, w};
        while (from < dtMs) {
            double[] moment = {dtMs};
            state = integrate(state, from, dtMs, held, currentPa, moment);
            from = moment[0];
            if (adaptive && !held && state[0] >= peak() - 1e-9) {
                spikes++;
                state = new double[] {p("V_reset"), state[1] + p("b")};
                held = holdSteps() > 0;
            }
        }
        v = state[0];
        w = state[1];
        decay();
        if (heldSteps > 0) {
            heldSteps--;
        } else if (!adaptive && v >= p("V_th")) {
            spikes = 1;
            v = p("V_reset");
            g[2] += parameters.getOrDefault("q_sfa", 0.0);
            g[3] += parameters.getOrDefault("q_rr", 0.0);
        }
        heldSteps = spikes > 0 ? holdSteps() : heldSteps;
        (alpha ? slope : g)[0] += excitationNs * (alpha ? Math.E / tau[0] : 1);
        (alpha ? slope : g)[1] += inhibitionNs * (alpha ? Math.E / tau[1] : 1);
        return spikes;
    }

    private int holdSteps() {
        return (int) Math.round(p("t_ref") / dtMs);
    }

    private double peak() {
        return p("Delta_T") > 0 ? p("V_peak") : p("V_th");
    }

    private void decay() {
        for (int c = 0; c < 4; c++) {
            double left = Math.exp(-dtMs / tau[c]);
            g[c] = conductance(c, dtMs);
            if (c < 2) {
                slope[c] *= left;
            }
        }
    }

    private double conductance(int c, double t) {
        return (g[c] + (c < 2 ? slope[c] * t : 0)) * Math.exp(-t / tau[c]);
    }

    /** Integrates from one time in the step to another, or to the peak if that comes before. */
    private double[] integrate(
            double[] start, double from, double to, boolean held, double currentPa, double[] moment) {
        double[] state = start;
        double t = from;
        double piece = Math.min(to - from, 1e-3);
        while (t < to) {
            piece = Math.min(piece, to - t);
            double[] once = rungeKutta(state, t, piece, held, currentPa);
            double[] half = rungeKutta(state, t, piece / 2, held, currentPa);
            double[] twice = rungeKutta(half, t + piece / 2, piece / 2, held, currentPa);
            double error = Math.abs(once[0] - twice[0]) + 1e-2 * Math.abs(once[1] - twice[1]);
            // On the upstroke it is the time that counts: a picosecond of it is enough.
            double speed = Math.abs(rates(twice, t + piece, held, currentPa)[0]);
            if (!(error <= TOLERANCE + 1e-10 * speed)) {
                piece /= 2;
                continue;
            }
            if (adaptive && !held && twice[0] >= peak() && piece > 1e-12) {
                piece /= 2;
                continue;
            }
            t = piece == to - t ? to : t + piece;
            state = twice;
            if (adaptive && !held && state[0] >= peak()) {
                state[0] = peak();
                moment[0] = t;
                return state;
            }
            piece *= error < TOLERANCE / 64 ? 2 : 1;
        }
        return state;
    }

    private double[] rungeKutta(double[] y, double t, double h, boolean held, double currentPa) {
        double[] k1 = rates(y, t, held, currentPa);
        double[] k2 = rates(ahead(y, k1, h / 2), t + h / 2, held, currentPa);
        double[] k3 = rates(ahead(y, k2, h / 2), t + h / 2, held, currentPa);
        double[] k4 = rates(ahead(y, k3, h), t + h, held, currentPa);
        double[] result = new double[2];
        for (int i = 0; i < 2; i++) {
            result[i] = y[i] + h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
        }
        return result;
    }

    private static double[] ahead(double[] y, double[] k, double h) {
        return new double[] {y[0] + h * k[0], y[1] + h * k[1]};
    }

    private double[] rates(double[] y, double t, boolean held, double currentPa) {
        double at = held ? p("V_reset") : y[0];
        double sum = p("I_e") + currentPa - p("g_L") * (at - p("E_L"));
        for (int c = 0; c < 4; c++) {
            sum -= conductance(c, t) * (at - reversal[c]);
        }
        double wRate = 0;
        if (adaptive) {
            double deltaT = p("Delta_T");
            sum += deltaT > 0 ? p("g_L") * deltaT * Math.exp((at - p("V_th")) / deltaT) : 0;
            sum -= y[1];
            wRate = (p("a") * (at - p("E_L")) - y[1]) / p("tau_w");
        }
        return new double[] {held ? 0 : sum / p("C_m"), wRate};
    }
}
