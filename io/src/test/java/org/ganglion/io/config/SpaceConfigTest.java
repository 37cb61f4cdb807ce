package org.ganglion.io.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.connect.ListedSynapses;
import org.ganglion.network.connect.PairwiseBernoulli;
import org.ganglion.network.connect.PairwisePoisson;
import org.ganglion.network.connect.SymmetricPairwiseBernoulli;
import org.ganglion.network.space.AnnulusMask;
import org.ganglion.network.space.GaussianKernel;
import org.ganglion.network.space.GridPositions;
import org.ganglion.network.space.ListedPositions;
import org.ganglion.network.space.Mask;
import org.ganglion.network.space.RandomPositions;
import org.ganglion.network.wiring.SynapseList;
import org.ganglion.network.wiring.SynapticValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Positions, masks, kernels and lists of synapses in files. */
class SpaceConfigTest {
    private static final String MODEL = """
            parameters: {R: 0.3, lambda: 0.1}
            populations:
              E: {model: iaf_psc_exp, size: 400, positions: {type: grid, shape: [20, 20], periodic: true}}
              I: {model: iaf_psc_exp, size: 100, positions: {type: random, extent: [1, 1], periodic: true}}
              L: {model: iaf_psc_exp, size: 2, positions: {type: list, x: [0, 1], y: [0.5, -1], z: [0, 0]}}
              N: {model: iaf_psc_exp, size: 9}
            simulation: {duration: 10 ms}
            """;

    @TempDir
    private Path folder;

    private static Network read(String... projections) {
        return Models.read(model(projections)).experiment().network();
    }

    private static String model(String... projections) {
        return MODEL + "projections:\n  " + String.join("\n  ", projections) + "\n";
    }

    private static void assertErrors(String projection, String... messages) {
        assertErrorsOf(model(projection), messages);
    }

    /** The messages, without the column. */
    private static void assertErrorsOf(String text, String... messages) {
        List<String> found = Models.errors(text, Overrides.NONE).stream()
                .map(e -> e.replaceFirst("^(model.yaml:\\d+):\\d+", "$1"))
                .toList();
        assertEquals(String.join("\n", messages), String.join("\n", found));
    }

    private static void assertRoundTrip(Experiment experiment) {
        String json = ConfigWriter.toJson(experiment);
        Experiment again = ConfigReader.read(json, "run.json", Overrides.NONE).experiment();
        assertEquals(experiment, again, json);
        assertEquals(json, ConfigWriter.toJson(again));
        assertEquals(ConfigWriter.networkHash(experiment), ConfigWriter.networkHash(again));
    }

    @Test
    void positionsAreRead() {
        Network network = Models.read(MODEL).experiment().network();
        assertEquals(GridPositions.of(20, 20).wrapped(), network.population("E").positions());
        assertEquals(RandomPositions.in(1, 1).wrapped(), network.population("I").positions());
        assertEquals(
                ListedPositions.of(new double[] {0, 1}, new double[] {0.5, -1}, new double[2]),
                network.population("L").positions());
        assertEquals(0, network.population("N").positions().dimensions());
        assertRoundTrip(Models.read(MODEL).experiment());
    }

    @Test
    void masksAndKernelsAreRead() {
        Network network = read(
                "a: {from: E, to: I, rule: pairwise_bernoulli, p: {kernel: gaussian, p_center: 0.4, std: lambda},"
                        + " mask: {type: circular, radius: R}, weight: 1 pA, delay: 1 ms}",
                "b: {from: E, to: I, rule: pairwise_bernoulli, p: 0.5 * exp(-distance / lambda),"
                        + " weight: 10 pA * (1 - distance), delay: 0.5 ms + distance * 2 ms}",
                "c: {from: E, to: I, rule: fixed_indegree, indegree: 3, p: {kernel: linear, a: -2},"
                        + " mask: {type: doughnut, inner_radius: 0.1, outer_radius: 0.2, anchor: [0.1, 0]},"
                        + " weight: 1 pA, delay: 1 ms}",
                "d: {from: E, to: E, rule: pairwise_poisson, pairwise_avg_num_conns: 0.1, mask: {type: rectangular,"
                        + " lower_left: [-0.1, -0.1], upper_right: [0.1, 0.2]}, weight: 1 pA, delay: 1 ms}");
        assertEquals(
                new PairwiseBernoulli(1, true).with(new GaussianKernel(0.4, 0, 0.1), Mask.circle(0.3)),
                network.projections().get(0).rule());
        PairwiseBernoulli b = (PairwiseBernoulli) network.projections().get(1).rule();
        assertEquals(0.5 * StrictMath.exp(-2.5), b.kernel().at(0.25));
        assertEquals("0.5 * exp(-distance / (0.1))", b.kernel().text());
        SynapticValue.ByDistance weight =
                (SynapticValue.ByDistance) network.projections().get(1).weight();
        assertEquals(7.5, weight.formula().at(0.25));
        SynapticValue.ByDistance delay =
                (SynapticValue.ByDistance) network.projections().get(1).delayMs();
        assertEquals(1.0, delay.formula().at(0.25));
        assertEquals(
                new AnnulusMask(0.1, 0.2, List.of(0.1, 0.0)),
                ((FixedIndegree) network.projections().get(2).rule()).mask());
        assertEquals(
                new PairwisePoisson(0.1, true).within(Mask.box(-0.1, -0.1, 0.1, 0.2)),
                network.projections().get(3).rule());
        assertRoundTrip(Models.read(model(
                        "a: {from: E, to: I, rule: pairwise_bernoulli, p: {kernel: gaussian, std: lambda},"
                                + " mask: {type: circle, radius: R}, weight: 1 pA * distance, delay: 1 ms + distance * 1 ms}",
                        "d: {from: E, to: E, rule: fixed_outdegree, outdegree: 3, p: 1 / (1 + distance),"
                                + " mask: {type: box, lower_left: [-0.1, -0.1], upper_right: [0.1, 0.2]},"
                                + " weight: 1 pA, delay: 1 ms}"))
                .experiment());
    }

    @Test
    void aSymmetricRuleMakesTheWayBackWhereAsked() {
        String rule = "rule: symmetric_pairwise_bernoulli, p: 0.1, weight: 1 pA, delay: 1 ms";
        Network network = read("s: {from: E, to: I, make_symmetric: true, " + rule + "}");
        assertEquals(
                List.of("s/E-I", "s/I-E"),
                network.projections().stream().map(p -> p.name()).toList());
        assertEquals(
                new SymmetricPairwiseBernoulli(0.1),
                network.projections().get(1).rule());
        assertEquals(
                1,
                read("s: {from: E, to: E, make_symmetric: true, " + rule + "}")
                        .projections()
                        .size());
        assertErrors(
                "s: {from: E, to: I, " + rule + "}",
                "model.yaml:9: projections.s.rule: there is no projection back with the same rule; add one from target"
                        + " to source, or, in a file, make_symmetric: true");
        assertErrors(
                "s: {from: E, to: E, allow_autapses: true, " + rule + "}",
                "model.yaml:9: projections.s.allow_autapses: true is not possible: a synapse onto oneself is its own way"
                        + " back; write false");
        assertRoundTrip(Models.read(model("s: {from: E, to: I, make_symmetric: true, " + rule + "}"))
                .experiment());
    }

    @Test
    void whatCannotBeInSpaceIsRefused() {
        String end = " weight: 1 pA, delay: 1 ms}";
        String start = "p: {from: E, to: I, rule: pairwise_bernoulli, ";
        assertErrors(
                start + "p: 0.1, mask: {type: circle, radius: -0.1}," + end,
                "model.yaml:9: projections.p.mask.radius: -0.1 is no radius; give a number above 0");
        assertErrors(
                start + "p: 0.1, mask: {type: circle, radius: 0.6}," + end,
                "model.yaml:9: projections.p.mask: is 1.2 long along x, and space repeats after 1; make it at most as long"
                        + " as the extent, or leave it out");
        assertErrors(
                start + "p: 2 - distance, mask: {type: circle, radius: 0.1}," + end,
                "model.yaml:9: projections.p.p: at distance "
                        + firstDistance()
                        + ", which is no probability; change it so that it is from 0 to 1, for example with min(1, max(0,"
                        + " ...))");
        assertErrors(
                start + "p: {kernel: gaussian, std: 0}," + end,
                "model.yaml:9: projections.p.p.std: 0 is not allowed; it must be above 0");
        assertErrors(
                "p: {from: E, to: N, rule: pairwise_bernoulli, p: 0.1, mask: {type: circle, radius: 0.1}," + end,
                "model.yaml:9: projections.p.mask: the target has no positions; add positions to the population, or"
                        + " leave out what depends on distance");
        assertErrors(
                "p: {from: N, to: N, rule: all_to_all, weight: 1 pA * distance, delay: 1 ms}",
                "model.yaml:9: projections.p.weight: source and target have no positions; add positions to the"
                        + " population, or leave out what depends on distance");
        assertErrors(
                "p: {from: L, to: E, rule: pairwise_bernoulli, p: 0.1, mask: {type: circle, radius: 0.1}," + end,
                "model.yaml:9: projections.p.mask: the source has positions in 3 dimensions, the target in 2; give both"
                        + " the same");
        assertErrors(
                start + "p: 0.1, mask: {type: circel, radius: 0.1}," + end,
                "model.yaml:9: projections.p.mask.type: unknown type of mask \"circel\" (allowed: circle, annulus, box,"
                        + " sphere); did you mean \"circle\"?");
        assertErrors(
                "p: {from: E, to: E, rule: fixed_indegree, indegree: 10, allow_multapses: false,"
                        + " mask: {type: circle, radius: 0.06}," + end,
                "model.yaml:9: projections.p.indegree: 10 different sources asked for, but target 0 at (-0.475, 0.475)"
                        + " has only 5 within reach; lower indegree, enlarge the mask or allow multapses");
        assertErrors(
                "p: {from: E, to: E, rule: pairwise_bernoulli, p: 0.1, allow_autapses: false,"
                        + " mask: {type: circle, radius: 0.01}," + end,
                "model.yaml:9: projections.p.mask: holds nobody: no target is inside it for any source; enlarge it, or"
                        + " compare it with the distances between neighbours");
        assertErrors(
                "p: {from: E, to: E, rule: all_to_all, weight: 1 pA, delay: distance * 1 ms}",
                "model.yaml:9: projections.p.delay: at distance 0 (neuron 0 of E to neuron 0 of E) it is 0 ms, which"
                        + " rounds to below one step (0.1 ms); raise it there or lower simulation.dt");
    }

    private static String firstDistance() {
        // Neuron 0 of I and the first source that is found; any is above 1.
        List<String> errors = Models.errors(
                model("p: {from: E, to: I, rule: pairwise_bernoulli, p: 2 - distance,"
                        + " mask: {type: circle, radius: 0.1}, weight: 1 pA, delay: 1 ms}"),
                Overrides.NONE);
        String message = errors.getFirst();
        double distance = Double.parseDouble(message.replaceAll(".*at distance ([0-9.E-]+) it.*", "$1"));
        assertTrue(distance > 0 && distance < 0.1, message);
        return distance + " it is " + (2 - distance);
    }

    @Test
    void mistakesInPositionsAreNamed() {
        assertErrorsOf(
                MODEL.replace("[20, 20]", "[20, 30]"),
                "model.yaml:3: populations.E.positions.shape: 20 x 30 are 600 places, but the population has 400"
                        + " neurons; change shape or size");
        assertErrorsOf(
                MODEL.replace("type: random", "type: radnom"),
                "model.yaml:4: populations.I.positions.type: unknown type of positions \"radnom\" (allowed: grid, random,"
                        + " list); did you mean \"random\"?");
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private Config readFile(String projection) throws Exception {
        return ConfigReader.read(write("model.yaml", model(projection)), Overrides.NONE);
    }

    private List<String> errors(String projection) throws Exception {
        Path model = write("model.yaml", model(projection));
        try {
            ConfigReader.read(model, Overrides.NONE);
        } catch (ConfigException e) {
            return e.errors().stream()
                    .map(x -> x.toString().replace(folder + "/", "").replaceFirst("^(model.yaml:\\d+):\\d+", "$1"))
                    .toList();
        }
        return List.of();
    }

    private static SynapseList list(Config config) {
        return ((ListedSynapses)
                        config.experiment().network().projections().getFirst().rule())
                .list();
    }

    @Test
    void listsOfSynapsesAreReadFromTextInAnyOrder() throws Exception {
        write(
                "edges.csv",
                "# made by hand\nsource, target, weight, delay\n3,1,-2.5,1.5\n0,2,1,2 # a comment\n\n7,1,4e1,3\n");
        Config config = readFile("l: {from: E, to: N, rule: list, file: edges.csv}");
        SynapseList expected = SynapseList.of(
                new int[] {3, 7, 0},
                new int[] {1, 1, 2},
                new double[] {-2.5, 40, 1},
                new double[] {1.5, 3, 2},
                list(config).origin());
        assertEquals(expected, list(config));
        assertEquals(
                SynapticValue.Listed.WEIGHT,
                config.experiment().network().projections().getFirst().weight());
        assertRoundTrip(config.experiment());
        write("edges.txt", "target source\n1 3\n2 0\n1 7\n");
        Config without = readFile("l: {from: E, to: N, rule: list, file: edges.txt, weight: 1 pA, delay: 1 ms}");
        assertEquals(2, list(without).inDegree(1));
        assertRoundTrip(without.experiment());
    }

    @Test
    void listsOfSynapsesAreReadFromHdf5() throws Exception {
        Path file = folder.resolve("edges.h5");
        try (WritableHdfFile out = HdfFile.write(file)) {
            out.putDataset("source", new long[] {3, 0, 399});
            out.putDataset("target", new int[] {1, 2, 1});
            out.putDataset("weight", new double[] {1.5, 2, -3});
            out.putDataset("delay", new float[] {1, 2, 0.5f});
        }
        Config config = readFile("l: {from: E, to: N, rule: list, file: edges.h5}");
        SynapseList expected = SynapseList.of(
                new int[] {3, 399, 0},
                new int[] {1, 1, 2},
                new double[] {1.5, -3, 2},
                new double[] {1, 0.5, 2},
                list(config).origin());
        assertEquals(expected, list(config));
        assertRoundTrip(config.experiment());
        assertEquals(
                List.of("edges.h5: row 2: source 399: I has the neurons 0 to 99"),
                errors("l: {from: I, to: N, rule: list, file: edges.h5}"));
    }

    @Test
    void listsOfSynapsesStandInTheModelToo() {
        Config config = Models.read(model(
                "l: {from: E, to: N, rule: list, sources: [5, 1], targets: [0, 0], weights: [1 pA, -2], delay: 1 ms}"));
        assertEquals(
                SynapseList.of(new int[] {5, 1}, new int[] {0, 0}, new double[] {1, -2}, new double[0]), list(config));
        assertRoundTrip(config.experiment());
    }

    @Test
    void mistakesInListsAreNamedWithTheirLine() throws Exception {
        write("edges.csv", "source,target,weight\n1,2,3\n5,9,1\n4000,1,1\n1,1\n1,1,x\n-1,0.5,nan\n");
        assertEquals(
                List.of(
                        "edges.csv:3:3: target 9: N has the neurons 0 to 8",
                        "edges.csv:4:1: source 4000: E has the neurons 0 to 399",
                        "edges.csv:5:1: has 2 values, but there are the columns source, target, weight; write one for each",
                        "edges.csv:6:5: weight x is not a number",
                        "edges.csv:7:1: source -1: E has the neurons 0 to 399",
                        "edges.csv:7:4: target 0.5 is not a whole number",
                        "edges.csv:7:8: weight nan is not a finite number"),
                errors("l: {from: E, to: N, rule: list, file: edges.csv, delay: 1 ms}"));
        write("edges.csv", "source,taget\n1,2\n");
        assertEquals(
                List.of(
                        "edges.csv:1:1: there is no column target; add it",
                        "edges.csv:1:8: unknown column \"taget\" (allowed: source, target, weight, delay); did you mean"
                                + " \"target\"?"),
                errors("l: {from: E, to: N, rule: list, file: edges.csv, weight: 1 pA, delay: 1 ms}"));
        write("edges.csv", "1,2\n");
        assertEquals(
                List.of("edges.csv:1:1: the first line must name the columns, and \"1\" is no name; write"
                        + " source,target,weight,delay above it"),
                errors("l: {from: E, to: N, rule: list, file: edges.csv, weight: 1 pA, delay: 1 ms}"));
        write("edges.csv", "source,target,delay\n1,2,0.01\n");
        assertEquals(
                List.of(
                        "model.yaml:9: projections.l.delay: from neuron 1 of E to neuron 2 of N it is 0.01 ms, which rounds"
                                + " to below one step (0.1 ms); raise it there or lower simulation.dt"),
                errors("l: {from: E, to: N, rule: list, file: edges.csv, weight: 1 pA}"));
        assertEquals(
                List.of("model.yaml:9: projections.l.delay: the list gives each synapse a delay of its own; remove this"
                        + " one, or the column delay"),
                errors("l: {from: E, to: N, rule: list, file: edges.csv, weight: 1 pA, delay: 1 ms}").stream()
                        .filter(e -> e.contains("gives each"))
                        .toList());
    }

    @Test
    void aFileThatHasChangedIsRefusedAndWhereItLiesDecidesNothing() throws Exception {
        write("edges.csv", "source,target\n1,2\n");
        Config config = readFile("l: {from: E, to: N, rule: list, file: edges.csv, weight: 1 pA, delay: 1 ms}");
        Path run = write("run.json", ConfigWriter.toJson(config));
        assertEquals(config, ConfigReader.read(run, Overrides.NONE));
        Files.createDirectory(folder.resolve("elsewhere"));
        write("elsewhere/other.csv", "source,target\n1,2\n");
        Config moved =
                readFile("l: {from: E, to: N, rule: list, file: elsewhere/other.csv, weight: 1 pA, delay: 1 ms}");
        assertEquals(ConfigWriter.networkHash(config.experiment()), ConfigWriter.networkHash(moved.experiment()));
        write("edges.csv", "source,target\n1,3\n");
        Config changed = readFile("l: {from: E, to: N, rule: list, file: edges.csv, weight: 1 pA, delay: 1 ms}");
        assertNotEquals(ConfigWriter.networkHash(config.experiment()), ConfigWriter.networkHash(changed.experiment()));
        try {
            ConfigReader.read(run, Overrides.NONE);
        } catch (ConfigException e) {
            assertTrue(e.getMessage().contains("has changed since it was described"), e.getMessage());
            return;
        }
        throw new AssertionError("the changed file was taken");
    }

    @Test
    void positionsAreReadFromFiles() throws Exception {
        write("places.csv", "x y z\n0 0 0\n1 2 3\n");
        Path model = write("model.yaml", """
                populations:
                  L: {model: iaf_psc_exp, size: 2, positions: {type: list, file: places.csv}}
                simulation: {duration: 1 ms}
                """);
        Experiment experiment = ConfigReader.read(model, Overrides.NONE).experiment();
        ListedPositions places =
                (ListedPositions) experiment.network().populations().getFirst().positions();
        assertEquals("(1, 2, 3)", places.points(2, 1, 0).text(1));
        assertRoundTrip(experiment);
    }
}
