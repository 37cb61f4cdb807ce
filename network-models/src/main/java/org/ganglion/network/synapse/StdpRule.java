package org.ganglion.network.synapse;

/**
 * The rule of {@link StdpSynapse}. Keeps the weight relative to the largest; one trace on either side.
 *
 * @param up step size of potentiation
 * @param down step size of depression
 */
record StdpRule(Decay plus, Decay minus, double up, double down, double muPlus, double muMinus, double mostWeight)
        implements Plasticity {

    @Override
    public double smallestWeight() {
        return Math.min(0, mostWeight);
    }

    @Override
    public double largestWeight() {
        return Math.max(0, mostWeight);
    }

    @Override
    public double kept(double weight) {
        return weight / mostWeight;
    }

    @Override
    public double weight(double kept) {
        return kept * mostWeight;
    }

    @Override
    public int preTraces() {
        return 1;
    }

    @Override
    public int postTraces() {
        return 1;
    }

    @Override
    public void preSpike(double[] traces, int at, long sinceLast) {
        traces[at] = traces[at] * plus.after(sinceLast) + 1;
    }

    @Override
    public void postSpike(double[] traces, int last, int at, long sinceLast) {
        traces[at] = last < 0 ? 0 : (traces[last] + 1) * minus.after(sinceLast);
    }

    @Override
    public double onPostSpike(double kept, double[] pre, int preAt, long sincePre, double[] post, int postAt) {
        double raised = kept + up * power(1 - kept, muPlus) * (pre[preAt] * plus.after(sincePre));
        return raised < 1 ? raised : 1;
    }

    @Override
    public double onPreSpike(
            double kept, double[] pre, int preAt, long sincePre, double[] post, int postAt, long sincePost) {
        if (postAt < 0) {
            return kept;
        }
        double lowered = kept - down * power(kept, muMinus) * ((post[postAt] + 1) * minus.after(sincePost));
        return lowered > 0 ? lowered : 0;
    }

    private static double power(double base, double exponent) {
        return exponent == 0 ? 1 : exponent == 1 ? base : StrictMath.pow(base, exponent);
    }
}
