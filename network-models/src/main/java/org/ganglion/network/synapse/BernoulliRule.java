package org.ganglion.network.synapse;

import java.util.List;
import org.ganglion.network.random.Distribution;

/** The rule of {@link BernoulliSynapse}. Keeps the weight and, where it differs from synapse to synapse, the probability. */
record BernoulliRule(Distribution transmits) implements Plasticity {

    @Override
    public Weights reach(Weights atStart) {
        return Tsodyks.share(atStart);
    }

    @Override
    public boolean heedsPost() {
        return false;
    }

    @Override
    public int kept() {
        return 2;
    }

    @Override
    public List<Distribution> drawn() {
        return List.of(transmits);
    }

    @Override
    public void begin(double[] kept, int at, double weight, double[] drawn) {
        kept[at] = weight;
        kept[at + 1] = drawn[0];
    }

    @Override
    public boolean random() {
        return true;
    }

    @Override
    public double carried(double[] kept, int at, double[] pre, int preAt, double uniform) {
        return uniform < kept[at + 1] ? kept[at] : 0;
    }
}
