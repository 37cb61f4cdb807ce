package org.ganglion.io.sonata;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.ganglion.io.sonata.source.Section;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.io.yaml.Position;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.spec.Suggestion;

/**
 * Sets of nodes: by rules over their attributes, as unions of other sets, or whole populations by their names. Sets of a
 * file and of the configuration itself are known together.
 */
final class NodeSets {
    private static final String ALL = "all";

    private final List<NodeTable> tables;
    private final Map<String, Place> sets = new LinkedHashMap<>();

    private record Place(Yaml value, String path) {}

    NodeSets(List<NodeTable> tables) {
        this.tables = List.copyOf(tables);
    }

    /** Adds the sets of a section; those of the same name are replaced. */
    void add(Section section) {
        for (String name : section.keys()) {
            section.find(name).ifPresent(value -> sets.put(name, new Place(value, section.path(name))));
        }
    }

    /** Rows of each population that are in a set, for populations that have any. */
    record Chosen(Map<NodeTable, BitSet> rows) {
        private void add(NodeTable table, BitSet more) {
            if (!more.isEmpty()) {
                rows.computeIfAbsent(table, t -> new BitSet()).or(more);
            }
        }
    }

    /** The set that stands at a key: a name, a list of names or ids, or rules. */
    Chosen resolve(Section section, String key) {
        Yaml value = section.find(key).orElseThrow(() -> section.missing(key, "\"population\""));
        return resolve(value, section.path(key), new ArrayDeque<>());
    }

    private Chosen resolve(Yaml value, String path, Deque<String> above) {
        return switch (value) {
            case Yaml.Scalar scalar -> named(scalar, path, above);
            case Yaml.Sequence list -> union(list, path, above);
            case Yaml.Mapping rules -> basic(rules, path);
        };
    }

    private Chosen named(Yaml.Scalar scalar, String path, Deque<String> above) {
        String name = scalar.text();
        if (above.contains(name)) {
            throw new SonataException(scalar.at(), path, "the node set " + name + " contains itself; remove it there");
        }
        Place place = sets.get(name);
        if (place != null) {
            above.push(name);
            Chosen chosen = resolve(place.value(), place.path(), above);
            above.pop();
            return chosen;
        }
        Chosen chosen = new Chosen(new LinkedHashMap<>());
        for (NodeTable table : tables) {
            if (table.name().equals(name) || name.equals(ALL)) {
                chosen.add(table, every(table));
            }
        }
        if (chosen.rows().isEmpty() && tables.stream().noneMatch(t -> t.name().equals(name)) && !name.equals(ALL)) {
            Set<String> known = new LinkedHashSet<>(sets.keySet());
            tables.forEach(t -> known.add(t.name()));
            throw new SonataException(scalar.at(), path, Suggestion.unknown("node set", name, known));
        }
        return chosen;
    }

    private static BitSet every(NodeTable table) {
        BitSet rows = new BitSet(table.size());
        rows.set(0, table.size());
        return rows;
    }

    /** Ids stand for the nodes of all populations that have them, as older configurations mean it. */
    private Chosen union(Yaml.Sequence list, String path, Deque<String> above) {
        Chosen chosen = new Chosen(new LinkedHashMap<>());
        List<Yaml> ids = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            Yaml item = list.items().get(i);
            if (item instanceof Yaml.Scalar scalar && scalar.plain()) {
                ids.add(item);
            } else {
                resolve(item, path + "." + i, above).rows().forEach(chosen::add);
            }
        }
        if (!ids.isEmpty()) {
            for (NodeTable table : tables) {
                chosen.add(table, byId(table, ids, path, false));
            }
        }
        return chosen;
    }

    private Chosen basic(Yaml.Mapping rules, String path) {
        Section section = new Section(rules, path);
        List<String> populations = section.texts("population");
        for (String population : populations) {
            if (tables.stream().noneMatch(t -> t.name().equals(population))) {
                throw section.wrong(
                        "population",
                        Suggestion.unknown(
                                "population",
                                population,
                                tables.stream().map(NodeTable::name).toList()));
            }
        }
        Chosen chosen = new Chosen(new LinkedHashMap<>());
        for (NodeTable table : tables) {
            if (populations.isEmpty() || populations.contains(table.name())) {
                chosen.add(table, matching(table, section, !populations.isEmpty()));
            }
        }
        return chosen;
    }

    private static BitSet matching(NodeTable table, Section rules, boolean named) {
        BitSet rows = every(table);
        for (String key : rules.keys()) {
            if (key.equals("population") || rows.isEmpty()) {
                continue;
            }
            Optional<Yaml> value = rules.find(key);
            List<Yaml> allowed = value.map(v -> v instanceof Yaml.Sequence list ? list.items() : List.of(v))
                    .orElse(List.of());
            if (key.equals("node_id") || key.equals("node_ids")) {
                rows.and(byId(table, allowed, rules.path(key), named));
            } else {
                rows.and(byAttribute(table, key, allowed, rules.path(key)));
            }
        }
        return rows;
    }

    private static BitSet byId(NodeTable table, List<Yaml> ids, String path, boolean must) {
        BitSet rows = new BitSet(table.size());
        for (Yaml item : ids) {
            long id = whole(item, path);
            int row = table.rowOf(id);
            if (row >= 0) {
                rows.set(row);
            } else if (must) {
                throw new SonataException(item.at(), path, "there is no node " + id + "; " + table.idsInWords());
            }
        }
        return rows;
    }

    private static long whole(Yaml item, String path) {
        if (item instanceof Yaml.Scalar scalar) {
            try {
                return Long.parseLong(scalar.text());
            } catch (NumberFormatException e) {
                // said below
            }
        }
        throw new SonataException(item.at(), path, item.kind() + " is not the id of a node; write a whole number");
    }

    private static BitSet byAttribute(NodeTable table, String name, List<Yaml> allowed, String path) {
        Set<String> texts = new LinkedHashSet<>();
        List<Double> numbers = new ArrayList<>();
        for (Yaml item : allowed) {
            if (!(item instanceof Yaml.Scalar scalar)) {
                throw new SonataException(item.at(), path, "is " + item.kind() + "; a number or a text is needed");
            }
            texts.add(scalar.text());
            number(scalar.text()).ifPresent(numbers::add);
            if (scalar.plain() && (scalar.text().equals("true") || scalar.text().equals("false"))) {
                numbers.add(scalar.text().equals("true") ? 1.0 : 0.0);
            }
        }
        NodeColumn column = table.column(name);
        BitSet rows = new BitSet(table.size());
        for (int row = 0; row < table.size(); row++) {
            Optional<String> value =
                    name.equals("node_type_id") ? Optional.of(Long.toString(table.typeId(row))) : column.text(row);
            if (value.isPresent() && (texts.contains(value.get()) || equal(value.get(), numbers))) {
                rows.set(row);
            }
        }
        return rows;
    }

    private static boolean equal(String value, List<Double> numbers) {
        OptionalDouble number = numbers.isEmpty() ? OptionalDouble.empty() : number(value);
        return number.isPresent() && numbers.contains(number.getAsDouble());
    }

    private static OptionalDouble number(String text) {
        try {
            return OptionalDouble.of(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** What a set holds of the cells that are simulated, by position in each. */
    static Map<Cells, int[]> within(Chosen chosen, List<Cells> all) {
        Map<Cells, int[]> found = new LinkedHashMap<>();
        for (Cells cells : all) {
            BitSet rows = chosen.rows().get(cells.table());
            if (rows != null) {
                int[] positions = rows.stream()
                        .map(row -> cells.indexOf()[row])
                        .filter(i -> i >= 0)
                        .sorted()
                        .toArray();
                if (positions.length > 0) {
                    found.put(cells, positions);
                }
            }
        }
        return found;
    }

    /** Where a set begins that holds nobody. */
    static SonataException nobody(Position at, String path) {
        return new SonataException(at, path, "no node is in this set; choose others");
    }
}
