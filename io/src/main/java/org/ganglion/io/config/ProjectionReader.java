package org.ganglion.io.config;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.Projection;
import org.ganglion.network.connect.ConnectionRule;
import org.ganglion.network.connect.ListedSynapses;
import org.ganglion.network.connect.SymmetricPairwiseBernoulli;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.space.Kernel;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.network.wiring.SynapseList;
import org.ganglion.network.wiring.SynapticValue;

/** Reads one entry of the section {@code projections}, which makes one projection for each pair of populations. */
final class ProjectionReader {
    /** With a symmetric rule: whether a projection makes the one back too. */
    static final String MAKE_SYMMETRIC = "make_symmetric";

    private final ItemReader items;
    private final RuleReader rules;
    private final DistributionReader distributions;
    private final Findings findings;
    private final Numbers numbers;

    ProjectionReader(ItemReader items) {
        this.items = items;
        this.rules = new RuleReader(items);
        this.findings = items.findings();
        this.numbers = items.numbers();
        this.distributions = new DistributionReader(findings, numbers);
    }

    void read(String name, Fields fields, Consumer<Projection> out) {
        ItemReader.Names from = items.names(fields.path("from"), fields.require("from", "E"));
        ItemReader.Names to = items.names(fields.path("to"), fields.require("to", "I"));
        ConnectionRule rule = rules.read(fields, from, to);
        SynapseReader synapses = new SynapseReader(findings, numbers, items.models(), fields);
        boolean listsWeights = rule instanceof ListedSynapses(SynapseList list) && list.hasWeights();
        boolean listsDelays = rule instanceof ListedSynapses(SynapseList list) && list.hasDelays();
        boolean brokenList = rule instanceof UnknownRule && isList(fields);
        Optional<Yaml> weightNode =
                node(fields, "weight", "87.8 pA", listsWeights, items.onlyCounts(to.names()) || brokenList);
        Optional<Yaml> delayNode = node(fields, "delay", "1.5 ms", listsDelays, brokenList);
        if (brokenList) {
            findings.suspect(fields.path("weight"));
            findings.suspect(fields.path("delay"));
        }
        SynapticValue delay = listsDelays
                ? SynapticValue.Listed.DELAY
                : value(fields.path("delay"), delayNode, Optional.of(Unit.MILLISECOND), Double.NaN);
        double absent = items.onlyCounts(to.names()) ? 1 : Double.NaN;
        String receptor = items.receptor(fields);
        Map<Optional<Unit>, SynapticValue> weights = new HashMap<>();
        Map<Optional<Unit>, Synapse> models = new HashMap<>();
        List<Ends> ends = ends(fields, rule, from, to);
        for (Ends pair : ends) {
            Optional<Unit> weightUnit = items.weightUnit(pair.target());
            Synapse synapse = models.computeIfAbsent(weightUnit, synapses::read);
            SynapticValue weight = weights.computeIfAbsent(
                    weightUnit,
                    unit -> listsWeights
                            ? SynapticValue.Listed.WEIGHT
                            : value(fields.path("weight"), weightNode, unit, absent));
            boolean expanded = from.listed() || to.listed() || ends.size() > 1;
            String own = items.expanded("projections", name, expanded, pair.source() + "-" + pair.target());
            out.accept(new Projection(own, pair.source(), pair.target(), rule, weight, delay, synapse, receptor));
        }
        fields.close();
    }

    /** Whether synapses are listed; where the list is broken, it may have been meant to give weights and delays. */
    private static boolean isList(Fields fields) {
        return fields.find("rule")
                .filter(node -> node instanceof Yaml.Scalar scalar
                        && scalar.text().strip().equals(ListedSynapses.DESCRIPTION.name()))
                .isPresent();
    }

    /** The node of a weight or delay; where the list of synapses gives one for each, there must be none. */
    private Optional<Yaml> node(Fields fields, String key, String example, boolean listed, boolean optional) {
        Optional<Yaml> node = listed || optional ? fields.find(key) : fields.require(key, example);
        if (listed && node.isPresent()) {
            findings.report(
                    node.get().at(),
                    fields.path(key),
                    "the list gives each synapse a " + key + " of its own; remove this one, or the column " + key);
        }
        return listed ? Optional.empty() : node;
    }

    /** A value that is drawn or follows from distance; what is not there is a constant. */
    private SynapticValue value(String path, Optional<Yaml> node, Optional<Unit> unit, double absent) {
        if (node.isEmpty() || !FormulaReader.mentions(node.get(), Kernel.DISTANCE)) {
            return new SynapticValue.Drawn(
                    node.map(n -> distributions.read(path, n, unit)).orElse(Distribution.constant(absent)));
        }
        if (unit.isEmpty()) {
            findings.suspect(path);
        }
        return unit.flatMap(u -> numbers.formulas().read(path, node.get(), Kernel.DISTANCE, Unit.NONE, u))
                .<SynapticValue>map(SynapticValue.ByDistance::new)
                .orElse(SynapticValue.constant(Double.NaN));
    }

    /** Names of the populations of one projection. */
    private record Ends(String source, String target) {}

    private List<Ends> ends(Fields fields, ConnectionRule rule, ItemReader.Names from, ItemReader.Names to) {
        Set<Ends> all = new LinkedHashSet<>();
        from.names().forEach(s -> to.names().forEach(t -> all.add(new Ends(s, t))));
        boolean both = rule instanceof SymmetricPairwiseBernoulli
                && fields.find(MAKE_SYMMETRIC)
                        .map(node -> numbers.flag(fields.path(MAKE_SYMMETRIC), node, false))
                        .orElse(false);
        if (both) {
            List.copyOf(all).forEach(e -> all.add(new Ends(/* source= */ e.target(), /* target= */ e.source())));
        }
        return List.copyOf(all);
    }
}
