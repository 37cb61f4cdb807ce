package org.ganglion.io.record;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The spill files of one leg of a run, and the steps for which they count: from its first step to where a later leg began.
 *
 * @param endStep not below {@code firstStep}
 * @param last whether no leg follows
 */
record SpillLeg(long firstStep, long endStep, boolean last, List<SpillFile> files) {

    /**
     * Sorts files by leg.
     *
     * @param endStep where the last leg ends
     * @return in the order of legs
     * @throws IOException if files of one leg disagree on its first step
     */
    static List<SpillLeg> of(List<SpillFile> files, long endStep) throws IOException {
        TreeMap<Integer, List<SpillFile>> byLeg = new TreeMap<>();
        for (SpillFile file : files) {
            byLeg.computeIfAbsent(file.header().leg().leg(), leg -> new ArrayList<>())
                    .add(file);
        }
        List<SpillLeg> legs = new ArrayList<>();
        long end = endStep;
        for (List<SpillFile> ofLeg : byLeg.descendingMap().values()) {
            long first = firstStep(ofLeg);
            legs.addFirst(new SpillLeg(first, Math.max(first, end), legs.isEmpty(), ofLeg));
            end = Math.min(end, first);
        }
        return legs;
    }

    private static long firstStep(List<SpillFile> files) throws IOException {
        SpillFile one = files.getFirst();
        for (SpillFile file : files) {
            if (file.header().leg().firstStep() != one.header().leg().firstStep()) {
                throw new IOException(one.path() + " and " + file.path() + ": say that their leg began at step "
                        + one.header().leg().firstStep() + " and at step "
                        + file.header().leg().firstStep() + "; delete the one that does not belong to this run");
            }
        }
        return one.header().leg().firstStep();
    }

    /** Files of spikes, those of each group together. */
    Collection<List<SpillFile>> spikes() {
        return byGroup(SpillHeader.Kind.SPIKES, 0);
    }

    /** Files of the samples for one recorder, those of each group together. */
    Collection<List<SpillFile>> samples(int recorder) {
        return byGroup(SpillHeader.Kind.SAMPLES, recorder);
    }

    /** Files of the counts for one recorder of rates, those of each group together. */
    Collection<List<SpillFile>> counts(int recorder) {
        return byGroup(SpillHeader.Kind.COUNTS, recorder);
    }

    /** Files of the samples for one recorder of weights, those of each group together. */
    Collection<List<SpillFile>> weights(int recorder) {
        return byGroup(SpillHeader.Kind.WEIGHTS, recorder);
    }

    private Collection<List<SpillFile>> byGroup(SpillHeader.Kind kind, int recorder) {
        TreeMap<Integer, List<SpillFile>> groups = new TreeMap<>();
        for (SpillFile file : files) {
            SpillHeader header = file.header();
            if (header.kind() == kind && header.recorder() == recorder) {
                groups.computeIfAbsent(header.group(), group -> new ArrayList<>())
                        .add(file);
            }
        }
        return groups.values();
    }
}
