package org.ganglion.io.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ganglion.simulator.Recording;

/**
 * Records a run as a cluster under faults does: in legs with different numbers of groups, each group started again and again
 * by processes that are killed or give it away.
 *
 * @param random decides all of it
 */
record LeggedRun(Path folder, FakeRun run, long endStep, Random random) {
    private static final int MOST_LEGS = 4;
    private static final int MOST_GROUPS = 5;

    /** Records the whole run; every group of every leg has been flushed up to where the leg counts. */
    void record(String runId) throws IOException {
        int legs = 1 + random.nextInt(MOST_LEGS);
        long[] first = new long[legs];
        for (int leg = 1; leg < legs; leg++) {
            // now and then from a checkpoint that is older than the leg before
            long oldest = random.nextInt(4) == 0 ? 0 : first[leg - 1];
            first[leg] = oldest + random.nextLong(endStep - oldest + 1);
        }
        for (int leg = 0; leg < legs; leg++) {
            long reached = leg + 1 < legs ? Math.max(first[leg], first[leg + 1]) : endStep;
            int groups = 1 + random.nextInt(MOST_GROUPS);
            RunLeg one = new RunLeg(runId, leg, first[leg]);
            for (int g = 0; g < groups; g++) {
                group(one, g, groups, reached);
            }
        }
    }

    /** Starts one group as often as it takes for all its steps below {@code reached} to be durable. */
    private void group(RunLeg leg, int g, int groups, long reached) throws IOException {
        long durable = leg.firstStep();
        boolean last = false;
        while (!last) {
            last = random.nextInt(3) == 0;
            long checkpoint = random.nextInt(4) == 0 ? random.nextLong(durable + 1) : durable; // perhaps an older one
            long flushed = last ? reached : random.nextLong(checkpoint, Math.max(checkpoint, reached) + 1);
            long end = random.nextLong(flushed, run.spikes().length + 1);
            boolean moved = incarnation(leg, g, groups, checkpoint, flushed, end);
            durable = Math.max(durable, moved ? end : flushed);
            last |= durable >= reached && random.nextBoolean();
        }
    }

    /** Records steps {@code [first, end)}, of which those below {@code flushed} are durable; returns whether all are. */
    private boolean incarnation(RunLeg leg, int g, int groups, long first, long flushed, long end) throws IOException {
        long number = random.nextLong();
        Map<Path, Long> durable = new HashMap<>();
        try (RunRecording recording = new RunRecording(folder, run.experiment(), leg)) {
            Recording.Part part = run.open(recording.incarnation(number), g, groups);
            run.write(part, g, groups, first, flushed);
            part.flush(true);
            boolean nothing = flushed == first && random.nextBoolean(); // killed before it flushed anything
            for (Path file : filesOf(g, number)) {
                durable.put(file, nothing ? 0 : Files.size(file));
            }
            run.write(part, g, groups, flushed, end);
            if (random.nextInt(4) == 0) {
                part.close();
                return true;
            }
        }
        for (Path file : filesOf(g, number)) {
            kill(file, durable.getOrDefault(file, 0L));
        }
        return false;
    }

    private List<Path> filesOf(int g, long number) throws IOException {
        String writer = "-" + g + "-" + Long.toHexString(number) + SpillFiles.SUFFIX;
        return SpillFiles.list(folder).stream()
                .filter(file -> file.toString().endsWith(writer))
                .toList();
    }

    /** Leaves as much of a file as a process that was killed: anything from what was durable to all, perhaps no file. */
    private void kill(Path file, long durable) throws IOException {
        if (durable == 0 && random.nextInt(4) == 0) {
            Files.delete(file);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(random.nextInt(3) == 0 ? durable : random.nextLong(durable, channel.size() + 1));
        }
    }
}
