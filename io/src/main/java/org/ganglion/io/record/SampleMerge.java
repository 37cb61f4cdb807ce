package org.ganglion.io.record;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Brings the samples that all groups took for one recorder in one leg together, row by row; holds one row. What several
 * files of a group hold is taken once.
 */
final class SampleMerge implements Closeable {

    /**
     * The files of one group.
     *
     * @param columns {@code [value in its row]}: the value in the merged row
     */
    private record Group(List<SampleSpill> files, int[] columns) {}

    private final Sampled wanted;
    private final List<Group> groups = new ArrayList<>();
    private final long first;
    private final long end;

    /**
     * Opens the files.
     *
     * @throws IOException if they do not hold every sample of every neuron in the leg's steps; in the last leg they may end
     *     before, for instance because a disk was full, and so do the rows then
     */
    SampleMerge(Sampled wanted, SpillLeg leg) throws IOException {
        this.wanted = wanted;
        this.first = wanted.clock().firstFrom(Math.max(leg.firstStep(), wanted.firstRecordedStep()));
        long wantedEnd = Math.max(
                first,
                wanted.clock().firstFrom(Math.min(leg.endStep(), wanted.clock().endStep())));
        try {
            for (List<SpillFile> files : wanted.files(leg)) {
                open(files);
            }
            this.end = wanted.rowSize() == 0 ? first : endOfAll(wantedEnd);
            if (end < wantedEnd && wanted.rowSize() > 0 && !leg.last()) {
                throw new IOException("samples of recorder " + wanted.name() + " are missing from step "
                        + wanted.clock().stepOf(end) + " to step " + (leg.endStep() - 1)
                        + " of the leg that began at step "
                        + leg.firstStep() + "; restore the spill files of that leg");
            }
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private void open(List<SpillFile> files) throws IOException {
        SpillFile one = files.getFirst();
        Group group = new Group(new ArrayList<>(), wanted.columns(one));
        groups.add(group);
        for (SpillFile file : files) {
            if (!Arrays.equals(one.header().sampled(), file.header().sampled())) {
                throw new IOException(one.path() + " and " + file.path()
                        + ": hold other neurons, though one repeats the other; one of them is not of this run");
            }
            group.files().add(new SampleSpill(file, wanted.clock()));
        }
    }

    /** Up to where every group has samples. */
    private long endOfAll(long wantedEnd) throws IOException {
        boolean[] found = new boolean[wanted.rowSize()];
        long reached = wantedEnd;
        for (Group group : groups) {
            reached = Math.min(reached, endOf(group, wantedEnd));
            for (int column : group.columns()) {
                if (found[column]) {
                    throw new IOException(group.files().getFirst().path()
                            + ": holds neurons that another group holds as well; one of them is not of this run");
                }
                found[column] = true;
            }
        }
        for (boolean one : found) {
            reached = one ? reached : first;
        }
        return reached;
    }

    private long endOf(Group group, long wantedEnd) throws IOException {
        List<SampleSpill> files = new ArrayList<>(group.files());
        files.sort(Comparator.comparingLong(SampleSpill::first));
        long reached = first;
        for (SampleSpill file : files) {
            if (file.first() > reached && reached < wantedEnd) {
                throw new IOException(file.path() + ": begins with step "
                        + wanted.clock().stepOf(file.first()) + ", but no file of its group holds the sample of step "
                        + wanted.clock().stepOf(reached) + "; restore the spill file that is missing");
            }
            reached = Math.max(reached, file.end());
        }
        return Math.min(reached, wantedEnd);
    }

    /** Number of samples that every group has. */
    long rows() {
        return end - first;
    }

    /** Step of the first sample, if there are any. */
    long firstStep() {
        return wanted.clock().stepOf(first);
    }

    void run(StateSink sink) throws IOException {
        float[] merged = new float[wanted.rowSize()];
        float[] values = new float[wanted.rowSize()];
        float[] again = new float[wanted.rowSize()];
        for (long sample = first; sample < end; sample++) {
            for (Group group : groups) {
                read(group, sample, values, again);
                int[] columns = group.columns();
                for (int i = 0; i < columns.length; i++) {
                    merged[columns[i]] = values[i];
                }
            }
            sink.sample(wanted.recorder(), wanted.clock().stepOf(sample), merged);
        }
    }

    private void read(Group group, long sample, float[] values, float[] again) throws IOException {
        SampleSpill taken = null;
        int size = group.columns().length;
        for (SampleSpill file : group.files()) {
            if (!file.holds(sample)) {
                continue;
            }
            if (taken == null) {
                taken = file;
                file.read(sample, values);
                continue;
            }
            file.read(sample, again);
            if (!Arrays.equals(values, 0, size, again, 0, size)) {
                throw new IOException(taken.path() + " and " + file.path() + ": samples of step "
                        + wanted.clock().stepOf(sample)
                        + " differ, though one repeats the other; one of them is not of this run");
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Group group : groups) {
            for (SampleSpill file : group.files()) {
                file.close();
            }
        }
    }
}
