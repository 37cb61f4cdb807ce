package org.ganglion.io.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ganglion.io.sweep.Design;
import org.ganglion.io.sweep.Measure;
import org.ganglion.io.sweep.Sweep;
import org.ganglion.io.sweep.TimeWindow;
import org.ganglion.io.sweep.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SweepReaderTest {
    private static Sweep sweep(String section) {
        return Models.read(Models.SOUND + "sweep:\n" + section.indent(2))
                .sweep()
                .orElseThrow();
    }

    private static SweepArguments arguments(String... axes) {
        return new SweepArguments(List.of(axes), Optional.empty(), Optional.empty(), List.of(), true);
    }

    private static Optional<Sweep> argued(String text, SweepArguments arguments) {
        return ConfigReader.read(text, "model.yaml", new Overrides(List.of(), arguments))
                .sweep();
    }

    @Test
    void aGridIsEveryCombinationAndSeedsComeLast() {
        Sweep sweep = sweep("grid: {g: [3, 4.5], J: 1 pA:2 pA:0.5 pA}\nseeds: 2");
        assertEquals(12, sweep.size());
        List<Trial> trials = sweep.trials();
        assertEquals(
                List.of("g=3", "J=1 pA", "simulation.seed=1"), trials.get(0).assignments());
        assertEquals(
                List.of("g=3", "J=1 pA", "simulation.seed=2"), trials.get(1).assignments());
        assertEquals(
                List.of("g=3", "J=1.5 pA", "simulation.seed=1"), trials.get(2).assignments());
        assertEquals(
                List.of("g=4.5", "J=2 pA", "simulation.seed=2"), trials.get(11).assignments());
        assertEquals("0012", trials.get(11).folder());
    }

    @Test
    void aRangeIsComputedInDecimalsAndHasItsEnd() {
        List<String> values =
                sweep("grid: {g: 3:4:0.1}").rows().stream().map(List::getFirst).toList();
        assertEquals(List.of("3", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.7", "3.8", "3.9", "4"), values);
    }

    @Test
    void aRangeThatItsStepDoesNotDivideEndsBelowItsEnd() {
        assertEquals(
                List.of(List.of("1"), List.of("4")), sweep("grid: {g: 1:6:3}").rows());
    }

    @Test
    void pointsOnALogarithmicScaleAreEquallyFarApartByRatio() {
        List<List<String>> expected = List.of(List.of("1 pA"), List.of("10 pA"), List.of("100 pA"), List.of("1000 pA"));
        assertEquals(
                expected,
                sweep("grid: {J: {from: 1 pA, to: 1000 pA, points: 4, scale: log}}")
                        .rows());
        assertEquals(expected, sweep("grid: {J: 1 pA:1000 pA:log:4}").rows());
    }

    @Test
    void aListTakesTheFirstOfEachThenTheSecond() {
        Sweep sweep = sweep("list: {g: [3, 4], simulation.duration: [1 s, 2 s]}");
        assertEquals(List.of(List.of("3", "1 s"), List.of("4", "2 s")), sweep.rows());
        assertEquals(List.of(), sweep.seeds(), "the model's own seed");
    }

    @Test
    void seedsAloneAreASweep() {
        assertEquals(
                List.of(List.of("simulation.seed=7"), List.of("simulation.seed=-3")),
                sweep("seeds: [7, -3]").trials().stream()
                        .map(Trial::assignments)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(names = {"RANDOM", "LATIN_HYPERCUBE"})
    void drawnValuesLieInTheirRangesAndFollowTheirSeed(Design design) {
        String section = design.key() + ": {g: 3:6, J: 1 pA:100 pA:log}\ntrials: 50";
        Sweep sweep = sweep(section);
        assertEquals(50, sweep.size());
        for (List<String> row : sweep.rows()) {
            double g = Double.parseDouble(row.get(0));
            double j = Double.parseDouble(row.get(1).replace(" pA", ""));
            assertTrue(g >= 3 && g <= 6 && j >= 1 && j <= 100, row.toString());
        }
        assertEquals(sweep.rows(), sweep(section).rows());
        assertTrue(!sweep.rows().equals(sweep(section + "\ndraw_seed: 2").rows()), "another seed, other values");
    }

    /** By its definition: of n equal parts of a range, on the scale of the range, each holds one value. */
    @Test
    void aLatinHypercubeMeetsEveryPartOfEveryRangeOnce() {
        int trials = 40;
        Sweep sweep = sweep("latin_hypercube: {g: 3:6, J: 1 pA:100 pA:log}\ntrials: " + trials);
        List<Integer> all = IntStream.range(0, trials).boxed().toList();
        assertEquals(
                all,
                sweep.rows().stream()
                        .map(row -> (int) Math.floor((Double.parseDouble(row.get(0)) - 3) / 3 * trials))
                        .sorted()
                        .toList());
        assertEquals(
                all,
                sweep.rows().stream()
                        .map(row -> Double.parseDouble(row.get(1).replace(" pA", "")))
                        .map(j -> (int) Math.floor(Math.log10(j) / 2 * trials))
                        .sorted()
                        .toList());
        List<String> order = sweep.rows().stream().map(List::getFirst).sorted().toList();
        assertTrue(!order.equals(sweep.rows().stream().map(List::getFirst).toList()), "parts come in a drawn order");
    }

    @Test
    void theCommandLineMeansTheSameAsTheSection() {
        Sweep section = sweep("grid: {g: 3:6:0.5, J: [1 pA, 2 pA]}\nseeds: 5");
        Optional<Sweep> argued = argued(Models.SOUND, arguments("g=3:6:0.5", "J=1 pA,2 pA", "seeds=5"));
        assertEquals(Optional.of(section), argued);
    }

    @Test
    void theCommandLineReplacesTheValuesOfTheFileAndKeepsTheRest() {
        String file = Models.SOUND + "sweep: {latin_hypercube: {g: 3:6}, trials: 9, seeds: 3, retries: 4}\n";
        Sweep sweep = argued(file, arguments("J=1 pA")).orElseThrow();
        assertEquals(Design.GRID, sweep.design());
        assertEquals(List.of("J"), sweep.parameters());
        assertEquals(3, sweep.size());
        assertEquals(4, sweep.retries());
    }

    @Test
    void theSweepOfAFileCanBeLeftOut() {
        String file = Models.SOUND + "sweep: {grid: {g: 3:6:1}}\n";
        SweepArguments none = new SweepArguments(List.of(), Optional.empty(), Optional.empty(), List.of(), false);
        assertEquals(Optional.empty(), argued(file, none));
    }

    @Test
    void aMeasureMayBeOfAPartOfTheRun() {
        String section = """
                seeds: 2
                measures:
                  late: {expression: rate.E / rate.I, from: 0.5 s, to: 800 ms}
                  early: {expression: cv.E, to: 500 ms}
                  tail: {expression: cv.E, from: 500 ms}
                  all: cv.E
                """;
        List<Measure> expected = List.of(
                new Measure("late", "rate.E / rate.I", new TimeWindow(500, 800)),
                new Measure("early", "cv.E", new TimeWindow(Double.NEGATIVE_INFINITY, 500)),
                new Measure("tail", "cv.E", new TimeWindow(500, Double.POSITIVE_INFINITY)),
                new Measure("all", "cv.E", TimeWindow.WHOLE));
        assertEquals(expected, sweep(section).measures());
        SweepArguments arguments = new SweepArguments(
                List.of("seeds=2"),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        "late=rate.E / rate.I from 0.5 s to 800 ms",
                        "early=cv.E to 500 ms",
                        "tail=cv.E from 500 ms",
                        "all=cv.E"),
                true);
        assertEquals(expected, argued(Models.SOUND, arguments).orElseThrow().measures());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grid: {gg: 3:6:1} | 11:10: sweep.grid.gg: unknown parameter \"gg\" (allowed: J, g); did you mean \"g\"?",
                "grid: {populations.EE.size: [1]} | 11:10: sweep.grid.populations.EE.size: unknown name \"EE\""
                        + " (allowed: E, I, P); did you mean \"E\"?",
                "grid: {g: 6:3:1} | 11:13: sweep.grid.g: ends at 3, which is below its beginning 6; give the smaller"
                        + " bound first",
                "grid: {g: 3:6:0} | 11:13: sweep.grid.g: has the step 0; give one above 0",
                "grid: {g: 3:6} | 11:13: sweep.grid.g: \"3:6\" is no range with a step; write first:last:step as in"
                        + " 3:6:0.5, or a list as in [3, 4.5, 6]",
                "grid: {J: 3:6 pA:1 pA} | 11:13: sweep.grid.J: a range goes from a number to a number of the same unit,"
                        + " not from 3 to 6 pA; expressions can stand in lists and under parameters",
                "grid: {J: 3 pA:6 pA:1} | 11:13: sweep.grid.J: the step 1 is not a number in pA like the bounds; write"
                        + " first:last:step as in 3:6:0.5, or a list as in [3, 4.5, 6]",
                "grid: {g: 0:1:1e-9} | 11:13: sweep.grid.g: has more than 100000 values; give a longer step",
                "grid: {g: {from: 0, to: 1, points: 3, scale: log}} | 11:13: sweep.grid.g: begins at 0; a logarithmic"
                        + " range needs bounds above 0",
                "grid: {g: []} | 11:13: sweep.grid.g: has no values; write first:last:step as in 3:6:0.5, or a list as"
                        + " in [3, 4.5, 6]",
                "grid: {seed: [1, 2]} | 11:10: sweep.grid.seed: seeds are given beside the values, as in \"seeds: 5\"",
                "list: {g: [1, 2], J: [1 pA]} | 11:3: sweep.list: has columns of different lengths [2, 1]; give each"
                        + " parameter as many values",
                "random: {g: 3:6} | 10:1: sweep.trials: is missing; say how many are drawn, as in \"trials: 40\"",
                "{grid: {g: [1]}, trials: 4} | 11:28: sweep.trials: is for random and latin_hypercube; a grid has as"
                        + " many as there are values",
                "{seeds: [1, 1]} | 11:11: sweep.seeds: needs seeds that differ from each other; write, for example,"
                        + " [1, 2]",
                "{retries: 2} | 10:1: sweep: varies nothing; write, for example, \"grid: {g: 3:6:0.5}\" or"
                        + " \"seeds: 5\"",
                "{seeds: 2, retires: 3} | 11:14: sweep.retires: unknown key \"retires\" (allowed: grid, list, random,"
                        + " latin_hypercube, trials, draw_seed, seeds, measures, retries); did you mean \"retries\"?",
                "{seeds: 2, measures: {m: rate.E / rate.Q}} | 11:37: sweep.measures.m: unknown name \"rate.Q\" (allowed:"
                        + " rate.E, rate.I, rate.P, cv.E, cv.I, cv.P, synchrony.E, synchrony.I, synchrony.P, spikes.E,"
                        + " spikes.I, spikes.P, neurons.E, neurons.I, neurons.P, spikes, ...); did you mean \"rate.E\"?",
                "{seeds: 2, measures: {m: rate.E + cv.I}} | 11:35: sweep.measures.m: a plain number cannot be added to"
                        + " a rate",
                "{seeds: 2, measures: {spikes: rate.E}} | 11:25: sweep.measures.spikes: spikes is a column that every"
                        + " sweep has; choose another name",
                "{grid: {g: [1, 2]}, measures: {g: rate.E}} | 11:34: sweep.measures.g: g is a parameter of this sweep,"
                        + " which has a column of that name; choose another name",
                "{seeds: 2, measures: {m: {expression: rate.E, from: 2 s, to: 1 s}}} | 11:25: sweep.measures.m: ends at"
                        + " 1000 ms, which is not after its beginning at 2000 ms; give the smaller time first",
                "{seeds: 2, measures: {m: {expression: rate.E, from: 500}}} | 11:55: sweep.measures.m.from: 500 has no"
                        + " unit; a time is needed: write 500 ms",
                "{seeds: 2, measures: {m: {expression: rate.E, form: 1 s}}} | 11:49: sweep.measures.m.form: unknown key"
                        + " \"form\" (allowed: expression, from, to); did you mean \"from\"?",
                "{seeds: 2, measures: {m: {from: 1 s}}} | 11:25: sweep.measures.m.expression: is missing; write it, as in"
                        + " \"expression: rate.E\"",
            })
    void aMistakeIsNamedWithItsPlaceAndARemedy(String section, String message) {
        Models.assertErrors(Models.SOUND + "sweep:\n  " + section + "\n", "model.yaml:" + message);
    }

    @Test
    void allMistakesOfASectionAreToldAtOnce() {
        List<String> errors =
                Models.errors(Models.SOUND + "sweep: {grid: {gg: 1:2:1, J: 5:1:1}, seeds: x}\n", Overrides.NONE);
        assertEquals(3, errors.size(), errors.toString());
    }

    @Test
    void aMeasureOfTheCommandLineIsNotNamedLikeAnotherColumn() {
        SweepArguments arguments = new SweepArguments(
                List.of("g=3,4"), Optional.empty(), Optional.empty(), List.of("g=rate.E", "trial=rate.I"), true);
        assertEquals(
                List.of(
                        "--measure: sweep.measures.g: g is a parameter of this sweep, which has a column of that name;"
                                + " choose another name",
                        "--measure: sweep.measures.trial: trial is a column that every sweep has; choose another name"),
                Models.errors(Models.SOUND, new Overrides(List.of(), arguments)));
    }

    @Test
    void anArgumentThatIsNoAxisIsRefused() {
        List<String> errors = Models.errors(Models.SOUND, new Overrides(List.of(), arguments("g=3:6:1", "model.yaml")));
        assertEquals(
                List.of("--sweep: model.yaml: is not of the form name=values; write, for example, g=3:6:0.5 or"
                        + " g=3,4.5,6, and the model file before --sweep"),
                errors);
    }

    @Test
    void aRangeWithDotsIsToldHowRangesAreWritten() {
        List<String> errors = Models.errors(Models.SOUND, new Overrides(List.of(), arguments("g=4..8")));
        assertEquals(List.of("--sweep: g: \"4..8\" is no range; write first:last:step, as in g=4:8:1"), errors);
    }
}
