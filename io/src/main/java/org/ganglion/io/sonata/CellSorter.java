package org.ganglion.io.sonata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ganglion.io.sonata.source.Complaints;
import org.ganglion.io.sonata.source.TypesTable;
import org.ganglion.io.yaml.Position;

/** Sorts the nodes of a population by kind, and gives the parts names in the network. */
final class CellSorter {
    private static final String TYPE = "model_type";
    private static final String TEMPLATE = "model_template";

    private final NodeTable table;
    private final String target;
    private final boolean skipUnsupported;
    private final Complaints complaints;

    CellSorter(NodeTable table, String target, boolean skipUnsupported, Complaints complaints) {
        this.table = table;
        this.target = target;
        this.skipUnsupported = skipUnsupported;
        this.complaints = complaints;
    }

    /** @param taken names that other populations of the network have; those given are added */
    List<Cells> sort(Set<String> taken) {
        CellKind[] kinds = kinds();
        Map<CellKind, int[]> counts = new LinkedHashMap<>();
        for (CellKind kind : kinds) {
            counts.computeIfAbsent(kind, k -> new int[1])[0]++;
        }
        counts.forEach((kind, count) -> {
            if (kind instanceof CellKind.Unsupported unsupported) {
                leaveOut(unsupported, count[0]);
            }
        });
        counts.keySet().removeIf(kind -> kind instanceof CellKind.Unsupported);
        List<Cells> all = new ArrayList<>();
        counts.forEach((kind, count) -> {
            int[] rows = new int[count[0]];
            int[] indexOf = new int[kinds.length];
            Arrays.fill(indexOf, -1);
            int n = 0;
            for (int row = 0; row < kinds.length; row++) {
                if (kinds[row].equals(kind)) {
                    indexOf[row] = n;
                    rows[n++] = row;
                }
            }
            all.add(new Cells(table, name(kind, counts.size() > 1, taken), kind, rows, indexOf));
        });
        return all;
    }

    private CellKind[] kinds() {
        NodeColumn types = table.column(TYPE);
        NodeColumn templates = table.column(TEMPLATE);
        Map<List<String>, CellKind> known = new HashMap<>();
        Map<Long, CellKind> byType = new HashMap<>();
        boolean same = !types.byNode() && !templates.byNode();
        CellKind[] kinds = new CellKind[table.size()];
        for (int row = 0; row < kinds.length; row++) {
            CellKind found = same ? byType.get(table.typeId(row)) : null;
            if (found == null) {
                requireType(row);
                Optional<String> type = types.text(row);
                Optional<String> template = templates.text(row);
                found = known.computeIfAbsent(
                        List.of(type.orElse(""), template.orElse("")), k -> CellKind.of(type, template, target));
                byType.put(table.typeId(row), found);
            }
            kinds[row] = found;
        }
        return kinds;
    }

    private void requireType(int row) {
        Optional<TypesTable.Row> type = table.type(row);
        if (type.isEmpty()) {
            throw table.wrong(
                    "node_type_id",
                    "node " + table.id(row) + " is of type " + table.typeId(row) + ", which "
                            + table.types().file() + " does not describe");
        }
    }

    private void leaveOut(CellKind.Unsupported kind, int count) {
        String where = table.population().path();
        String what = count + (count == 1 ? " node: " : " nodes: ") + kind.what() + " " + kind.why();
        if (skipUnsupported) {
            complaints.note(table.population().file().path() + ": " + where + ": left out: " + what);
        } else {
            complaints.error(
                    Position.of(table.population().file().path().toString()),
                    where,
                    what + "; leave them out with --skip-unsupported, or choose another model");
        }
    }

    private String name(CellKind kind, boolean several, Set<String> taken) {
        String model = kind instanceof CellKind.Point point ? point.model().name() : "virtual";
        return Names.different(several ? table.name() + "-" + model : table.name(), taken);
    }
}
