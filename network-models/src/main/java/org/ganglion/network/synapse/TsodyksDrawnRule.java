package org.ganglion.network.synapse;

import java.util.List;
import org.ganglion.network.random.Distribution;

/**
 * The rule of {@link TsodyksSynapse} where parameters differ from synapse to synapse. Keeps the weight, the resources (u, x,
 * y, released), and U, tau_rec and tau_fac.
 */
record TsodyksDrawnRule(
        Distribution use,
        Distribution tauRecMs,
        Distribution tauFacMs,
        double tauPscMs,
        double dtMs,
        TsodyksRule.Start start)
        implements Plasticity {
    private static final int STATE = 1;
    private static final int USE = 5;
    private static final int TAU_REC = 6;
    private static final int TAU_FAC = 7;

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
        return 8;
    }

    @Override
    public List<Distribution> drawn() {
        return List.of(use, tauRecMs, tauFacMs);
    }

    @Override
    public void begin(double[] kept, int at, double weight, double[] drawn) {
        kept[at] = weight;
        start.write(kept, at + STATE);
        System.arraycopy(drawn, 0, kept, at + USE, 3);
    }

    @Override
    public void onPreSpike(
            double[] kept, int at, double[] pre, int preAt, long sincePre, double[] post, int postAt, long sincePost) {
        double timeMs = sincePre * dtMs;
        double tauRec = kept[at + TAU_REC];
        double tauFac = kept[at + TAU_FAC];
        double active = StrictMath.exp(-timeMs / tauPscMs);
        double unrecovered = StrictMath.exp(-timeMs / tauRec);
        double facilitated = tauFac == 0 ? 0 : StrictMath.exp(-timeMs / tauFac);
        double recovered = Tsodyks.recovered(timeMs, active, unrecovered, tauPscMs, tauRec);
        Tsodyks.release(kept, at + STATE, kept[at + USE], facilitated, active, unrecovered, recovered);
    }

    @Override
    public double carried(double[] kept, int at, double[] pre, int preAt, double uniform) {
        return kept[at + STATE + 3] * kept[at];
    }
}
