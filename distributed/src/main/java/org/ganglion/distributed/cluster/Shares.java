package org.ganglion.distributed.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How many of a number of groups are due to each of several nodes. */
final class Shares {
    private Shares() {}

    /**
     * What one node has to offer.
     *
     * @param threads that compute groups
     * @param room groups that its memory has room for
     */
    record Offer(int threads, double room) {
        Offer {
            if (threads < 1 || !(room > 0)) {
                throw new IllegalArgumentException(threads + " threads, room for " + room + " groups");
            }
        }
    }

    /**
     * In proportion to threads, but to none more than there is room for as long as others have room; what fits nowhere is
     * dealt in proportion to room.
     *
     * @return {@code [node]}: groups, not whole; their sum is {@code groups}
     */
    static double[] of(int groups, List<Offer> offers) {
        double[] shares = new double[offers.size()];
        double room = offers.stream().mapToDouble(Offer::room).sum();
        if (room <= groups) {
            for (int i = 0; i < shares.length; i++) {
                shares[i] = groups * offers.get(i).room() / room;
            }
            return shares;
        }
        boolean[] full = new boolean[shares.length];
        boolean settled = false;
        while (!settled) {
            settled = true;
            double left = groups;
            double threads = 0;
            for (int i = 0; i < shares.length; i++) {
                left -= full[i] ? shares[i] : 0;
                threads += full[i] ? 0 : offers.get(i).threads();
            }
            for (int i = 0; i < shares.length; i++) {
                if (!full[i]) {
                    double due = left * offers.get(i).threads() / threads;
                    full[i] = due > offers.get(i).room();
                    settled &= !full[i];
                    shares[i] = Math.min(due, offers.get(i).room());
                }
            }
        }
        return shares;
    }

    /**
     * Whole numbers with the same sum: rounded down, and one more where a node holds more than that already, then where
     * most was cut off, earlier nodes first. So a node that has what is due to it is asked for nothing.
     *
     * @param held {@code [node]}: groups that are there
     */
    static int[] whole(double[] shares, int[] held) {
        int[] whole = new int[shares.length];
        List<Integer> byClaim = new ArrayList<>();
        double sum = 0;
        int dealt = 0;
        for (int i = 0; i < shares.length; i++) {
            whole[i] = (int) Math.floor(shares[i] + 1e-9);
            byClaim.add(i);
            sum += shares[i];
            dealt += whole[i];
        }
        byClaim.sort(Comparator.<Integer, Boolean>comparing(i -> held[i] <= whole[i])
                .thenComparing(i -> whole[i] - shares[i]));
        for (int k = 0; dealt < Math.round(sum); k++, dealt++) {
            whole[byClaim.get(k)]++;
        }
        return whole;
    }
}
