package org.ganglion.io.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.Selection;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.spec.Suggestion;
import org.ganglion.network.spec.Unit;

/** What the readers of projections, stimuli and recorders share: names of populations, neurons, lists, units. */
final class ItemReader {
    private static final String ALL = "all";
    private static final Pattern SLICE = Pattern.compile("(.+?)\\.\\.(.+)");

    private final Findings findings;
    private final Numbers numbers;
    private final PopulationTable populations;

    ItemReader(Findings findings, Numbers numbers, PopulationTable populations) {
        this.findings = findings;
        this.numbers = numbers;
        this.populations = populations;
    }

    Findings findings() {
        return findings;
    }

    Numbers numbers() {
        return numbers;
    }

    /** The models that can be named. */
    KnownModels models() {
        return populations.models();
    }

    /**
     * Names of populations.
     *
     * @param listed whether they were written as a list, so that one item becomes several
     */
    record Names(List<String> names, boolean listed) {}

    /** One name, a list of names or {@code all}. Where there is none, a name that no population has. */
    Names names(String path, Optional<Yaml> node) {
        List<String> found = new ArrayList<>();
        boolean listed = false;
        if (node.isPresent() && node.get() instanceof Yaml.Sequence sequence) {
            listed = true;
            Set<String> seen = new HashSet<>();
            for (Yaml item : sequence.items()) {
                name(path, item).ifPresent(name -> {
                    if (seen.add(name)) {
                        found.add(name);
                    } else {
                        findings.report(item.at(), path, name + " is listed twice; remove one");
                    }
                });
            }
            if (sequence.items().isEmpty()) {
                findings.report(sequence.at(), path, "no population is named; name at least one");
            }
        } else if (node.isPresent()
                && node.get() instanceof Yaml.Scalar scalar
                && scalar.text().equals(ALL)) {
            listed = true;
            found.addAll(populations.names());
        } else {
            node.flatMap(n -> name(path, n)).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            findings.suspect(path);
            return new Names(List.of(""), false);
        }
        return new Names(found, listed);
    }

    private Optional<String> name(String path, Yaml node) {
        Optional<String> name = numbers.word(path, node);
        if (name.isPresent() && !populations.names().contains(name.get())) {
            if (!populations.names().isEmpty()) { // otherwise their own mistake is told
                findings.report(node.at(), path, Suggestion.unknown("population", name.get(), populations.names()));
            }
            return Optional.empty();
        }
        return name;
    }

    /** Which neurons are meant: {@code all}, one index, {@code first..last}, or a list of indices. */
    Selection neurons(Fields fields) {
        return neurons(fields, "neurons");
    }

    /** Likewise, by another key. */
    Selection neurons(Fields fields, String key) {
        Optional<Yaml> found = fields.find(key);
        String path = fields.path(key);
        if (found.isEmpty()) {
            return Selection.ALL;
        }
        switch (found.get()) {
            case Yaml.Sequence sequence -> {
                List<Integer> listed = new ArrayList<>();
                sequence.items().forEach(item -> listed.add(numbers.whole(path, item, 0)));
                return new Selection.Listed(listed);
            }
            case Yaml.Scalar scalar -> {
                if (scalar.text().equals(ALL)) {
                    return Selection.ALL;
                }
                Matcher slice = SLICE.matcher(scalar.text());
                if (slice.matches()) {
                    int first = numbers.whole(path, part(scalar, slice, 1), 0);
                    return new Selection.Slice(first, numbers.whole(path, part(scalar, slice, 2), 0) + 1);
                }
                return new Selection.Listed(List.of(numbers.whole(path, scalar, 0)));
            }
            case Yaml.Mapping mapping -> {
                findings.report(
                        mapping.at(), path, "neurons are written as all, 3, 0..99 or [0, 1, 2], not as a mapping");
                return Selection.ALL;
            }
        }
    }

    private static Yaml.Scalar part(Yaml.Scalar whole, Matcher matcher, int group) {
        return new Yaml.Scalar(whole.at(matcher.start(group)), matcher.group(group), true, whole.inLine());
    }

    /** The items of a list; a single value counts as a list of one. Each is placed at {@code path.number}. */
    List<Yaml> list(String path, Yaml node) {
        return numbers.list(path, node);
    }

    List<Double> numbers(String path, Optional<Yaml> node, Unit unit) {
        List<Double> values = new ArrayList<>();
        List<Yaml> items = node.map(n -> list(path, n)).orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            values.add(numbers.number(path + "." + i, items.get(i), unit));
        }
        return values;
    }

    double number(Fields fields, String key, Unit unit, double standard) {
        return fields.find(key)
                .map(node -> numbers.number(fields.path(key), node, unit))
                .orElse(standard);
    }

    double required(Fields fields, String key, Unit unit, String example) {
        return fields.require(key, example)
                .map(node -> numbers.number(fields.path(key), node, unit))
                .orElse(Double.NaN);
    }

    /** Number of neurons of a population; 0 where it is not known. */
    int size(String population) {
        return populations.size(population);
    }

    /** The name of a receptor; {@link Receptor#BY_SIGN} where none is given. */
    String receptor(Fields fields) {
        return fields.find("receptor")
                .flatMap(node -> numbers.word(fields.path("receptor"), node))
                .orElse(Receptor.BY_SIGN);
    }

    /** The unit of weights onto a population; empty where the population or its model is not known. */
    Optional<Unit> weightUnit(String population) {
        return populations.receptors(population).stream().map(Receptor::unit).findFirst();
    }

    /** Whether all synapses onto these populations count spikes, so that a weight means nothing. */
    boolean onlyCounts(List<String> names) {
        return names.stream()
                .allMatch(name -> !populations.receptors(name).isEmpty()
                        && populations.receptors(name).stream().allMatch(r -> r.sign() == Receptor.Sign.COUNT));
    }

    /** The name of one of the items that were written as one. */
    String expanded(String section, String name, boolean listed, String suffix) {
        if (!listed) {
            return name;
        }
        findings.show(section + "." + name + "/" + suffix, section + "." + name);
        return name + "/" + suffix;
    }
}
