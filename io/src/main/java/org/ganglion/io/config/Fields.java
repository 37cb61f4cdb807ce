package org.ganglion.io.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ganglion.io.yaml.Position;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.spec.Suggestion;

/** The keys of one mapping. Remembers which were asked for; {@link #close} reports the others and those missing. */
final class Fields {
    private final Findings findings;
    private final String path;
    private final Yaml.Mapping mapping;
    private final Position at;
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, String> missing = new LinkedHashMap<>();

    private Fields(Findings findings, String path, Yaml.Mapping mapping, Position at) {
        this.findings = findings;
        this.path = path;
        this.mapping = mapping;
        this.at = at;
    }

    /** The keys of a node that must be a mapping. */
    static Optional<Fields> of(Findings findings, String path, Yaml node, Position keyAt) {
        if (node instanceof Yaml.Mapping mapping) {
            findings.place(path, keyAt);
            return Optional.of(new Fields(findings, path, mapping, keyAt));
        }
        findings.report(
                node.at(),
                path,
                "keys with values are needed here, not " + node.kind()
                        + "; write them indented below, as in \"key: value\"");
        return Optional.empty();
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    String path() {
        return path;
    }

    Position at() {
        return at;
    }

    /** All that is below. */
    Yaml node() {
        return mapping;
    }

    Set<String> keys() {
        return mapping.entries().keySet();
    }

    Position keyAt(String key) {
        Yaml.Entry entry = mapping.entries().get(key);
        return entry == null ? at : entry.keyAt();
    }

    /** The value of a key that may be left out. */
    Optional<Yaml> find(String key) {
        Optional<Yaml> value = findSection(key);
        if (value.isEmpty() && mapping.entries().containsKey(key)) {
            findings.report(keyAt(key), path(key), "has no value; write one or remove the key");
        }
        return value;
    }

    /** The value of a key that may be left out or have nothing below it. */
    Optional<Yaml> findSection(String key) {
        asked.add(key);
        Yaml.Entry entry = mapping.entries().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        findings.place(path(key), entry.value().at());
        boolean empty = entry.value() instanceof Yaml.Scalar scalar && scalar.isEmpty();
        return empty ? Optional.empty() : Optional.of(entry.value());
    }

    /**
     * The value of a key that must be there.
     *
     * @param example how it could be written
     */
    Optional<Yaml> require(String key, String example) {
        if (!mapping.entries().containsKey(key)) {
            missing.put(key, example);
            findings.suspect(path(key));
        }
        return find(key);
    }

    /** Reports unknown and missing keys. A missing one is not reported where it seems to be misspelt. */
    void close() {
        List<String> free =
                asked.stream().filter(k -> !mapping.entries().containsKey(k)).toList();
        for (Map.Entry<String, Yaml.Entry> entry : mapping.entries().entrySet()) {
            String key = entry.getKey();
            if (asked.contains(key)) {
                continue;
            }
            Suggestion.closest(key, free).ifPresent(missing::remove);
            findings.report(entry.getValue().keyAt(), path(key), Suggestion.unknown("key", key, asked));
        }
        missing.forEach(this::reportMissing);
    }

    /** Says that a key must be there. */
    void reportMissing(String key, String example) {
        findings.report(at, path(key), "is missing; write it, as in \"" + key + ": " + example + "\"");
    }
}
