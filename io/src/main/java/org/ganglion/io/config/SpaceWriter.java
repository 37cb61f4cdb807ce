package org.ganglion.io.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.network.connect.SpatialRule;
import org.ganglion.network.space.AnnulusMask;
import org.ganglion.network.space.BallMask;
import org.ganglion.network.space.BoxMask;
import org.ganglion.network.space.GridPositions;
import org.ganglion.network.space.Kernel;
import org.ganglion.network.space.ListedPositions;
import org.ganglion.network.space.Mask;
import org.ganglion.network.space.Positions;
import org.ganglion.network.space.RandomPositions;
import org.ganglion.network.spec.DescribedFile;
import org.ganglion.network.spec.Formula;
import org.ganglion.network.spec.Origin;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.wiring.SynapseList;

/** Writes positions, masks, kernels and lists of synapses in canonical form. */
final class SpaceWriter {
    private SpaceWriter() {}

    /** The positions of a population that has some. */
    static Map<String, Object> positions(Positions positions) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", positions.description().name());
        switch (positions) {
            case GridPositions grid -> {
                tree.put("shape", grid.shape());
                tree.put("extent", grid.extent());
                tree.put("center", grid.center());
            }
            case RandomPositions random -> {
                tree.put("extent", random.extent());
                tree.put("center", random.center());
            }
            case ListedPositions list -> listed(tree, list);
            default -> throw new IllegalArgumentException("no positions: " + positions);
        }
        tree.put("periodic", positions.periodic());
        return tree;
    }

    private static void listed(Map<String, Object> tree, ListedPositions list) {
        if (list.origin() instanceof Origin.File(DescribedFile file)) {
            ConfigWriter.putFile(tree, file);
        } else {
            for (int d = 0; d < list.dimensions(); d++) {
                tree.put(List.of("x", "y", "z").get(d), list.along(d));
            }
        }
        if (!list.extent().isEmpty()) {
            tree.put("extent", list.extent());
        }
    }

    /** What of a rule depends on space, where anything does. */
    static void put(Map<String, Object> tree, SpatialRule rule) {
        if (!Kernel.isConstant(rule.kernel())) {
            tree.put(rule.kernelName(), kernel(rule.kernel()));
        }
        if (!rule.mask().equals(Mask.EVERYWHERE)) {
            tree.put(SpaceReader.MASK, mask(rule.mask()));
        }
    }

    private static Object kernel(Formula formula) {
        if (!(formula instanceof Kernel kernel)) {
            return formula.text();
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(SpaceReader.KERNEL, kernel.description().name());
        Map<String, Double> values = kernel.values();
        for (ParameterSpec spec : kernel.description().parameters()) {
            tree.put(spec.name(), values.getOrDefault(spec.name(), Double.NaN));
        }
        return tree;
    }

    private static Map<String, Object> mask(Mask mask) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", mask.description().name());
        switch (mask) {
            case BallMask ball -> {
                tree.put("radius", ball.radius());
                tree.put("anchor", ball.anchor());
            }
            case AnnulusMask ring -> {
                tree.put("inner_radius", ring.innerRadius());
                tree.put("outer_radius", ring.outerRadius());
                tree.put("anchor", ring.anchor());
            }
            case BoxMask box -> {
                tree.put("lower_left", box.lowerLeft());
                tree.put("upper_right", box.upperRight());
                tree.put("anchor", box.anchor());
            }
            default -> throw new IllegalArgumentException("no mask: " + mask);
        }
        return tree;
    }

    /** Where synapses are listed. */
    static void put(Map<String, Object> tree, SynapseList list) {
        if (list.origin() instanceof Origin.File(DescribedFile file)) {
            ConfigWriter.putFile(tree, file);
            return;
        }
        tree.put(SynapseListReader.SOURCES, list.allSources());
        tree.put(SynapseListReader.TARGETS, list.allTargets());
        if (list.hasWeights()) {
            tree.put(SynapseListReader.WEIGHTS, list.allWeights());
        }
        if (list.hasDelays()) {
            tree.put(SynapseListReader.DELAYS, list.allDelaysMs());
        }
    }
}
