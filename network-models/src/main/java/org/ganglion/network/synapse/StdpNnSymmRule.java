package org.ganglion.network.synapse;

/**
 * The rule of {@link StdpNnSymmSynapse}. Keeps the weight relative to the largest; no traces, because only the last spike
 * on either side counts.
 *
 * @param up step size of potentiation
 * @param down step size of depression
 */
record StdpNnSymmRule(Decay plus, Decay minus, double up, double down, Power muPlus, Power muMinus, double mostWeight)
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
    public void onPostSpike(double[] kept, int at, double[] pre, int preAt, long sincePre, double[] post, int postAt) {
        double raised = kept[at] + up * muPlus.of(1 - kept[at]) * plus.after(sincePre);
        kept[at] = raised < 1 ? raised : 1;
    }

    @Override
    public void onPreSpike(
            double[] kept, int at, double[] pre, int preAt, long sincePre, double[] post, int postAt, long sincePost) {
        if (postAt >= 0) {
            double lowered = kept[at] - down * muMinus.of(kept[at]) * minus.after(sincePost);
            kept[at] = lowered > 0 ? lowered : 0;
        }
    }
}
