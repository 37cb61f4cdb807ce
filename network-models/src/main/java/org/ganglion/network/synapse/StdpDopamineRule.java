package org.ganglion.network.synapse;

import java.util.Optional;

/**
 * The rule of {@link StdpDopamineSynapse}. Keeps the weight and the eligibility c, which spikes on both sides change and
 * which decays; the weight follows the product of c and the dopamine n, in closed form from event to event.
 */
record StdpDopamineRule(
        Decay plus, Decay minus, double up, double down, double leastWeight, double mostWeight, Dopamine dopamine)
        implements Plasticity {

    @Override
    public Weights reach(Weights atStart) {
        return new Weights(leastWeight, mostWeight);
    }

    @Override
    public int kept() {
        return 2;
    }

    @Override
    public void begin(double[] kept, int at, double weight, double[] drawn) {
        kept[at] = weight;
        kept[at + 1] = dopamine.eligibilityAtStart();
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
        kept[at + 1] += up * (pre[preAt] * plus.after(sincePre));
    }

    @Override
    public void onPreSpike(
            double[] kept, int at, double[] pre, int preAt, long sincePre, double[] post, int postAt, long sincePost) {
        if (postAt >= 0) {
            kept[at + 1] -= down * ((post[postAt] + 1) * minus.after(sincePost));
        }
    }

    @Override
    public Optional<Modulation> modulation() {
        return Optional.of(dopamine);
    }
}
