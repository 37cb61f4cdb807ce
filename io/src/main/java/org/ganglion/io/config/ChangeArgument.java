package org.ganglion.io.config;

import java.util.Optional;
import org.ganglion.io.quantity.Names;
import org.ganglion.io.yaml.Position;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.io.yaml.YamlParser;
import org.ganglion.network.Change;
import org.ganglion.network.Experiment;
import org.ganglion.network.spec.Unit;

/** A change of a stimulus as it is written on a command line: {@code stimuli.ext.rate=9 Hz}. */
public final class ChangeArgument {
    private ChangeArgument() {}

    /**
     * Reads one. Whether there is such a thing to change, and to this value, is left to whoever adds it to the experiment.
     *
     * @param source the option or command that it is given to, for messages
     * @param atMs begin of the first step with it
     * @throws ConfigException if it is not of this form, or the value has another unit
     */
    public static Change parse(String assignment, String source, Experiment experiment, double atMs) {
        Findings findings = new Findings(source);
        int equals = assignment.indexOf('=');
        String path = equals < 0 ? "" : assignment.substring(0, equals).strip();
        int dot = path.lastIndexOf('.');
        if (!path.startsWith(ChangesReader.STIMULI) || dot < ChangesReader.STIMULI.length()) {
            findings.report(
                    Position.of(source),
                    assignment,
                    "is not of the form stimuli.NAME.PARAMETER=VALUE; write, for example, stimuli.ext.rate='9 Hz'");
            throw new ConfigException(findings.errors());
        }
        Change named = new Change(
                atMs, path.substring(ChangesReader.STIMULI.length(), dot), path.substring(dot + 1), Double.NaN);
        Optional<Unit> unit = ChangesReader.unit(named, experiment.network().stimuli());
        Optional<Yaml> value = YamlParser.parseArgument(
                assignment.substring(equals + 1),
                Position.of(source),
                (at, message) -> findings.report(at, path, message));
        double number = value.map(v -> new Numbers(findings, Names.NONE).number(path, v, unit))
                .orElse(Double.NaN);
        ConfigReader.require(findings.errors());
        return new Change(atMs, named.stimulus(), named.parameter(), unit.isEmpty() ? 0 : number);
    }
}
