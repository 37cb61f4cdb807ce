package org.ganglion.network.synapse;

import java.util.List;
import org.ganglion.network.random.Distribution;

/**
 * The rule of {@link Tsodyks2Synapse} where parameters differ from synapse to synapse. Keeps the weight, the resources (u,
 * x, whether there was a spike), and U, tau_rec and tau_fac.
 */
record Tsodyks2DrawnRule(
        Distribution use, Distribution tauRecMs, Distribution tauFacMs, double dtMs, double u, double x)
        implements Plasticity {
    private static final int STATE = 1;
    private static final int USE = 4;
    private static final int TAU_REC = 5;
    private static final int TAU_FAC = 6;

    @Override
    public Weights reach(Weights atStart) {
        return Tsodyks.share(atStart);
    }

    @Override
    public double usual(double weightAtStart) {
        return Tsodyks.usualShare(use) * weightAtStart;
    }

    @Override
    public boolean heedsPost() {
        return false;
    }

    @Override
    public int kept() {
        return 7;
    }

    @Override
    public List<Distribution> drawn() {
        return List.of(use, tauRecMs, tauFacMs);
    }

    @Override
    public void begin(double[] kept, int at, double weight, double[] drawn) {
        kept[at] = weight;
        kept[at + STATE] = u;
        kept[at + STATE + 1] = x;
        kept[at + STATE + 2] = 0;
        System.arraycopy(drawn, 0, kept, at + USE, 3);
    }

    @Override
    public void onPreSpike(
            double[] kept, int at, double[] pre, int preAt, long sincePre, double[] post, int postAt, long sincePost) {
        double timeMs = sincePre * dtMs;
        double tauFac = kept[at + TAU_FAC];
        double facilitated = tauFac == 0 ? 0 : StrictMath.exp(-timeMs / tauFac);
        double unrecovered = StrictMath.exp(-timeMs / kept[at + TAU_REC]);
        Tsodyks.use(kept, at + STATE, kept[at + USE], facilitated, unrecovered);
    }

    @Override
    public double carried(double[] kept, int at, double[] pre, int preAt, double uniform) {
        return kept[at + STATE + 1] * kept[at + STATE] * kept[at];
    }
}
