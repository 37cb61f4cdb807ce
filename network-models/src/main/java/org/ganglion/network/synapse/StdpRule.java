package org.ganglion.network.synapse;

import java.util.Optional;

/**
 * The rule of {@link StdpSynapse}. Keeps the weight relative to the largest; one trace on either side.
 *
 * @param up step size of potentiation
 * @param down step size of depression
 */
record StdpRule(Decay plus, Decay minus, double up, double down, Power muPlus, Power muMinus, double mostWeight)
        implements Plasticity {

    @Override
    public Weights reach(Weights atStart) {
        return LargestWeight.reach(mostWeight);
    }

    @Override
    public void begin(double[] kept, int at, double weight, double[] drawn) {
        kept[at] = weight / mostWeight;
    }

    @Override
    public double weight(double[] kept, int at) {
        return kept[at] * mostWeight;
    }

    @Override
    public Optional<AdditivePairs> additive() {
        boolean linear = muMinus.exponent() == 0 || muMinus.exponent() == 1;
        return muPlus.exponent() == 0 && linear && up <= 1
                ? Optional.of(new AdditivePairs(
                        plus,
                        minus,
                        up,
                        muMinus.exponent() == 0 ? down : 0,
                        muMinus.exponent() == 0 ? 0 : down,
                        mostWeight))
                : Optional.empty();
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
        traces[at] = Traces.after(traces[at], plus.after(sinceLast));
    }

    @Override
    public void postSpike(double[] traces, int last, int at, long sinceLast) {
        traces[at] = Traces.before(traces, last, minus.after(sinceLast));
    }

    @Override
    public void onPostSpike(double[] kept, int at, double[] pre, int preAt, long sincePre, double[] post, int postAt) {
        double raised = kept[at] + up * muPlus.of(1 - kept[at]) * (pre[preAt] * plus.after(sincePre));
        kept[at] = raised < 1 ? raised : 1;
    }

    @Override
    public void onPreSpike(
            double[] kept, int at, double[] pre, int preAt, long sincePre, double[] post, int postAt, long sincePost) {
        if (postAt >= 0) {
            double trace = (post[postAt] + 1) * minus.after(sincePost);
            double lowered = kept[at] - down * muMinus.of(kept[at]) * trace;
            kept[at] = lowered > 0 ? lowered : 0;
        }
    }
}
