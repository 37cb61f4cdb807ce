package org.ganglion.network.neuron.conductance;

/**
 * The maps of a {@link Flow} for the conductances of a step, a neuron at a time: what {@link FlowStepVector} must equal
 * to the bit. Results are for neurons {@code first} to {@code end}, that of the first at 0.
 */
final class FlowStep {
    /**
     * Coefficients of {@code (1 - exp(-phi)) / phi}, the highest power last: the polynomial that deviates least from it
     * where phi is between -1/2 and 1/2, by 2.3e-12.
     */
    static final double M0 = 1;

    static final double M1 = -0.4999999999619942;
    static final double M2 = 0.16666666666321386;
    static final double M3 = -0.041666668693356126;
    static final double M4 = 0.008333333517461138;
    static final double M5 = -0.0013888597157557794;
    static final double M6 = 1.9841004783314266e-4;
    static final double M7 = -2.4957038356764337e-5;
    static final double M8 = 2.7698576589337347e-6;

    private FlowStep() {}

    /**
     * The integrals phi and d with two parts.
     *
     * @param d holds the constant drive in mV/ms
     */
    static void two(int first, int end, Flow flow, double[][] g, double[] phi, double[] d) {
        for (int i = first; i < end; i++) {
            double g0 = g[0][i];
            double g1 = g[1][i];
            phi[i - first] = flow.leak.at(i) + g0 * flow.area[0].at(i) + g1 * flow.area[1].at(i);
            double lean = g0 * flow.lean[0].at(i) + g1 * flow.lean[1].at(i);
            double push = g0 * flow.push[0].at(i) + g1 * flow.push[1].at(i);
            d[i - first] = d[i - first] * (flow.length.at(i) - lean) + push + g0 * g1 * flow.twist[0].at(i);
        }
    }

    /** The integrals phi and d with four parts; those of pairs follow in {@link #pairs}. */
    static void four(int first, int end, Flow flow, double[][] g, double[] phi, double[] d) {
        for (int i = first; i < end; i++) {
            double g0 = g[0][i];
            double g1 = g[1][i];
            double g2 = g[2][i];
            double g3 = g[3][i];
            double area = g0 * flow.area[0].at(i)
                    + g1 * flow.area[1].at(i)
                    + g2 * flow.area[2].at(i)
                    + g3 * flow.area[3].at(i);
            double lean = g0 * flow.lean[0].at(i)
                    + g1 * flow.lean[1].at(i)
                    + g2 * flow.lean[2].at(i)
                    + g3 * flow.lean[3].at(i);
            double push = g0 * flow.push[0].at(i)
                    + g1 * flow.push[1].at(i)
                    + g2 * flow.push[2].at(i)
                    + g3 * flow.push[3].at(i);
            phi[i - first] = flow.leak.at(i) + area;
            d[i - first] = d[i - first] * (flow.length.at(i) - lean) + push;
        }
    }

    /** Adds the share of pairs of four parts to d. */
    static void pairs(int first, int end, Flow flow, double[][] g, double[] d) {
        for (int i = first; i < end; i++) {
            double g1 = g[1][i];
            double g2 = g[2][i];
            double g3 = g[3][i];
            double with0 = g1 * flow.twist[0].at(i) + g2 * flow.twist[1].at(i) + g3 * flow.twist[2].at(i);
            double with1 = g2 * flow.twist[3].at(i) + g3 * flow.twist[4].at(i);
            d[i - first] = d[i - first] + g[0][i] * with0 + g1 * with1 + g2 * g3 * flow.twist[5].at(i);
        }
    }

    /** Turns phi into the gain and d into the shift, of {@code size} neurons. */
    static void close(int size, double[] phi, double[] d) {
        for (int i = 0; i < size; i++) {
            double p = phi[i];
            double mean = M8;
            mean = mean * p + M7;
            mean = mean * p + M6;
            mean = mean * p + M5;
            mean = mean * p + M4;
            mean = mean * p + M3;
            mean = mean * p + M2;
            mean = mean * p + M1;
            mean = mean * p + M0;
            phi[i] = 1 - mean * p;
            d[i] = mean * d[i];
        }
    }
}
