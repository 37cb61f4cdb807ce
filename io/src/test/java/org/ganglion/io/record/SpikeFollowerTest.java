package org.ganglion.io.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ganglion.io.TestExperiments;
import org.ganglion.network.Experiment;
import org.ganglion.network.Recorder;
import org.ganglion.network.Selection;
import org.ganglion.simulator.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who follows the files of a run that goes on. */
class SpikeFollowerTest {
    private static final long ALL = Long.MAX_VALUE / 2;

    @TempDir
    Path folder;

    private final Experiment experiment = TestExperiments.experiment(
            List.of(TestExperiments.population("E", 30)),
            List.of(new Recorder.Spikes("s", "E", Selection.ALL)),
            100,
            0);
    private final List<String> told = new ArrayList<>();

    private void tell(long step, int[] neurons, int count) {
        told.add(step + ":" + Arrays.toString(Arrays.copyOf(neurons, count)));
    }

    private List<String> look(SpikeFollower follower, long most) throws IOException {
        told.clear();
        follower.look(most, this::tell);
        return List.copyOf(told);
    }

    @Test
    void eachSpikeIsToldOnceAsSoonAsItIsInTheFile() throws IOException {
        try (RunRecording recording = new RunRecording(folder, experiment);
                SpikeFollower follower = new SpikeFollower(folder, 0)) {
            assertEquals(List.of(), look(follower, ALL), "there is no file yet");
            Recording.Part a = recording.open(0, List.of());
            Recording.Part b = recording.open(1, List.of());
            a.spikes(3, new int[] {1, 2, -1}, 2);
            a.reached(10);
            a.flush(false);
            b.flush(false);
            assertEquals(List.of("3:[1, 2]"), look(follower, ALL));
            assertEquals(2, follower.groups());
            assertEquals(0, follower.complete(), "one group has said nothing yet");
            b.spikes(4, new int[] {20}, 1);
            b.reached(8);
            b.flush(false);
            assertEquals(List.of("4:[20]"), look(follower, ALL));
            assertEquals(8, follower.complete());
            assertEquals(List.of(), look(follower, ALL));
        }
    }

    @Test
    void aGroupThatIsStartedAgainRepeatsNothing() throws IOException {
        try (RunRecording recording = new RunRecording(folder, experiment);
                SpikeFollower follower = new SpikeFollower(folder, 0)) {
            Recording.Part lost = recording.incarnation(1).open(0, List.of());
            lost.spikes(3, new int[] {1}, 1);
            lost.spikes(4, new int[] {2}, 1);
            lost.flush(false);
            assertEquals(List.of("3:[1]", "4:[2]"), look(follower, ALL));
            Recording.Part again = recording.incarnation(2).open(0, List.of());
            again.spikes(3, new int[] {1}, 1);
            again.spikes(4, new int[] {2}, 1);
            again.spikes(7, new int[] {5}, 1);
            again.flush(false);
            assertEquals(List.of("7:[5]"), look(follower, ALL));
        }
    }

    @Test
    void aRecordThatIsNotThereInFullIsToldLater() throws IOException {
        try (RunRecording recording = new RunRecording(folder, experiment)) {
            Recording.Part part = recording.open(0, List.of());
            part.spikes(3, new int[] {1}, 1);
            part.spikes(5, new int[] {2, 3}, 2);
        }
        Path file = SpillFiles.list(folder).getFirst();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 6));
        try (SpikeFollower follower = new SpikeFollower(folder, 0)) {
            assertEquals(List.of("3:[1]"), look(follower, ALL));
            Files.write(file, Arrays.copyOfRange(whole, whole.length - 6, whole.length), StandardOpenOption.APPEND);
            assertEquals(List.of("5:[2, 3]"), look(follower, ALL));
        }
    }

    @Test
    void aLookReadsNoMoreThanItIsToldTo() throws IOException {
        try (RunRecording recording = new RunRecording(folder, experiment)) {
            Recording.Part part = recording.open(0, List.of());
            for (int step = 0; step < 10; step++) {
                part.spikes(step, new int[] {step}, 1);
            }
        }
        try (SpikeFollower follower = new SpikeFollower(folder, 0)) {
            assertEquals(List.of("0:[0]"), look(follower, 1));
            assertEquals(List.of("1:[1]"), look(follower, 1));
            assertEquals(8, look(follower, ALL).size());
        }
    }

    @Test
    void moreSpikesThanFitIntoABufferComeInPieces() throws IOException {
        int[] many = IntStream.range(0, 40_000).map(i -> i % 30).toArray();
        try (RunRecording recording = new RunRecording(folder, experiment)) {
            Recording.Part part = recording.open(0, List.of());
            part.spikes(2, many, many.length);
        }
        List<Integer> all = new ArrayList<>();
        try (SpikeFollower follower = new SpikeFollower(folder, 0)) {
            follower.look(ALL, (step, neurons, count) -> Arrays.stream(neurons, 0, count)
                    .forEach(all::add));
        }
        assertEquals(Arrays.stream(many).boxed().toList(), all);
    }

    @Test
    void whoComesLateSeesTheEndOfALongFileAndIsToldSo() throws IOException {
        int steps = 5000;
        try (RunRecording recording = new RunRecording(folder, experiment)) {
            Recording.Part part = recording.open(0, List.of());
            for (int step = 0; step < steps; step++) {
                part.spikes(step, new int[] {step % 30, (step + 1) % 30}, 2);
            }
            part.reached(steps);
        }
        long[] seen;
        try (SpikeFollower follower = new SpikeFollower(folder, 0, 32_000)) {
            List<Long> read = new ArrayList<>();
            follower.look(ALL, (step, neurons, count) -> {
                assertEquals(step % 30, neurons[0]);
                read.add(step);
            });
            assertTrue(follower.skipped());
            assertFalse(follower.skipped(), "it is said once");
            assertEquals(steps, follower.complete());
            seen = read.stream().mapToLong(Long::longValue).toArray();
        }
        int record = 16 + 2 * 4 + 4; // head, two neurons, sum
        int mark = 16;
        int kept = (32_000 / 16 - mark) / record;
        assertEquals(kept, seen.length);
        assertEquals(
                LongStream.range(steps - kept, steps).boxed().toList(),
                Arrays.stream(seen).boxed().toList());
    }

    @Test
    void filesOfEarlierLegsAreLeftAlone() throws IOException {
        try (RunRecording before = new RunRecording(folder, experiment, new RunLeg("run", 0, 0));
                RunRecording now = new RunRecording(folder, experiment, new RunLeg("run", 1, 50));
                SpikeFollower follower = new SpikeFollower(folder, 1)) {
            Recording.Part old = before.open(0, List.of());
            old.spikes(3, new int[] {1}, 1);
            old.flush(false);
            Recording.Part part = now.open(0, List.of());
            part.spikes(60, new int[] {2}, 1);
            part.flush(false);
            assertEquals(List.of("60:[2]"), look(follower, ALL));
            assertEquals(50, follower.complete(), "all before is known from the leg before");
        }
    }

    @Test
    void aDamagedFileIsGivenUpAndOthersGoOn() throws IOException {
        try (RunRecording recording = new RunRecording(folder, experiment)) {
            for (int group = 0; group < 2; group++) {
                Recording.Part part = recording.open(group, List.of());
                part.spikes(3, new int[] {group}, 1);
                part.spikes(4, new int[] {group}, 1);
            }
        }
        Path file = SpillFiles.list(folder).getFirst();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 24] ^= (byte) 1; // the step of the last record
        Files.write(file, bytes);
        try (SpikeFollower follower = new SpikeFollower(folder, 0)) {
            assertEquals(
                    List.of("3:[0]", "3:[1]", "4:[1]"),
                    look(follower, ALL).stream().sorted().toList());
        }
    }
}
