package org.ganglion.io.plot;

import org.ganglion.network.Network;
import org.ganglion.network.Pairs;
import org.ganglion.network.Projection;

/** What a population does to others. */
public enum Effect {
    EXCITES,
    INHIBITS,
    NEITHER;

    /** What the weights of its projections say; {@link #NEITHER} where they differ in sign, or there are none. */
    public static Effect of(Network network, Pairs pairs, String population) {
        Effect effect = NEITHER;
        for (int i = 0; i < network.projections().size(); i++) {
            Projection projection = network.projections().get(i);
            double weight = pairs.resembling(i, projection.weight()).quantile(0.5);
            if (projection.source().equals(population) && weight != 0) {
                Effect here = weight > 0 ? EXCITES : INHIBITS;
                if (effect != NEITHER && effect != here) {
                    return NEITHER;
                }
                effect = here;
            }
        }
        return effect;
    }
}
