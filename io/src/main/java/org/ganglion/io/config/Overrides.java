package org.ganglion.io.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ganglion.io.yaml.Position;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.Parameters;
import org.ganglion.network.spec.Problem;

/**
 * What the command line changes in a model, as {@code path=value}.
 *
 * <p>A path is keys joined by dots; a bare name is that of a parameter. Values are read like those of a file.
 *
 * @param assignments in the order given; a later one wins
 * @param sweep what is said of trials
 * @param trial what a trial of a sweep sets on top; mistakes in it are told of where the sweep is written
 */
public record Overrides(List<String> assignments, SweepArguments sweep, List<String> trial) {
    public static final Overrides NONE = new Overrides(List.of());

    private static final String SOURCE = "--set";
    private static final Position AT = Position.of(SOURCE);

    public Overrides {
        assignments = List.copyOf(assignments);
        trial = List.copyOf(trial);
    }

    /** Settings, and what is said of trials. */
    public Overrides(List<String> assignments, SweepArguments sweep) {
        this(assignments, sweep, List.of());
    }

    /** Settings alone. */
    public Overrides(List<String> assignments) {
        this(assignments, SweepArguments.NONE);
    }

    public static Overrides of(String... assignments) {
        return new Overrides(List.of(assignments));
    }

    /** Those with a dot in the path: what can be changed in the description that a Java program has made. */
    Overrides withPaths() {
        return new Overrides(dotted(assignments), SweepArguments.NONE, dotted(trial));
    }

    private static List<String> dotted(List<String> all) {
        return all.stream().filter(a -> Setting.path(a).contains(".")).toList();
    }

    /** Whether no value is set. */
    boolean setNothing() {
        return assignments.isEmpty() && trial.isEmpty();
    }

    /** The document with the overrides in place. */
    Yaml applyTo(Yaml document, Findings findings) {
        Yaml changed = document;
        for (Setting setting : settings(document)) {
            changed = setting.applyTo(changed, findings);
        }
        return sweep.applyTo(changed, findings);
    }

    /** All that is set, in the order in which it is done. */
    private List<Setting> settings(Yaml document) {
        return Stream.concat(
                        assignments.stream().map(a -> new Setting(a, AT)),
                        trial.stream().map(a -> new Setting(a, SweepPlaces.of(a, sweep, document))))
                .toList();
    }

    /**
     * The bare names as numbers, for a Java program.
     *
     * @throws ConfigException if one is no number with a known unit
     */
    public Parameters parameters() {
        Findings findings = new Findings(SOURCE);
        Map<String, Parameters.Amount> amounts = new LinkedHashMap<>();
        for (Setting setting : bare()) {
            setting.amount(findings).ifPresent(amount -> amounts.put(setting.path(), amount));
        }
        ConfigReader.require(findings.errors());
        return new Parameters(amounts);
    }

    /** Those without a dot in the path, for a Java program, which holds no sweep. */
    private List<Setting> bare() {
        return settings(new Yaml.Mapping(AT, Map.of())).stream()
                .filter(setting -> !setting.path().contains("."))
                .toList();
    }

    /**
     * Checks, after a Java program has run, that every bare name was asked for in the right unit.
     *
     * @throws ConfigException if not
     */
    public void requireUsed(Parameters parameters) {
        require(parameters.problems());
    }

    /**
     * Checks what a Java program that has failed took until then.
     *
     * @throws ConfigException if something had the wrong unit or was not whole, so that its standard was taken
     */
    public void requireRight(Parameters parameters) {
        require(parameters.wrong());
    }

    private void require(List<Problem> problems) {
        Map<String, Position> places = new HashMap<>();
        bare().forEach(setting -> places.put(setting.path(), setting.at()));
        Set<ConfigError> errors = new LinkedHashSet<>();
        problems.forEach(p -> errors.add(new ConfigError(places.getOrDefault(p.path(), AT), p.path(), p.message())));
        ConfigReader.require(List.copyOf(errors));
    }
}
