package org.ganglion.network.synapse;

/**
 * The rule of {@link StdpPlSynapseHom}. Keeps the weight; one trace on either side.
 *
 * @param up step size of potentiation
 * @param down step size of depression
 */
record StdpPlRule(Decay plus, Decay minus, double up, double down, Power mu, double limit) implements Plasticity {

    @Override
    public Weights reach(Weights atStart) {
        return new Weights(0, limit);
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
        kept[at] += up * mu.of(kept[at]) * (pre[preAt] * plus.after(sincePre));
    }

    @Override
    public void onPreSpike(
            double[] kept, int at, double[] pre, int preAt, long sincePre, double[] post, int postAt, long sincePost) {
        if (postAt >= 0) {
            double lowered = kept[at] - down * kept[at] * ((post[postAt] + 1) * minus.after(sincePost));
            kept[at] = lowered > 0 ? lowered : 0;
        }
    }
}
