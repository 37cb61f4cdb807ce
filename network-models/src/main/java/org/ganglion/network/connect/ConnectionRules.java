package org.ganglion.network.connect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ganglion.network.spec.Catalog;
import org.ganglion.network.spec.Description;
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
            new Catalog.Entry<>(PairwiseBernoulli.DESCRIPTION, v -> new PairwiseBernoulli(v.number("p"), autapses(v))),
            new Catalog.Entry<>(
                    PairwisePoisson.DESCRIPTION,
                    v -> new PairwisePoisson(v.number("pairwise_avg_num_conns"), autapses(v))),
            new Catalog.Entry<>(
                    SymmetricPairwiseBernoulli.DESCRIPTION,
                    v -> new SymmetricPairwiseBernoulli(v.number("p"), autapses(v)))));

    /** All rules that can be named in a file: those of the catalogue, and lists, which are not made from numbers. */
    public static final List<Description> ALL = Stream.concat(
                    CATALOG.entries().stream().map(Catalog.Entry::description), Stream.of(ListedSynapses.DESCRIPTION))
            .toList();

    private ConnectionRules() {}

    public static List<String> names() {
        return ALL.stream().map(Description::name).toList();
    }

    /** Name of the parameter of a rule that may depend on distance, as in {@link SpatialRule#kernelName}. */
    public static Optional<String> kernelOf(String rule) {
        return switch (rule) {
            case "fixed_indegree", "fixed_outdegree", "pairwise_bernoulli" -> Optional.of(RuleParameters.P);
            case "pairwise_poisson" -> Optional.of(PairwisePoisson.MEAN);
            default -> Optional.empty();
        };
    }

    private static boolean autapses(Values values) {
        return values.on(RuleParameters.AUTAPSES_NAME);
    }

    private static boolean multapses(Values values) {
        return values.on(RuleParameters.MULTAPSES_NAME);
    }
}
