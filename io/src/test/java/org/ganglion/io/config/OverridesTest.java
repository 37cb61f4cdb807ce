package org.ganglion.io.config;

import static org.ganglion.io.config.Models.SOUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.Parameters;
import org.ganglion.network.RunSettings;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Unit;
import org.ganglion.network.wiring.SynapticValue;
import org.junit.jupiter.api.Test;

class OverridesTest {
    private static final String MODEL = SOUND + """
            projections:
              E-I: {from: E, to: I, rule: all_to_all, weight: g * J, delay: 1.5 ms}
            stimuli:
              in: {type: spike_train, to: E, times: [1 ms, 2 ms], weight: J, delay: 1 ms}
            """;

    private static Experiment with(String... assignments) {
        return ConfigReader.read(MODEL, "model.yaml", Overrides.of(assignments)).experiment();
    }

    private static void assertErrors(List<String> assignments, String... messages) {
        List<String> found = Models.errors(MODEL, new Overrides(assignments));
        assertEquals(String.join("\n", messages), String.join("\n", found));
    }

    @Test
    void aBareNameSetsAParameterForAllThatReferToIt() {
        assertEquals(
                SynapticValue.constant(45),
                with("g=4.5").network().projections().getFirst().weight());
        assertEquals(
                SynapticValue.constant(-60),
                with("g = -3", "parameters.J=20 pA")
                        .network()
                        .projections()
                        .getFirst()
                        .weight());
    }

    @Test
    void aPathSetsAnyValueWhetherTheFileHasItOrNot() {
        assertEquals(7, with("simulation.groups=7").settings().groups());
        assertEquals(2000, with("simulation.duration=2 s").settings().durationMs());
        assertEquals(
                SynapticValue.constant(2),
                with("projections.E-I.delay=2 ms")
                        .network()
                        .projections()
                        .getFirst()
                        .delayMs());
        assertEquals(
                Distribution.constant(20),
                with("populations.E.parameters.tau_m=0.02 s")
                        .network()
                        .population("E")
                        .parameters()
                        .get("tau_m"));
        assertEquals(with("stimuli.in.times=[1 ms, 3 ms]"), with("stimuli.in.times.1=3 ms"));
        assertEquals(
                "runs/x",
                ConfigReader.read(MODEL, "model.yaml", Overrides.of("output.directory=runs/x"))
                        .output()
                        .directory()
                        .orElseThrow()
                        .toString());
    }

    @Test
    void aLaterOneWins() {
        assertEquals(
                3, with("simulation.groups=7", "simulation.groups=3").settings().groups());
    }

    @Test
    void unknownNamesAndPathsAreToldWhatTheyCouldBe() {
        assertErrors(List.of("gg=1"), "--set: gg: unknown parameter \"gg\" (allowed: J, g); did you mean \"g\"?");
        assertErrors(
                List.of("duration=1 s"),
                "--set: duration: unknown parameter \"duration\" (allowed: J, g, or a path); did you mean"
                        + " \"simulation.duration\"?");
        assertErrors(
                List.of("projections.EI.delay=1 ms"),
                "--set: projections.EI.delay: unknown name \"EI\" (allowed: E-I); did you mean \"E-I\"?");
        assertErrors(
                List.of("simulation.grops=7"),
                "--set: simulation.grops: unknown key \"grops\" (allowed: dt, duration, warm-up, seed, groups, threads,"
                        + " barrier, max-rate); did you mean \"groups\"?");
        assertErrors(
                List.of("simulaton.groups=7"),
                "--set: simulaton: unknown key \"simulaton\" (allowed: name, description, parameters, models, populations,"
                        + " projections, stimuli, recorders, simulation, output, changes, sweep); did you mean \"simulation\"?");
        assertErrors(
                List.of("populations.E.size.x=7"),
                "--set: populations.E.size.x: there is no \"x\" in populations.E.size, which is \"100\"; set"
                        + " populations.E.size as a whole");
    }

    @Test
    void valuesAreCheckedLikeThoseOfAFile() {
        assertErrors(
                List.of("projections.E-I.delay=2"),
                "--set: projections.E-I.delay: 2 has no unit; a time is needed: write 2 ms");
        assertErrors(
                List.of("projections.E-I.delay=0.05 ms"),
                "--set: projections.E-I.delay: 0.05 ms is below one step (0.1 ms); raise the delay or lower"
                        + " simulation.dt");
        assertErrors(List.of("g=2 +"), "--set: parameters.g: 2 +: the expression ends too early");
    }

    @Test
    void whatIsNoAssignmentIsReported() {
        assertErrors(List.of("g"), "--set: g: is not of the form path=value; write, for example, g=4.5");
        assertErrors(List.of("g="), "--set: g: has no value; write one behind the =");
        assertErrors(
                List.of("g=[1"),
                "--set: g: this is not YAML: expected ',' or ']', but got <stream end> while parsing a flow sequence;"
                        + " check indentation, brackets and quotes here");
    }

    @Test
    void aProgramTakesBareNamesInTheirUnit() {
        Overrides overrides = Overrides.of("g=4.5", "J=0.2 mV", "simulation.groups=2");
        Parameters parameters = overrides.parameters();
        assertEquals(4.5, parameters.number("g", 5));
        assertEquals(0.2, parameters.number("J", 0.1, Unit.MILLIVOLT));
        assertEquals(8, parameters.number("other", 8));
        overrides.requireUsed(parameters);
    }

    @Test
    void aProgramThatDoesNotAskForANameIsToldSo() {
        Overrides overrides = Overrides.of("gee=4.5", "J=0.2");
        Parameters parameters = overrides.parameters();
        parameters.number("g", 5);
        parameters.number("J", 0.1, Unit.MILLIVOLT);
        ConfigException thrown = assertThrows(ConfigException.class, () -> overrides.requireUsed(parameters));
        assertEquals("""
                --set: J: 0.2 is a plain number; a voltage is needed, in mV
                --set: gee: unknown parameter of the program "gee" (allowed: g, J); use one of these""", thrown.getMessage());
    }

    @Test
    void aValueOfATrialIsToldOfWhereTheSweepOfTheProgramIsWritten() {
        Overrides overrides = new Overrides(List.of("g=3"), SweepArguments.NONE.once(), List.of("gee=4.5"));
        Parameters parameters = overrides.parameters();
        parameters.number("g", 5);
        ConfigException thrown = assertThrows(ConfigException.class, () -> overrides.requireUsed(parameters));
        assertEquals(
                "--sweep: gee: unknown parameter of the program \"gee\" (allowed: g); use one of these",
                thrown.getMessage());
    }

    @Test
    void pathsChangeWhatAProgramHasMade() {
        Experiment made =
                NetworkBuilder.named("made").population("E", 10, "iaf_psc_exp").simulate(RunSettings.DEFAULT);
        Overrides overrides = Overrides.of("g=3", "simulation.groups=7", "populations.E.size=20");
        Config changed = ConfigReader.override(made, "Made.java", overrides);
        assertEquals(7, changed.experiment().settings().groups());
        assertEquals(20, changed.experiment().network().population("E").size());
        assertEquals(
                made,
                ConfigReader.override(made, "Made.java", Overrides.of("g=3")).experiment());
    }
}
