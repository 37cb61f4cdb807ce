package org.ganglion.simulator.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Puts areas into fewer groups, one group after the other, each with what is wired most densely with what it has. */
final class NeighbouringAreas {
    private static final double ROUNDING = 1e-9;
    private static final int NOWHERE = -1;

    private final double[] loads;
    private final List<List<Wiring>> wiring = new ArrayList<>(); // [area]: with others
    private final int[] groupOf;
    private final double[] toAll; // [area]: synapses with those that are in groups
    private double loadLeft;
    private int areasLeft;

    /** Synapses that are expected between two areas. */
    record Wiring(int area, int other, double synapses) {
        private int otherThan(int one) {
            return one == area ? other : area;
        }
    }

    private NeighbouringAreas(double[] loads, List<Wiring> wirings) {
        this.loads = loads;
        this.groupOf = new int[loads.length];
        this.toAll = new double[loads.length];
        this.loadLeft = Arrays.stream(loads).sum();
        this.areasLeft = loads.length;
        Arrays.fill(groupOf, NOWHERE);
        for (int a = 0; a < loads.length; a++) {
            wiring.add(new ArrayList<>());
        }
        for (Wiring w : wirings) {
            wiring.get(w.area()).add(w);
            wiring.get(w.other()).add(w);
        }
    }

    /**
     * Groups of about the same work each, as far as whole areas allow.
     *
     * @param loads {@code [area]}: its work
     * @param wirings two areas may be in several
     * @param groups not more than there are areas; none stays empty
     * @return {@code [area]}: its group
     */
    static int[] together(double[] loads, List<Wiring> wirings, int groups) {
        NeighbouringAreas dealt = new NeighbouringAreas(loads, wirings);
        for (int g = 0; g < groups; g++) {
            dealt.fill(g, groups - g);
        }
        return dealt.groupOf;
    }

    /** Gives a group its part of what is left for so many. */
    private void fill(int group, int groupsLeft) {
        double room = loadLeft / groupsLeft;
        double[] toGroup = new double[loads.length];
        double load = 0;
        int next = nearest(toAll); // borders on what others have, so that what is left stays in one piece
        do {
            groupOf[next] = group;
            load += loads[next];
            areasLeft--;
            for (Wiring w : wiring.get(next)) {
                toGroup[w.otherThan(next)] += w.synapses();
                toAll[w.otherThan(next)] += w.synapses();
            }
            next = areasLeft >= groupsLeft ? nearest(toGroup) : NOWHERE;
        } while (next != NOWHERE && load + loads[next] / 2 <= room);
        loadLeft -= load;
    }

    /** Of those in no group the one with most synapses, the first of several. */
    private int nearest(double[] synapses) {
        int best = NOWHERE;
        for (int a = 0; a < groupOf.length; a++) {
            boolean nearer = best == NOWHERE || synapses[a] > synapses[best] * (1 + ROUNDING);
            best = groupOf[a] == NOWHERE && nearer ? a : best;
        }
        return best;
    }
}
