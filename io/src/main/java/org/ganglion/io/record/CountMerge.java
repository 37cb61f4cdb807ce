package org.ganglion.io.record;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Adds the counts of all groups for one recorder of rates in one leg; what several files of a group hold is taken once. */
final class CountMerge implements Closeable {
    private final List<List<CountSpill>> groups = new ArrayList<>(); // [group][file]

    /** Takes the number of spikes of a step; steps come in rising order, silent ones are left out. */
    interface Sink {
        void count(long step, long spikes) throws IOException;
    }

    CountMerge(int recorder, SpillLeg leg) throws IOException {
        try {
            for (List<SpillFile> files : leg.counts(recorder)) {
                List<CountSpill> group = new ArrayList<>();
                groups.add(group);
                for (SpillFile file : files) {
                    group.add(new CountSpill(file, leg.firstStep(), leg.endStep()));
                }
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    void run(Sink sink) throws IOException {
        for (long step = nextStep(); step != CountSpill.END; step = nextStep()) {
            long spikes = 0;
            for (List<CountSpill> group : groups) {
                spikes += take(group, step);
            }
            sink.count(step, spikes);
        }
    }

    private long nextStep() {
        long next = CountSpill.END;
        for (List<CountSpill> group : groups) {
            for (CountSpill file : group) {
                next = Math.min(next, file.step());
            }
        }
        return next;
    }

    /** The spikes of one group in a step. */
    private static int take(List<CountSpill> group, long step) throws IOException {
        CountSpill taken = null;
        int count = 0;
        for (CountSpill file : group) {
            if (file.step() != step) {
                continue;
            }
            if (taken != null && file.count() != count) {
                throw different(taken, file, step);
            }
            taken = taken == null ? file : taken;
            count = file.count();
        }
        for (CountSpill file : group) {
            if (taken != null && file.silentIn(step)) {
                throw different(taken, file, step);
            }
            if (file.step() == step) {
                file.next();
            }
        }
        return count;
    }

    private static IOException different(CountSpill one, CountSpill other, long step) {
        return new IOException(one.path() + " and " + other.path() + ": the counts of spikes in step " + step
                + " differ, though one repeats the other; one of them is not of this run");
    }

    @Override
    public void close() throws IOException {
        for (List<CountSpill> group : groups) {
            for (CountSpill file : group) {
                file.close();
            }
        }
    }
}
