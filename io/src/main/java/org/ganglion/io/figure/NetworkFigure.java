package org.ganglion.io.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.io.figure.drawing.ArrowHead;
import org.ganglion.io.figure.drawing.Drawing;
import org.ganglion.io.figure.drawing.Figure;
import org.ganglion.io.figure.drawing.Ink;
import org.ganglion.io.plot.Canvas.Anchor;
import org.ganglion.network.Experiment;
import org.ganglion.network.Population;

/** Populations as discs on a circle, as large as they have neurons, and arrows for what connects them. */
final class NetworkFigure {
    private static final int WIDTH = 640;
    private static final double SMALLEST = 11;
    private static final double LARGEST = 34;

    private record Node(Population population, double x, double y, double radius) {}

    /** Projections that are one arrow: same ends, same sign. */
    private record Arrow(String source, String target, boolean inhibits) {}

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Arrow, List<Links.Link>> arrows = new LinkedHashMap<>();
    private final PopulationInks inks;
    private final int height;

    private NetworkFigure(Experiment experiment, PopulationInks inks) {
        this.inks = inks;
        List<Population> populations = experiment.network().populations();
        int size = populations.size();
        this.height = size <= 2 ? 260 : size <= 4 ? 440 : 640;
        int largest = populations.stream().mapToInt(Population::size).max().orElse(1);
        double fit = size <= 1 ? LARGEST : Math.min(LARGEST, 1.8 * height / size);
        for (int i = 0; i < size; i++) {
            double share = Math.cbrt(populations.get(i).size() / (double) Math.max(1, largest));
            double angle = size == 2 ? Math.PI * (1 - i) : 2 * Math.PI * i / size - Math.PI / 2;
            double wide = size == 1 ? 0 : WIDTH / 2.0 - 150;
            double high = size == 1 ? 0 : height / 2.0 - (size == 2 ? 70 : 130);
            nodes.add(new Node(
                    populations.get(i),
                    WIDTH / 2.0 + wide * Math.cos(angle),
                    height / 2.0 + high * Math.sin(angle),
                    Math.max(Math.min(SMALLEST, fit), fit * share)));
        }
        for (Links.Link link : Links.of(experiment)) {
            arrows.computeIfAbsent(new Arrow(link.source(), link.target(), link.inhibits()), a -> new ArrayList<>())
                    .add(link);
        }
    }

    static Figure of(Experiment experiment, PopulationInks inks) {
        NetworkFigure figure = new NetworkFigure(experiment, inks);
        return new Figure(
                "Network",
                experiment.network().populations().size() + " populations and "
                        + experiment.network().projections().size()
                        + " projections between them; the table below has the same in numbers",
                WIDTH,
                figure.height,
                figure::draw);
    }

    private void draw(Drawing drawing) {
        for (Map.Entry<Arrow, List<Links.Link>> arrow : arrows.entrySet()) {
            double synapses =
                    arrow.getValue().stream().mapToDouble(Links.Link::synapses).sum();
            double width = Math.clamp(0.5 * Math.log10(1 + synapses), 0.6, 4);
            String hint = String.join(
                    "\n", arrow.getValue().stream().map(Links.Link::text).toList());
            Ink ink = inks.of(arrow.getKey().source()).withAlpha(nodes.size() > 5 ? 0.55 : 0.8);
            double[] points =
                    points(node(arrow.getKey().source()), node(arrow.getKey().target()), width);
            drawing.arrow(points, width, arrow.getKey().inhibits(), ink, hint);
        }
        for (Node node : nodes) {
            Population population = node.population();
            String count = Links.count(population.size());
            drawing.disc(
                    node.x(),
                    node.y(),
                    node.radius(),
                    inks.of(population.name()),
                    population.name() + ": " + count + " neurons, "
                            + population.model().name());
            label(drawing, node, Legend.shortened(population.name()), count);
        }
    }

    /** Name and size outside the circle of discs. */
    private void label(Drawing drawing, Node node, String name, String count) {
        boolean beside = nodes.size() > 2 && Math.abs(node.x() - WIDTH / 2.0) > WIDTH / 12.0;
        if (!beside) {
            boolean above = nodes.size() > 2 && node.y() < height / 2.0;
            double y = above ? node.y() - node.radius() - 56 : node.y() + node.radius() + (nodes.size() > 2 ? 52 : 18);
            drawing.text(name, node.x(), y, 13, true, Ink.TEXT, Anchor.CENTRE);
            drawing.text(count, node.x(), y + 14, 11, false, Ink.FAINT, Anchor.CENTRE);
            return;
        }
        boolean right = node.x() > WIDTH / 2.0;
        double x = node.x() + (right ? 1 : -1) * (node.radius() + 40);
        drawing.text(name, x, node.y(), 13, true, Ink.TEXT, right ? Anchor.LEFT : Anchor.RIGHT);
        drawing.text(count, x, node.y() + 14, 11, false, Ink.FAINT, right ? Anchor.LEFT : Anchor.RIGHT);
    }

    private Node node(String name) {
        return nodes.stream()
                .filter(node -> node.population().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Begin, bend and end of an arrow between the rims of two discs; one to itself leaves outwards. */
    private double[] points(Node from, Node to, double width) {
        if (from.equals(to)) {
            return loop(from, width);
        }
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double bendX = (from.x() + to.x()) / 2 - 0.16 * dy;
        double bendY = (from.y() + to.y()) / 2 + 0.16 * dx;
        double[] begin = rim(from, bendX, bendY, 1);
        double[] end = rim(to, bendX, bendY, 3 + ArrowHead.radius(width));
        return new double[] {begin[0], begin[1], bendX, bendY, end[0], end[1]};
    }

    private double[] loop(Node node, double width) {
        double angle = nodes.size() <= 2 ? -Math.PI / 2 : Math.atan2(node.y() - height / 2.0, node.x() - WIDTH / 2.0);
        double reach = 1.2 * node.radius() + 68; // of the point that bends it; the curve itself comes half as far
        double bendX = node.x() + reach * Math.cos(angle);
        double bendY = node.y() + reach * Math.sin(angle);
        double open = 0.75;
        double out = node.radius() + 1;
        double far = node.radius() + 2 + ArrowHead.radius(width);
        return new double[] {
            node.x() + out * Math.cos(angle - open),
            node.y() + out * Math.sin(angle - open),
            bendX,
            bendY,
            node.x() + far * Math.cos(angle + open),
            node.y() + far * Math.sin(angle + open)
        };
    }

    private static double[] rim(Node node, double towardsX, double towardsY, double gap) {
        double dx = towardsX - node.x();
        double dy = towardsY - node.y();
        double length = Math.max(1e-9, Math.hypot(dx, dy));
        double out = (node.radius() + gap) / length;
        return new double[] {node.x() + dx * out, node.y() + dy * out};
    }
}
