package org.ganglion.network.synapse;

/**
 * The rule of {@link TsodyksSynapse} where all synapses have the same parameters: all of a source then have the same
 * resources, which are its traces (u, x, y, released).
 */
record TsodyksRule(
        double use, Decay fac, Decay psc, Decay rec, double tauPscMs, double tauRecMs, double dtMs, Start start)
        implements Plasticity {

    /** The resources at the start. */
    record Start(double u, double x, double y) {
        void write(double[] state, int at) {
            state[at] = u;
            state[at + 1] = x;
            state[at + 2] = y;
            state[at + 3] = 0;
        }
    }

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
        return 4;
    }

    @Override
    public void beginPre(double[] traces, int at) {
        start.write(traces, at);
    }

    @Override
    public void preSpike(double[] traces, int at, long sinceLast) {
        double active = psc.after(sinceLast);
        double unrecovered = rec.after(sinceLast);
        double recovered = Tsodyks.recovered(sinceLast * dtMs, active, unrecovered, tauPscMs, tauRecMs);
        Tsodyks.release(traces, at, use, fac.after(sinceLast), active, unrecovered, recovered);
    }

    @Override
    public double carried(double[] kept, int at, double[] pre, int preAt, double uniform) {
        return pre[preAt + 3] * kept[at];
    }
}
