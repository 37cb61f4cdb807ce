package org.ganglion.io.sonata;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ganglion.io.sonata.source.Complaints;
import org.ganglion.io.sonata.source.H5Group;
import org.ganglion.io.yaml.Position;

/**
 * Parameters of synapse models that stand with the edges of a population, in {@code dynamics_params} of their groups or beside
 * it. They count more than what the type says. The synapses of a type have one value here, so all of its edges must have the
 * same.
 */
final class EdgeParameters {
    private static final String BELOW = "dynamics_params";

    private final H5Group population;
    private final Complaints complaints;
    private final Set<String> names = new TreeSet<>(); // of datasets of any group
    private final Map<Column, Optional<EdgeValues>> columns = new HashMap<>();
    private final Map<Parameter, Given> firsts = new HashMap<>();
    private final Map<Long, EdgeType> settled = new HashMap<>(); // types with the parameters of their edges, by id
    private final Set<Column> looked = new HashSet<>(); // group and type, once their unknown parameters were told
    private double[] fetched = {};

    /** A dataset of a group. */
    private record Column(long group, String name) {}

    /** A parameter of a type. */
    private record Parameter(long type, String name) {}

    /**
     * What the first edge of a type has.
     *
     * @param path of the dataset; empty where it is the type's own value
     */
    private record Given(double value, long edge, String path) {}

    EdgeParameters(H5Group population, Complaints complaints) {
        this.population = population;
        this.complaints = complaints;
        for (H5Group group : population.numbered().values()) {
            names.addAll(group.datasets());
            group.group(BELOW).ifPresent(below -> names.addAll(below.datasets()));
        }
    }

    /**
     * Gives types the parameters that their edges have.
     *
     * @param positions in the group, {@code [0 .. count)}
     * @param edges which edges of the file they are
     * @param types of the edges, from {@code begin} on; replaced
     */
    void apply(long group, long[] positions, long[] edges, int count, EdgeType[] types, int begin) {
        if (names.isEmpty()) {
            return;
        }
        Set<EdgeType> different = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i = begin; i < begin + count; i++) {
            different.add(types[i]);
        }
        different.forEach(type -> tellUnknown(group, type));
        for (String name : names) {
            if (different.stream().anyMatch(type -> type.takes(name))) {
                Optional<EdgeValues> column = column(group, name);
                if (column.isPresent()) {
                    fetched = fetched.length < count ? new double[count] : fetched;
                    column.get().fetch(positions, edges, count, fetched);
                }
                hold(name, column, edges, count, types, begin);
            }
        }
        for (int i = begin; i < begin + count && !settled.isEmpty(); i++) {
            types[i] = settled.getOrDefault(types[i].id(), types[i]);
        }
    }

    /** Holds the edges of each type against the first one. */
    private void hold(String name, Optional<EdgeValues> column, long[] edges, int count, EdgeType[] types, int begin) {
        for (int i = 0; i < count; i++) {
            EdgeType type = types[begin + i];
            if (!type.takes(name)) {
                continue;
            }
            double value = column.isPresent() ? fetched[i] : type.standard(name);
            Parameter parameter = new Parameter(type.id(), name);
            Given first = firsts.get(parameter);
            if (first == null) {
                String path = column.map(EdgeValues::path).orElse("");
                firsts.put(parameter, new Given(value, edges[i], path));
                if (column.isPresent()) {
                    Position file = Position.of(population.file().path().toString());
                    settled.put(
                            type.id(),
                            settled.getOrDefault(type.id(), type).with(name, value, new SonataModel.Place(file, path)));
                }
            } else if (Double.compare(first.value(), value) != 0) {
                String path = column.map(EdgeValues::path).orElse(first.path());
                throw population
                        .file()
                        .root()
                        .wrong(
                                path.substring(1),
                                "edges of type " + type.id() + " differ: edge " + first.edge() + " has " + first.value()
                                        + ", edge " + edges[i] + " has " + value
                                        + "; the synapses of a type have one value here, so give each value a type of"
                                        + " its own, or remove the dataset and write one value into dynamics_params of"
                                        + " the type");
            }
        }
    }

    private Optional<EdgeValues> column(long group, String name) {
        return columns.computeIfAbsent(new Column(group, name), _ -> {
            Optional<H5Group> own = population.group(Long.toString(group));
            return EdgeValues.of(own.flatMap(g -> g.group(BELOW)), name).or(() -> EdgeValues.of(own, name));
        });
    }

    /** Says which parameters of a group the model of a type does not know. */
    private void tellUnknown(long group, EdgeType type) {
        if (!looked.add(new Column(group, Long.toString(type.id())))) {
            return;
        }
        Optional<H5Group> below = population.group(Long.toString(group)).flatMap(g -> g.group(BELOW));
        for (String name : below.map(H5Group::datasets).orElse(List.of())) {
            if (type.namesPopulation(name)) {
                throw below.get()
                        .wrong(
                                name,
                                "names a population, which no edge has for itself; write it into dynamics_params of"
                                        + " type " + type.id());
            }
            if (!type.takes(name)) {
                complaints.note(population.file().path() + ": " + below.get().path(name) + ": "
                        + type.synapse().model().name() + " has no such parameter; it is passed over");
            }
        }
    }
}
