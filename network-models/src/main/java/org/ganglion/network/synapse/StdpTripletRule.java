package org.ganglion.network.synapse;

/** The rule of {@link StdpTripletSynapse}. Keeps the size of the weight; a fast and a slow trace on either side. */
record StdpTripletRule(
        Decay plus,
        Decay plusSlow,
        Decay minus,
        Decay minusSlow,
        double pairUp,
        double tripletUp,
        double pairDown,
        double tripletDown,
        double mostWeight)
        implements Plasticity {

    @Override
    public Weights reach(Weights atStart) {
        return LargestWeight.reach(mostWeight);
    }

    @Override
    public void begin(double[] kept, int at, double weight, double[] drawn) {
        kept[at] = Math.abs(weight);
    }

    @Override
    public double weight(double[] kept, int at) {
        return mostWeight < 0 ? -kept[at] : kept[at];
    }

    @Override
    public int preTraces() {
        return 2;
    }

    @Override
    public int postTraces() {
        return 2;
    }

    @Override
    public void preSpike(double[] traces, int at, long sinceLast) {
        traces[at] = Traces.after(traces[at], plus.after(sinceLast));
        traces[at + 1] = Traces.after(traces[at + 1], plusSlow.after(sinceLast));
    }

    @Override
    public void postSpike(double[] traces, int last, int at, long sinceLast) {
        traces[at] = Traces.before(traces, last, minus.after(sinceLast));
        traces[at + 1] = Traces.before(traces, last < 0 ? -1 : last + 1, minusSlow.after(sinceLast));
    }

    @Override
    public void onPostSpike(double[] kept, int at, double[] pre, int preAt, long sincePre, double[] post, int postAt) {
        double slow = post[postAt + 1];
        double raised = kept[at] + pre[preAt] * plus.after(sincePre) * (pairUp + tripletUp * slow);
        kept[at] = Math.min(raised, Math.abs(mostWeight));
    }

    @Override
    public void onPreSpike(
            double[] kept, int at, double[] pre, int preAt, long sincePre, double[] post, int postAt, long sincePost) {
        if (postAt >= 0) {
            double slow = pre[preAt + 1] * plusSlow.after(sincePre);
            double fast = (post[postAt] + 1) * minus.after(sincePost);
            double lowered = kept[at] - fast * (pairDown + tripletDown * slow);
            kept[at] = lowered > 0 ? lowered : 0;
        }
    }
}
