package org.ganglion.network.synapse;

/** The rule of {@link VogelsSprekelerSynapse}. Keeps the size of the weight; one trace on either side. */
record VogelsSprekelerRule(Decay plus, Decay minus, double eta, double alpha, double mostWeight) implements Plasticity {

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
        kept[at] = raised(kept[at], pre[preAt] * plus.after(sincePre));
    }

    @Override
    public void onPreSpike(
            double[] kept, int at, double[] pre, int preAt, long sincePre, double[] post, int postAt, long sincePost) {
        double trace = postAt < 0 ? 0 : (post[postAt] + 1) * minus.after(sincePost);
        double lowered = raised(kept[at], trace) - alpha * eta;
        kept[at] = lowered > 0 ? lowered : 0;
    }

    private double raised(double size, double trace) {
        return Math.min(size + eta * trace, Math.abs(mostWeight));
    }
}
