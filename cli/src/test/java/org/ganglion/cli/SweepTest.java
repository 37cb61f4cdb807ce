package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps made by real worker processes. */
@Timeout(240)
final class SweepTest {
    private static final String MODEL = """
            name: tiny
            parameters: {w: 0.1 mV, g: 5, N: 80}
            populations:
              E: {model: iaf_psc_delta, size: N}
              I: {model: iaf_psc_delta, size: 20}
            projections:
              E-all: {from: E, to: [E, I], rule: fixed_indegree, indegree: 8, weight: w, delay: 1.5 ms}
              I-all: {from: I, to: [E, I], rule: fixed_indegree, indegree: 2, weight: -g * w, delay: 1.5 ms}
            stimuli:
              background: {type: poisson, to: [E, I], rate: 20 kHz, weight: w}
            recorders:
              spikes: {type: spikes, from: [E, I]}
            simulation: {duration: 50 ms}
            """;

    /** The neuron fires by itself and its synapse onto itself only grows, until it passes the limit. */
    private static final String GROWING = """
            name: growing
            parameters: {limit: 1000000 pA}
            populations:
              E: {model: iaf_psc_exp, size: 2}
            projections:
              E-E:
                {from: E, to: E, rule: all_to_all, weight: 10 pA, delay: 1 ms,
                 synapse: {model: stdp_pl_synapse_hom, alpha: 0, lambda: 0.5, mu: 1, Wlimit: limit}}
            stimuli:
              drive: {type: dc, to: E, amplitude: 600 pA}
            simulation: {duration: 100 ms}
            """;

    @TempDir
    private Path folder;

    private static List<String> csv(Path sweep) throws IOException {
        return Files.readAllLines(sweep.resolve("sweep.csv"));
    }

    /** The table without the column of wall times, which no two runs share. */
    private static List<String> withoutWall(Path sweep) throws IOException {
        List<String> header = List.of(csv(sweep).getFirst().split(",", -1));
        int wall = header.indexOf("wall [s]");
        assertTrue(wall > 0, header.toString());
        return csv(sweep).stream()
                .map(line -> {
                    List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
                    cells.remove(wall);
                    return String.join(",", cells);
                })
                .toList();
    }

    private static String cell(Path sweep, int trial, String column) throws IOException {
        List<String> header = List.of(csv(sweep).getFirst().split(",", -1));
        return csv(sweep).get(trial).split(",", -1)[header.indexOf(column)];
    }

    @Test
    void aTrialIsTheRunWithTheSameSettings() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", MODEL);
        Path sweep = folder.resolve("sweep");
        Call made = Call.of(
                "run",
                model,
                "-o",
                sweep,
                "-n",
                1,
                "-s",
                "N=70",
                "--measure",
                "ratio=rate.E / rate.I",
                "--sweep",
                "g=4:6:2",
                "w=0.1 mV,0.12 mV",
                "seeds=2");
        assertEquals(0, made.exitCode(), made.err());
        assertTrue(made.out().contains("8 of 8 trials done"), made.out());
        String[] settings = {"N=70", "g=6", "w=0.1 mV", "simulation.seed=2"}; // trial 6: g last but one, seeds first
        Path plain = folder.resolve("plain");
        List<Object> call = new ArrayList<>(List.of("run", model, "-q", "-o", plain));
        Stream.of(settings).forEach(s -> call.addAll(List.of("--set", s)));
        assertEquals(0, Call.of(call.toArray()).exitCode());
        Path trial = sweep.resolve("trials/0006");
        for (String key : List.of("spike_hash", "network_hash", "spikes", "rate_hz", "seed")) {
            assertEquals(Call.runJson(plain, key), Call.runJson(trial, key), key);
        }
        assertEquals(Call.runJson(plain, "spike_hash"), cell(sweep, 6, "spike_hash"));
        assertEquals(Call.runJson(plain, "rate_hz"), asDouble(cell(sweep, 6, "rate.E [Hz]")));
        double ratio =
                Double.parseDouble(cell(sweep, 6, "rate.E [Hz]")) / Double.parseDouble(cell(sweep, 6, "rate.I [Hz]"));
        assertEquals(ratio, Double.parseDouble(cell(sweep, 6, "ratio")), 1e-12);
        assertTrue(Files.size(trial.resolve("spikes.h5")) > 0);
        try (HdfFile file = new HdfFile(sweep.resolve("sweep.h5"))) {
            double[] g = (double[]) file.getDatasetByPath("/g").getData();
            assertEquals(
                    List.of(4.0, 4.0, 4.0, 4.0, 6.0, 6.0, 6.0, 6.0),
                    Arrays.stream(g).boxed().toList());
            assertEquals("mV", file.getDatasetByPath("/w").getAttribute("units").getData());
            assertEquals(
                    cell(sweep, 6, "spike_hash"),
                    ((String[]) file.getDatasetByPath("/spike_hash").getData())[5]);
        }
    }

    private static String asDouble(String number) {
        return Double.toString(Double.parseDouble(number));
    }

    @Test
    void aSweepThatIsKilledGoesOnAndRunsNothingTwice() throws Exception {
        Path model = Call.write(folder, "tiny.yaml", MODEL + "sweep: {grid: {g: 3:6.8:0.2, w: [0.1 mV, 0.11 mV]}}\n");
        Path killed = folder.resolve("killed");
        Process process = start(model, killed);
        try {
            waitForTrials(process, killed, 3);
            process.descendants().findFirst().ifPresent(ProcessHandle::destroyForcibly); // one worker alone
            waitForTrials(process, killed, 12);
            Call forced = Call.of("run", model, "-f", "-o", killed, "-n", 1, "--sweep", "g=4");
            assertEquals(2, forced.exitCode(), forced.err());
            assertTrue(forced.err().contains("is a sweep that goes on; stop the command that makes it"), forced.err());
        } finally {
            process.destroyForcibly(); // SIGKILL; workers end by themselves
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        }
        Map<String, String> before = runs(killed);
        assertTrue(before.size() >= 12 && before.size() < 40, before.size() + " trials had ended");
        Call resumed = Call.of("run", model, "-o", killed, "-n", 2);
        assertEquals(0, resumed.exitCode(), resumed.err());
        Map<String, String> after = runs(killed);
        assertEquals(40, after.size(), "none is lost");
        before.forEach((trial, text) -> assertEquals(text, after.get(trial), trial + " was not run again"));
        Path whole = folder.resolve("whole");
        assertEquals(0, Call.of("run", model, "-o", whole, "-n", 2).exitCode());
        assertEquals(withoutWall(whole), withoutWall(killed));
        assertFalse(Files.exists(killed.resolve("leases")) || Files.exists(killed.resolve("attempts")));
        Call again = Call.of("run", model, "-o", killed, "-n", 2);
        assertEquals(0, again.exitCode(), again.err());
        assertEquals(after, runs(killed), "a sweep that is done stays as it is");
    }

    /** The text of {@code run.json} of each trial that has ended; its times make it unlike that of any other run. */
    private static Map<String, String> runs(Path sweep) throws IOException {
        Map<String, String> runs = new TreeMap<>();
        try (Stream<Path> trials = Files.list(sweep.resolve("trials"))) {
            for (Path trial : trials.toList()) {
                runs.put(String.valueOf(trial.getFileName()), Files.readString(trial.resolve("run.json")));
            }
        }
        return runs;
    }

    private Process start(Path model, Path into, String... more) throws IOException {
        List<String> words =
                new ArrayList<>(List.of("run", model.toString(), "--output", into.toString(), "--nodes", "2"));
        words.addAll(List.of(more));
        return Call.process(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m"), words.toArray(String[]::new))
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private void waitForTrials(Process process, Path sweep, int count) throws Exception {
        int there = 0;
        while (process.isAlive() && there < count) {
            Thread.sleep(20);
            if (Files.isDirectory(sweep.resolve("trials"))) {
                try (Stream<Path> trials = Files.list(sweep.resolve("trials"))) {
                    there = (int) trials.count();
                }
            }
        }
        assertTrue(process.isAlive(), Files.readString(folder.resolve("err")));
    }

    @Test
    void aWorkerThatIsToldToEndLeavesItsTrialToOthers() throws Exception {
        Path model = Call.write(folder, "tiny.yaml", MODEL + "sweep: {retries: 0, grid: {g: [4, 5, 6, 7]}}\n");
        Path sweep = folder.resolve("sweep");
        Process process = start(model, sweep, "--set", "simulation.duration=3 s");
        try {
            Path lease = sweep.resolve("leases/0001-1");
            while (process.isAlive() && !Files.exists(lease)) {
                Thread.sleep(20);
            }
            process.descendants().forEach(ProcessHandle::destroy); // SIGTERM
            assertTrue(process.waitFor(200, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), Files.readString(folder.resolve("err")));
        assertEquals(List.of("done", "done", "done", "done"), statuses(sweep, 4));
    }

    @Test
    void aTrialThatWasGivenUpRunsAgainOnceItsFolderIsGoneThoughTheSweepWasStopped() throws Exception {
        Path model = Call.write(folder, "growing.yaml", GROWING);
        Path sweep = folder.resolve("sweep");
        Object[] again = {"run", model, "-o", sweep, "-n", 1, "--sweep", "limit=11 pA,1000000 pA"};
        assertEquals(1, Call.of(again).exitCode());
        Path leases = Files.createDirectory(sweep.resolve("leases")); // as a sweep has them that was stopped
        for (String name : List.of("0001-1", "0001-2")) {
            Files.writeString(leases.resolve(name), "");
            Files.writeString(leases.resolve(name + ".failed"), "for a reason of long ago");
        }
        Path trial = sweep.resolve("trials/0001");
        Files.move(trial, folder.resolve("aside"));
        Call call = Call.of(again);
        assertEquals(1, call.exitCode(), call.err());
        assertTrue(call.err().contains("Wlimit") && !call.err().contains("long ago"), call.err());
    }

    private static List<String> statuses(Path sweep, int trials) throws IOException {
        List<String> statuses = new ArrayList<>();
        for (int trial = 1; trial <= trials; trial++) {
            statuses.add(cell(sweep, trial, "status"));
        }
        return statuses;
    }

    @Test
    void aTrialThatFailsIsTriedAgainAndToldOfWhileTheOthersGoOn() throws IOException {
        Path model = Call.write(folder, "growing.yaml", GROWING);
        Path sweep = folder.resolve("sweep");
        Call call = Call.of("run", model, "-o", sweep, "-n", 1, "--sweep", "limit=1000000 pA,11 pA,2000000 pA");
        assertEquals(1, call.exitCode(), call.err());
        assertEquals(List.of("done", "failed", "done"), statuses(sweep, 3));
        assertTrue(Files.readString(sweep.resolve("trials/0002/trial.json")).contains("\"attempts\" : 2"));
        assertTrue(call.err().contains("trial 2 (limit=11 pA) failed: "), call.err());
        assertTrue(call.err().contains("Wlimit"), "the reason: " + call.err());
        assertFalse(call.err().contains("\tat "), call.err());
    }

    /** As it would run away again, it is not tried again. */
    @Test
    void aTrialThatRunsAwaySaysWhy() throws IOException {
        Path model = Call.write(folder, "clock.yaml", """
                parameters: {drive: 400 pA}
                populations:
                  E: {model: iaf_psc_exp, size: 60, parameters: {I_e: drive}}
                recorders:
                  spikes: {type: spikes, from: E}
                simulation: {duration: 500 ms}
                """);
        Path sweep = folder.resolve("sweep");
        Call made = Call.of("run", model, "-o", sweep, "-n", 1, "--sweep", "drive=450 pA,20 nA");
        assertEquals(1, made.exitCode(), made.err());
        assertEquals("done", cell(sweep, 1, "status"));
        assertTrue(cell(sweep, 2, "error").contains("simulation.max-rate"), cell(sweep, 2, "error"));
        assertTrue(Files.readString(sweep.resolve("trials/0002/trial.json")).contains("\"attempts\" : 1"));
    }

    @Test
    void parametersThatAreRangesAreTextsInTheTable() throws IOException {
        Path model =
                Call.write(folder, "tiny.yaml", MODEL + "sweep: {grid: {stimuli.background.neurons: [0..3, 0..9]}}\n");
        Path sweep = folder.resolve("sweep");
        Call made = Call.of("run", model, "-q", "-o", sweep, "-n", 1);
        assertEquals(0, made.exitCode(), made.err());
        assertEquals("0..3", cell(sweep, 1, "stimuli.background.neurons"));
        Call trial = Call.of("run", model, "-o", folder.resolve("other"), "--sweep", "trial=1,2");
        assertEquals(2, trial.exitCode());
        assertTrue(trial.err().contains("trial is a column that every sweep has"), trial.err());
    }

    @Test
    void whatIsAnotherSweepIsNotTakenForTheSame() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", MODEL);
        Path sweep = folder.resolve("sweep");
        assertEquals(
                0,
                Call.of("run", model, "-q", "-o", sweep, "-n", 1, "--sweep", "g=4,5")
                        .exitCode());
        assertRefused(sweep, "g was 4, 5, not 4, 6", model, "--sweep", "g=4,6");
        assertRefused(sweep, "it varied g, not w", model, "--sweep", "w=0.1 mV");
        assertRefused(sweep, "its seeds were none, not 1, 2", model, "--sweep", "g=4,5", "seeds=2");
        assertRefused(sweep, "the model, or what --set changes in it", model, "-s", "N=81", "--sweep", "g=4,5");
        Call forced = Call.of("run", model, "-q", "-f", "-o", sweep, "-n", 1, "--sweep", "g=4");
        assertEquals(0, forced.exitCode(), forced.err());
        assertEquals(2, csv(sweep).size(), "the names and one trial");
    }

    private static void assertRefused(Path sweep, String difference, Path model, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("run", model, "-o", sweep, "-n", 1));
        all.addAll(List.of(arguments));
        Call call = Call.of(all.toArray());
        assertEquals(2, call.exitCode(), call.err());
        assertTrue(call.err().contains(difference) && call.err().contains("--force"), call.err());
    }

    /**
     * From rest, a current of 450 pA takes the potential to the threshold in 10 ms * ln(18 / 3) = 17.92 ms; after 2 ms of rest
     * it begins anew. So a neuron spikes at 18, 38, 58 ... ms, and 10 times in 200 ms.
     */
    @Test
    void aMeasureOfAPartOfTheRunCountsWhatIsAfterItsBeginningAndUntilItsEnd() throws IOException {
        Path model = Call.write(folder, "clock.yaml", """
                populations:
                  E: {model: iaf_psc_exp, size: 2, parameters: {I_e: 450 pA}}
                recorders:
                  spikes: {type: spikes, from: E}
                simulation: {duration: 200 ms}
                sweep:
                  seeds: 1
                  measures:
                    all: spikes.E
                    two: {expression: rate.E, from: 18 ms, to: 58 ms}
                    three: {expression: spikes.E, from: 17.9 ms, to: 58 ms}
                    first: {expression: spikes / neurons, to: 18 ms}
                    none: {expression: spikes, to: 17.9 ms}
                    regular: {expression: cv.E, from: 1 ms}
                """);
        Path sweep = folder.resolve("sweep");
        Call made = Call.of("run", model, "-q", "-o", sweep, "-n", 1);
        assertEquals(0, made.exitCode(), made.err());
        assertEquals("20", cell(sweep, 1, "all"));
        assertEquals(2 / 0.040, Double.parseDouble(cell(sweep, 1, "two [Hz]")), 1e-9);
        assertEquals("6", cell(sweep, 1, "three"));
        assertEquals("1", cell(sweep, 1, "first"));
        assertEquals("0", cell(sweep, 1, "none"));
        assertEquals("0", cell(sweep, 1, "regular"));
        String run = Files.readString(sweep.resolve("trials/0001/run.json"));
        Call more = Call.of("run", model, "-q", "-o", sweep, "--measure", "last=spikes.E from 150 ms");
        assertEquals(0, more.exitCode(), more.err());
        assertEquals("6", cell(sweep, 1, "last"), "at 158, 178 and 198 ms");
        assertEquals("6", cell(sweep, 1, "three"));
        assertEquals(run, Files.readString(sweep.resolve("trials/0001/run.json")), "nothing is run again");
        Call outside = Call.of("run", model, "-o", sweep, "--measure", "late=rate.E from 0.1 s to 0.3 s");
        assertEquals(2, outside.exitCode());
        assertTrue(
                outside.err()
                        .contains("sweep.measures.late: from 100 ms to 300 ms does not lie within the run, which is"
                                + " recorded from 0 ms to 200 ms; give other times"),
                outside.err());
    }

    @Test
    void aSweepAndARunDoNotShareAFolder() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", MODEL);
        Path run = Files.createDirectory(folder.resolve("run"));
        Path json = Files.writeString(run.resolve("run.json"), "{}");
        Path sweep = Files.createDirectory(folder.resolve("sweep"));
        Path description = Files.writeString(sweep.resolve("sweep.json"), "{}");
        for (Object[] force : new Object[][] {{}, {"--force"}}) {
            List<Object> into = new ArrayList<>(List.of("run", model, "-o", run, "--sweep", "g=4,5"));
            into.addAll(List.of(force));
            Call call = Call.of(into.toArray());
            assertEquals(2, call.exitCode(), call.err());
            assertTrue(call.err().contains("run: holds a run (run.json); choose another folder"), call.err());
            List<Object> over = new ArrayList<>(List.of("run", model, "-o", sweep));
            over.addAll(List.of(force));
            Call other = Call.of(over.toArray());
            assertEquals(2, other.exitCode(), other.err());
            assertTrue(other.err().contains("sweep: holds a sweep; choose another folder"), other.err());
        }
        assertEquals("{}", Files.readString(json));
        assertEquals("{}", Files.readString(description));
        assertEquals(List.of(json), files(run));
        assertEquals(List.of(description), files(sweep));
    }

    @Test
    void aFolderThatIsCalledLikeOneOfASweepIsLeftAlone() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", MODEL);
        for (String name : List.of("trials", "attempts", "leases", "workers")) {
            Path sweep = Files.createDirectories(folder.resolve("with-" + name));
            Path notes =
                    Files.createFile(Files.createDirectory(sweep.resolve(name)).resolve("notes.txt"));
            for (Object[] force : new Object[][] {{}, {"--force"}}) {
                List<Object> into = new ArrayList<>(List.of("run", model, "-o", sweep, "--sweep", "g=4,5"));
                into.addAll(List.of(force));
                Call call = Call.of(into.toArray());
                assertEquals(2, call.exitCode(), call.err());
                assertTrue(call.err().contains(name + ": is in the way, and not of a sweep"), call.err());
            }
            assertTrue(Files.exists(notes));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void trialsThatAreNoModelsAreToldBeforeAnythingRuns() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", MODEL);
        Call call = Call.of("run", model, "-o", folder.resolve("sweep"), "--sweep", "N=10,-5");
        assertEquals(2, call.exitCode());
        assertTrue(call.err().startsWith(model + ": trial 2 (N=-5):\n" + model + ":4:"), call.err());
        assertFalse(Files.exists(folder.resolve("sweep")));
    }

    @Test
    void oneTrialCanBeRunAlone() throws IOException {
        Path model = Call.write(folder, "tiny.yaml", MODEL + "sweep: {grid: {g: [3, 6]}, seeds: 2}\n");
        Path alone = folder.resolve("alone");
        Call call = Call.of("run", model, "-q", "-o", alone, "--trial", 4);
        assertEquals(0, call.exitCode(), call.err());
        assertEquals("2", Call.runJson(alone, "seed"));
        Path plain = folder.resolve("plain");
        Call base = Call.of("run", model, "-q", "-o", plain, "--sweep", "none", "-s", "g=6", "-s", "simulation.seed=2");
        assertEquals(0, base.exitCode(), base.err());
        assertEquals(Call.runJson(plain, "spike_hash"), Call.runJson(alone, "spike_hash"));
        assertEquals(2, Call.of("run", model, "--trial", 5).exitCode());
    }
}
