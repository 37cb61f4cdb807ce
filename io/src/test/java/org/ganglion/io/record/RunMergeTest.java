package org.ganglion.io.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.ganglion.io.TestExperiments;
import org.ganglion.network.Experiment;
import org.ganglion.network.Population;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.ganglion.simulator.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMergeTest {
    private static final String RUN = "a-run";
    private static final int SEEDS = 100;

    @TempDir
    Path folder;

    @Test
    void sameFilesHoweverOftenTheRunWasResumedAndItsGroupsKilled() throws IOException {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            FakeRun run = randomRun(random);
            long endStep = random.nextInt(3) == 0
                    ? random.nextInt(run.spikes().length + 1) // a run that was cut short
                    : run.spikes().length;
            Path one = Files.createDirectory(folder.resolve("one-" + seed));
            try (RunRecording recording = new RunRecording(one, run.experiment())) {
                run.record(recording, 1);
                recording.finish(endStep);
            }
            Path many = Files.createDirectory(folder.resolve("many-" + seed));
            new LeggedRun(many, run, endStep, random).record(RUN);
            merge(many, run.experiment(), endStep);
            assertSameFiles(one, many, "seed " + seed);
        }
    }

    /** One to three recorded populations, one that is not, and two recorders of states. */
    private static FakeRun randomRun(Random random) {
        List<Population> populations = new ArrayList<>();
        List<Recorder> recorders = new ArrayList<>();
        int recorded = 0;
        for (int p = 1 + random.nextInt(3); p > 0; p--) {
            Population population = TestExperiments.population("P" + p, 1 + random.nextInt(30));
            populations.add(population);
            recorders.add(new Recorder.Spikes("of " + p, population.name(), Selection.ALL));
            recorded += population.size();
        }
        populations.add(TestExperiments.population("unrecorded", 1 + random.nextInt(10)));
        for (int r = 0; r < 2; r++) {
            Population of = populations.get(random.nextInt(populations.size()));
            Selection some = new Selection.Slice(random.nextInt(of.size()), of.size());
            List<String> variables = random.nextBoolean() ? List.of("V_m") : List.of("V_m", "I_syn");
            double offsetMs = random.nextBoolean() ? 0 : 0.1 * random.nextInt(20);
            recorders.add(new Recorder.State(
                    "state " + r,
                    of.name(),
                    some,
                    variables,
                    0.1 * (1 + random.nextInt(7)),
                    offsetMs,
                    start(random),
                    stop(random)));
            recorders.add(new Recorder.Rates(
                    "rate " + r, of.name(), some, 0.1 * (1 + random.nextInt(20)), start(random), stop(random)));
        }
        int warmUp = random.nextInt(3) == 0 ? random.nextInt(50) : 0;
        int steps = 1 + random.nextInt(150);
        Experiment experiment = TestExperiments.experiment(populations, recorders, steps / 10.0, warmUp / 10.0);
        return new FakeRun(experiment, randomSpikes(random, steps + warmUp, recorded));
    }

    private static double start(Random random) {
        return random.nextInt(3) == 0 ? 0.1 * random.nextInt(100) : 0;
    }

    private static double stop(Random random) {
        return random.nextInt(3) == 0 ? 10 + 0.1 * random.nextInt(50) : Double.POSITIVE_INFINITY;
    }

    /** Silent steps, steps in which some neurons spike once or several times, and rarely a burst larger than a buffer. */
    private static int[][] randomSpikes(Random random, int steps, int neurons) {
        int[][] spikes = new int[steps][];
        for (int step = 0; step < steps; step++) {
            int count = random.nextInt(3) == 0 ? 0 : random.nextInt(2 * neurons);
            count = random.nextInt(1000) == 0 ? 2 * SpillWriter.BUFFER_BYTES / Integer.BYTES : count;
            spikes[step] = random.ints(count, 0, neurons).toArray();
        }
        return spikes;
    }

    private static void merge(Path folder, Experiment experiment, long endStep) throws IOException {
        RunMerge.merge(folder, experiment, RUN, endStep, SpikeSink.NONE, StateSink.NONE);
    }

    private static void assertSameFiles(Path one, Path other, String when) throws IOException {
        List<String> names =
                List.of(RunRecording.SPIKES, RunRecording.STATES, RunRecording.RATES, RunRecording.RATES_TABLE);
        for (String name : names) {
            assertEquals(Files.exists(one.resolve(name)), Files.exists(other.resolve(name)), name + ", " + when);
            assertTrue(Files.exists(one.resolve(name)) || name.startsWith("rates"), name);
        }
        for (String name :
                names.stream().filter(n -> Files.exists(one.resolve(n))).toList()) {
            assertEquals(-1, Files.mismatch(one.resolve(name), other.resolve(name)), name + ", " + when);
        }
    }

    private static final int STEPS = 60;

    /** Ten neurons that spike in every second step; V_m of all in every third, and of the first two in every one. */
    private static FakeRun simpleRun() {
        List<Recorder> recorders = List.of(
                new Recorder.Spikes("spikes", "E", Selection.ALL),
                new Recorder.State("slow", "E", Selection.ALL, List.of("V_m"), 0.3),
                new Recorder.State("fast", "E", new Selection.Slice(0, 2), List.of("V_m"), 0.1));
        Experiment experiment =
                TestExperiments.experiment(List.of(TestExperiments.population("E", 10)), recorders, STEPS / 10.0, 0);
        int[][] spikes = new int[STEPS][];
        Arrays.setAll(spikes, step -> step % 2 == 0 ? new int[] {0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9} : new int[0]);
        return new FakeRun(experiment, spikes);
    }

    /** Records what group g of so many does in {@code [first, end)}, as one more start of it in leg 0. */
    private void record(FakeRun run, int g, int groups, long incarnation, long first, long end) throws IOException {
        record(run, new RunLeg(RUN, 0, 0), g, groups, incarnation, first, end);
    }

    private void record(FakeRun run, RunLeg leg, int g, int groups, long incarnation, long first, long end)
            throws IOException {
        try (RunRecording recording = new RunRecording(folder, run.experiment(), leg)) {
            run.write(run.open(recording.incarnation(incarnation), g, groups), g, groups, first, end);
        }
    }

    private Path simple() throws IOException {
        Path path = Files.createDirectory(folder.resolve("simple"));
        FakeRun run = simpleRun();
        try (RunRecording recording = new RunRecording(path, run.experiment())) {
            run.record(recording, 1);
            recording.finish(STEPS);
        }
        return path;
    }

    private String refusal(Experiment experiment) {
        return String.valueOf(assertThrows(IOException.class, () -> merge(folder, experiment, STEPS))
                .getMessage());
    }

    private static void assertContains(String message, String... parts) {
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    @Test
    void aFileOfAnotherRunIsRefusedByName() throws IOException {
        FakeRun run = simpleRun();
        record(run, 0, 1, 0, 0, STEPS);
        record(run, new RunLeg("another", 0, 0), 0, 1, 0xab, 0, STEPS);
        assertContains(
                refusal(run.experiment()),
                folder.resolve("spikes-0-0-ab.spill") + ": belongs to run another, not to run " + RUN);
        assertFalse(Files.exists(folder.resolve(RunRecording.SPIKES)));
    }

    @Test
    void anotherSeedIsRefused() throws IOException {
        FakeRun run = simpleRun();
        record(run, 0, 1, 0, 0, STEPS);
        Experiment other = new Experiment(
                run.experiment().network(), run.experiment().settings().withSeed(7));
        assertContains(refusal(other), folder.resolve("spikes-0-0-0.spill") + ": belongs to seed 1, not to seed 7");
    }

    @Test
    void aSpillFileThatIsNoneIsNamed() throws IOException {
        FakeRun run = simpleRun();
        record(run, 0, 1, 0, 0, STEPS);
        Path file = Files.write(folder.resolve("spikes-0-0-1.spill"), new byte[200]);
        assertContains(refusal(run.experiment()), file + ": is not a spill file");
    }

    @Test
    void aFlippedBitAnywhereIsRefusedByName() throws IOException {
        FakeRun run = simpleRun();
        record(run, 0, 1, 0, 0, STEPS);
        Random random = new Random(1);
        for (Path file : SpillFiles.list(folder)) {
            byte[] whole = Files.readAllBytes(file);
            for (int i = 0; i < whole.length; i += 1 + random.nextInt(20)) {
                byte[] damaged = whole.clone();
                damaged[i] ^= (byte) (1 << random.nextInt(8));
                Files.write(file, damaged);
                assertContains(refusal(run.experiment()), file + ": ");
            }
            Files.write(file, whole);
        }
        merge(folder, run.experiment(), STEPS);
    }

    @Test
    void mergingAgainGivesTheSameFiles() throws IOException {
        FakeRun run = simpleRun();
        record(run, 0, 1, 0, 0, STEPS);
        merge(folder, run.experiment(), STEPS);
        merge(folder, run.experiment(), STEPS);
        assertSameFiles(simple(), folder, "after the second time");
    }

    @Test
    void aMergeThatWasInterruptedCanBeDoneAgain() throws IOException {
        FakeRun run = simpleRun();
        record(run, 0, 2, 0, 0, STEPS);
        record(run, 1, 2, 0, 0, STEPS);
        List<Path> spills = SpillFiles.list(folder);
        SpikeSink spikes = (step, neurons, count) -> stopAt(step);
        StateSink states = (recorder, step, values) -> stopAt(step);
        assertThrows(
                IOException.class, () -> RunMerge.merge(folder, run.experiment(), RUN, STEPS, spikes, StateSink.NONE));
        assertFalse(Files.exists(folder.resolve(RunRecording.SPIKES)));
        assertThrows(
                IOException.class, () -> RunMerge.merge(folder, run.experiment(), RUN, STEPS, SpikeSink.NONE, states));
        assertFalse(Files.exists(folder.resolve(RunRecording.STATES)));
        assertEquals(spills, SpillFiles.list(folder));
        merge(folder, run.experiment(), STEPS);
        assertSameFiles(simple(), folder, "after the third time");
    }

    private static void stopAt(long step) throws IOException {
        if (step >= STEPS / 2) {
            throw new IOException("disk full");
        }
    }

    @Test
    void aRecordCutOffByAKilledProcessIsLeftOut() throws IOException {
        FakeRun run = simpleRun();
        record(run, 0, 1, 0, 0, STEPS);
        long[] whole = countMerged(run);
        for (Path file : SpillFiles.list(folder)) {
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        }
        long[] cut = countMerged(run);
        assertEquals(whole[0] - 1, cut[0], "steps with spikes");
        assertEquals(whole[1] - 11, cut[1], "spikes");
        assertEquals(whole[2] - 2, cut[2], "samples of two recorders");
    }

    private long[] countMerged(FakeRun run) throws IOException {
        long[] counts = new long[3];
        SpikeSink spikes = (step, neurons, count) -> {
            counts[0]++;
            counts[1] += count;
        };
        RunMerge.merge(folder, run.experiment(), RUN, STEPS, spikes, (recorder, step, values) -> counts[2]++);
        return counts;
    }

    @Test
    void incarnationsOfWhichOneMissesSpikesAreRefusedByName() throws IOException {
        for (int step : new int[] {0, 30, STEPS - 2}) {
            FakeRun run = simpleRun();
            record(run, 0, 1, 0, 0, STEPS);
            run.spikes()[step] = new int[] {4};
            record(run, 0, 1, 1, 0, STEPS);
            assertContains(
                    refusal(run.experiment()),
                    name("spikes-0-0-", 0),
                    name("spikes-0-0-", 1),
                    "spikes in step " + step + " differ");
            RunMerge.deleteSpills(folder);
        }
    }

    private String name(String start, long incarnation) {
        return folder.resolve(start + Long.toHexString(incarnation) + ".spill").toString();
    }

    @Test
    void incarnationsOfWhichOneIsSilentAreRefusedByName() throws IOException {
        FakeRun run = simpleRun();
        record(run, 0, 1, 0, 0, STEPS);
        run.spikes()[30] = new int[0];
        record(run, 0, 1, 1, 20, 50);
        assertContains(
                refusal(run.experiment()), name("spikes-0-0-", 0), name("spikes-0-0-", 1), "spikes in step 30 differ");
    }

    @Test
    void incarnationsWithSpikesOfDifferentNeuronsAreRefusedByName() throws IOException {
        FakeRun run = simpleRun();
        record(run, 0, 1, 0, 0, STEPS);
        run.spikes()[30] = new int[] {0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9};
        record(run, 0, 1, 1, 20, 50);
        assertContains(
                refusal(run.experiment()),
                name("spikes-0-0-", 0),
                name("spikes-0-0-", 1),
                "different neurons in step 30");
    }

    @Test
    void incarnationsWithDifferentSamplesAreRefusedByName() throws IOException {
        FakeRun run = simpleRun();
        record(run, 0, 1, 0, 0, STEPS);
        try (RunRecording recording = new RunRecording(folder, run.experiment(), new RunLeg(RUN, 0, 0))) {
            Recording.Part part = run.open(recording.incarnation(1), 0, 1);
            part.sample(1, 30, new float[] {FakeRun.value(0, 0, 30), FakeRun.value(1, 0, 31)});
        }
        assertContains(
                refusal(run.experiment()),
                name("states-0-1-0-", 0),
                name("states-0-1-0-", 1),
                "samples of step 30 differ");
    }

    @Test
    void aGapInTheSamplesOfAGroupIsRefused() throws IOException {
        FakeRun run = simpleRun();
        record(run, 0, 1, 0, 0, 20);
        record(run, 0, 1, 1, 25, STEPS);
        assertContains(refusal(run.experiment()), "no file of its group holds the sample of step 20");
    }

    @Test
    void samplesThatAreMissingBeforeTheNextLegBeganAreRefused() throws IOException {
        FakeRun run = simpleRun();
        record(run, 0, 2, 0, 0, 40);
        record(run, 1, 2, 0, 0, 35);
        record(run, new RunLeg(RUN, 1, 40), 0, 1, 0, 40, STEPS);
        assertContains(refusal(run.experiment()), "missing from step 35 to step 39 of the leg that began at step 0");
    }

    @Test
    void aPartThatIsClosedWhileItRecordsEndsWithAWholeRecord() throws Exception {
        FakeRun run = simpleRun();
        int[] burst = new int[SpillWriter.BUFFER_BYTES / Integer.BYTES + 1000];
        long record = Long.BYTES + 3L * Integer.BYTES + (long) Integer.BYTES * burst.length;
        for (int round = 0; round < 50; round++) {
            try (RunRecording recording = new RunRecording(folder, run.experiment(), new RunLeg(RUN, 0, 0))) {
                Recording.Part part = run.open(recording, 0, 1);
                CountDownLatch begun = new CountDownLatch(1);
                Thread group = Thread.ofPlatform().start(() -> {
                    try {
                        for (int step = 0; ; step++) {
                            part.spikes(step, burst, burst.length);
                            begun.countDown();
                        }
                    } catch (IOException e) {
                        return; // closed
                    }
                });
                begun.await();
                part.close();
                group.join();
            }
            List<SpillFile> files = SpillFiles.open(folder, run.experiment(), RUN);
            SpikeMerge.run(SpillLeg.of(files, Long.MAX_VALUE), (step, neurons, count) -> {
                assertEquals(burst.length, count);
            });
            for (SpillFile file : files) {
                long bytes = Files.size(file.path()) - file.header().bytes();
                assertEquals(0, file.header().kind() == SpillHeader.Kind.SPIKES ? bytes % record : bytes);
            }
            RunMerge.deleteSpills(folder);
        }
    }
}
