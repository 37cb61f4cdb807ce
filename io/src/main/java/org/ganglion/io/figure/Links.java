package org.ganglion.io.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Pairs;
import org.ganglion.network.Projection;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.SharedDraw;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.wiring.SynapticValue;

/** The projections of a network, in words and numbers for people. */
public final class Links {

    /**
     * One projection.
     *
     * @param synapses expected number
     * @param weight in words, with its unit
     * @param delay likewise
     * @param inhibits whether its weights are below 0 for the most part
     */
    public record Link(
            String name,
            String source,
            String target,
            String rule,
            double synapses,
            String weight,
            String delay,
            String synapse,
            boolean inhibits) {

        /** All of it on one line. */
        public String text() {
            return source + " \u2192 " + target + ": " + count(synapses) + " synapses, " + weight + ", " + delay
                    + (synapse.equals("static_synapse") ? "" : ", " + synapse);
        }
    }

    private Links() {}

    /** All projections in the order of the network. */
    public static List<Link> of(Experiment experiment) {
        Network network = experiment.network();
        Pairs pairs = Pairs.of(experiment);
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < network.projections().size(); i++) {
            Projection projection = network.projections().get(i);
            links.add(new Link(
                    projection.name(),
                    projection.source(),
                    projection.target(),
                    projection.rule().name(),
                    pairs.expectedSynapses(i),
                    text(
                            projection.weight(),
                            network.population(projection.target()).weightUnit()),
                    text(projection.delayMs(), Unit.MILLISECOND),
                    projection.synapse().model().name(),
                    pairs.resembling(i, projection.weight()).quantile(0.5) < 0));
        }
        return links;
    }

    /** A number with thousands separators. */
    public static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String text(SynapticValue value, Unit unit) {
        return switch (value) {
            case SynapticValue.Drawn(Distribution distribution) -> text(distribution, unit);
            case SynapticValue.ByDistance(var formula) -> formula.text();
            case SynapticValue.Listed listed -> "listed one by one";
        };
    }

    private static String text(Distribution distribution, Unit unit) {
        if (distribution.isConstant()) {
            return amount(distribution.quantile(0.5), unit);
        }
        if (distribution instanceof SharedDraw(var formula)) {
            return formula.text();
        }
        List<String> parts = new ArrayList<>();
        Map<String, Double> values = distribution.values();
        for (ParameterSpec spec : distribution.description().parameters()) {
            Double number = values.get(spec.name());
            if (number != null) {
                parts.add(spec.name() + " " + amount(number, spec.unit() == Unit.DRAWN ? unit : spec.unit()));
            }
        }
        return distribution.description().name() + " (" + String.join(", ", parts) + ")";
    }

    private static String amount(double value, Unit unit) {
        String number = String.format(Locale.ROOT, "%.6g", value);
        String tidy = number.contains("e") || !number.contains(".") ? number : number.replaceAll("\\.?0+$", "");
        return tidy + (unit.symbol().isEmpty() ? "" : " " + unit.symbol());
    }
}
