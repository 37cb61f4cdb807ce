package org.ganglion.network.connect;

import java.util.List;
import org.ganglion.network.spec.Catalog;
import org.ganglion.network.spec.Values;

/** The connection rules that can be named in a file. */
public final class ConnectionRules {
    public static final Catalog<ConnectionRule> CATALOG = new Catalog<>(List.of(
            new Catalog.Entry<>(AllToAll.DESCRIPTION, v -> new AllToAll(autapses(v))),
            new Catalog.Entry<>(OneToOne.DESCRIPTION, v -> new OneToOne()),
            new Catalog.Entry<>(
                    FixedIndegree.DESCRIPTION, v -> new FixedIndegree(v.whole("indegree"), autapses(v), multapses(v))),
            new Catalog.Entry<>(
                    FixedOutdegree.DESCRIPTION,
                    v -> new FixedOutdegree(v.whole("outdegree"), autapses(v), multapses(v))),
            new Catalog.Entry<>(
                    FixedTotalNumber.DESCRIPTION,
                    v -> new FixedTotalNumber(v.wholeLong("N"), autapses(v), multapses(v))),
            new Catalog.Entry<>(
                    PairwiseBernoulli.DESCRIPTION, v -> new PairwiseBernoulli(v.number("p"), autapses(v)))));

    private ConnectionRules() {}

    private static boolean autapses(Values values) {
        return values.on(RuleParameters.AUTAPSES_NAME);
    }

    private static boolean multapses(Values values) {
        return values.on(RuleParameters.MULTAPSES_NAME);
    }
}
