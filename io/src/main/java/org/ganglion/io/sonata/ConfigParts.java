package org.ganglion.io.sonata;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ganglion.io.sonata.source.Complaints;
import org.ganglion.io.sonata.source.JsonFile;
import org.ganglion.io.sonata.source.Section;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.io.yaml.Position;
import org.ganglion.io.yaml.Yaml;

/**
 * The one, two or three JSON files of a configuration: how it is run, and which circuit. One file may hold both, or name
 * the others under {@code network} and {@code simulation}.
 *
 * @param simulation has the section {@code run}
 * @param circuit has the section {@code networks}
 * @param files all that was read
 */
record ConfigParts(Part simulation, Part circuit, List<Path> files) {
    private static final String USUAL_CIRCUIT = "circuit_config.json";

    /** One file, with its variables. */
    record Part(Path file, Section root, Manifest manifest) {
        static Part read(Path file) {
            return of(file, JsonFile.read(file));
        }

        static Part of(Path file, Yaml.Mapping mapping) {
            Section root = new Section(mapping, "");
            Path folder = Optional.ofNullable(file.toAbsolutePath().normalize().getParent())
                    .orElse(file.toAbsolutePath());
            return new Part(file, root, Manifest.of(root, folder));
        }
    }

    /** Whether a JSON object reads like such a configuration rather than a model file of Ganglion. */
    static boolean looksLike(Yaml.Mapping root) {
        Set<String> keys = root.entries().keySet();
        if (keys.contains("populations") || keys.contains("ganglion") || keys.contains("sonata")) {
            return false;
        }
        boolean named = new Section(root, "")
                .find("simulation")
                .filter(value -> value instanceof Yaml.Scalar)
                .isPresent();
        return named
                || keys.contains("networks")
                || keys.contains("run")
                || keys.contains("manifest")
                || keys.contains("network");
    }

    static ConfigParts read(Path file, Complaints complaints) {
        Part top = Part.read(file);
        Set<Path> files = new LinkedHashSet<>(List.of(file));
        Part simulation = top;
        if (!top.root().has("run") && top.root().has("simulation")) {
            simulation = Part.read(top.manifest().requirePath(top.root(), "simulation", "\"simulation_config.json\""));
            files.add(simulation.file());
        }
        Part circuit = circuit(top, simulation, complaints);
        files.add(circuit.file());
        return new ConfigParts(simulation, circuit, new ArrayList<>(files));
    }

    private static Part circuit(Part top, Part simulation, Complaints complaints) {
        for (Part part : List.of(top, simulation)) {
            if (part.root().has("networks")) {
                return part;
            }
        }
        for (Part part : List.of(top, simulation)) {
            if (part.root().has("network")) {
                Part named = Part.read(part.manifest().requirePath(part.root(), "network", "\"circuit_config.json\""));
                if (!named.root().has("networks")) {
                    throw named.root().missing("networks", "{\"nodes\": [...], \"edges\": [...]}");
                }
                return named;
            }
        }
        Path beside = simulation.file().resolveSibling(USUAL_CIRCUIT);
        if (Files.exists(beside)) {
            complaints.note(simulation.file() + ": names no circuit; " + beside + " beside it is taken");
            return Part.read(beside);
        }
        throw new SonataException(
                Position.of(top.file().toString()),
                "network",
                "no circuit is named; write \"network\": \"circuit_config.json\", or describe it under \"networks\"");
    }
}
