package org.ganglion.io.sonata;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.ganglion.io.sonata.source.Complaints;
import org.ganglion.io.sonata.source.Section;
import org.ganglion.io.sonata.source.TypesTable;
import org.ganglion.io.yaml.Position;
import org.ganglion.network.Population;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.PerNeuron;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.spec.VariableSpec;

/**
 * Finds the parameters and initial values of cells: those in a node's group before those in columns of its type, these
 * before those in the JSON file of its type, and these before the model's defaults.
 */
final class CellParameters {
    private final Cells cells;
    private final CellKind.Point point;
    private final ParameterFiles files;
    private final Complaints complaints;
    private final Map<Long, Optional<Section>> jsonByType = new HashMap<>();

    private CellParameters(Cells cells, CellKind.Point point, ParameterFiles files, Complaints complaints) {
        this.cells = cells;
        this.point = point;
        this.files = files;
        this.complaints = complaints;
    }

    /** The cells as a population of a network. */
    static Population population(Cells cells, ParameterFiles files, Complaints complaints) {
        int size = cells.rows().length;
        if (cells.point().isEmpty()) {
            return new Population(cells.name(), size, cells.model(), Map.of(), Map.of());
        }
        return new CellParameters(cells, cells.point().get(), files, complaints).population();
    }

    private Population population() {
        Description model = point.model().description();
        tellUnknown(model);
        Map<String, Distribution> parameters = new LinkedHashMap<>();
        for (ParameterSpec spec : model.parameters()) {
            values(spec.name(), spec.standard(), spec.unit(), spec.allowed())
                    .ifPresent(value -> parameters.put(spec.name(), value));
        }
        Map<String, Distribution> initial = new LinkedHashMap<>();
        for (VariableSpec spec : model.variables()) {
            if (spec.settable()) {
                OptionalDouble start = point.start(spec);
                Optional<Distribution> value = values(
                        spec.name(),
                        start.isPresent() ? start : OptionalDouble.of(spec.standard()),
                        spec.unit(),
                        spec.allowed());
                value.or(() -> start.isPresent()
                                ? Optional.of(Distribution.constant(start.getAsDouble()))
                                : Optional.empty())
                        .ifPresent(v -> initial.put(spec.name(), v));
            }
        }
        return new Population(cells.name(), cells.rows().length, point.model(), parameters, initial);
    }

    /** One parameter of all cells; empty where none of them has it, or one has what it must not be. */
    private Optional<Distribution> values(String name, OptionalDouble standard, Unit unit, Range allowed) {
        NodeColumn column = cells.table().parameter(name);
        double[] values = new double[cells.rows().length];
        boolean given = false;
        for (int i = 0; i < values.length; i++) {
            int row = cells.rows()[i];
            OptionalDouble value = column.number(row);
            Optional<Section> json = value.isEmpty() ? json(row) : Optional.empty();
            value = json.isPresent() ? json.get().number(name) : value;
            given |= value.isPresent();
            int asked = row;
            values[i] = value.isPresent()
                    ? point.value(name, value.getAsDouble())
                    : standard.orElseThrow(() -> cells.table()
                            .wrong(
                                    "node_type_id",
                                    "node " + cells.table().id(asked) + " has no " + name + ", which "
                                            + point.model().name() + " needs"));
            if (value.isPresent() && !allowed.contains(values[i])) {
                String what = unit.format(values[i]) + " is not allowed; it must be " + allowed.describe(unit);
                complaints.error(json.isPresent() ? json.get().wrong(name, what) : column.wrong(row, what));
                return Optional.empty();
            }
        }
        return given ? Optional.of(PerNeuron.of(values)) : Optional.empty();
    }

    private Optional<Section> json(int row) {
        long typeId = cells.table().typeId(row);
        Optional<Section> known = jsonByType.get(typeId);
        if (known == null) {
            Optional<TypesTable.Row> type = cells.table().type(row);
            known = type.flatMap(t -> files.of(t, cells.table().types().file()));
            jsonByType.put(typeId, known);
        }
        return known;
    }

    /** Says which parameters the model does not know; one that looks like a slip is an error. */
    private void tellUnknown(Description model) {
        List<String> known = Stream.concat(
                        model.parameters().stream().map(ParameterSpec::name),
                        model.variables().stream().map(VariableSpec::name))
                .toList();
        for (String name : cells.table().parameters()) {
            if (!known.contains(name)) {
                unknown(
                        Position.of(cells.table().population().file().path().toString()),
                        cells.table().population().path("*/dynamics_params/" + name),
                        name,
                        known);
            }
        }
        Set<Long> types = new HashSet<>();
        for (int row : cells.rows()) {
            if (types.add(cells.table().typeId(row))) {
                json(row).ifPresent(json -> {
                    for (String key : json.keys()) {
                        if (!known.contains(key)) {
                            unknown(json.at(key), key, key, known);
                        }
                    }
                });
            }
        }
    }

    private void unknown(Position at, String path, String name, List<String> known) {
        String model = point.model().name();
        if (Suggestion.closest(name, known).isPresent()) {
            complaints.error(at, path, Suggestion.unknown("parameter of " + model, name, known));
        } else {
            complaints.note(at + ": " + path + ": " + model + " has no such parameter; it is passed over");
        }
    }
}
