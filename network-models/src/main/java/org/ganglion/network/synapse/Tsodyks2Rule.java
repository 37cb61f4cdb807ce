package org.ganglion.network.synapse;

/**
 * The rule of {@link Tsodyks2Synapse} where all synapses have the same parameters: all of a source then have the same
 * resources, which are its traces (u, x, whether there was a spike).
 */
record Tsodyks2Rule(double use, Decay fac, Decay rec, double u, double x) implements Plasticity {

    @Override
    public Weights reach(Weights atStart) {
        return Tsodyks.share(atStart);
    }

    @Override
    public double usual(double weightAtStart) {
        return use > 0 ? use * weightAtStart : weightAtStart;
    }

    @Override
    public boolean heedsPost() {
        return false;
    }

    @Override
    public int preTraces() {
        return 3;
    }

    @Override
    public void beginPre(double[] traces, int at) {
        traces[at] = u;
        traces[at + 1] = x;
        traces[at + 2] = 0;
    }

    @Override
    public void preSpike(double[] traces, int at, long sinceLast) {
        Tsodyks.use(traces, at, use, fac.after(sinceLast), rec.after(sinceLast));
    }

    @Override
    public double carried(double[] kept, int at, double[] pre, int preAt, double uniform) {
        return pre[preAt + 1] * pre[preAt] * kept[at];
    }
}
