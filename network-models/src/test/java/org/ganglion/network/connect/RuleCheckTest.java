package org.ganglion.network.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.ganglion.network.wiring.Pair;
import org.junit.jupiter.api.Test;

final class RuleCheckTest {
    private static final Pair SAME = new Pair(1000, 1000, true);
    private static final Pair ONE = new Pair(1, 1, true);

    private static String problems(ConnectionRule rule, Pair pair) {
        List<String> all = new ArrayList<>();
        rule.check(pair, (name, message) -> all.add(name + ": " + message));
        return String.join("\n", all);
    }

    @Test
    void moreDifferentPartnersThanThereAreIsRefused() {
        assertEquals(
                "indegree: 1200 is more than the 1000 neurons of the source; lower it or allow multapses",
                problems(new FixedIndegree(1200, true, false), SAME));
        assertEquals(
                "indegree: 1000 is more than the 999 other neurons of the source; lower it or allow multapses",
                problems(new FixedIndegree(1000, false, false), SAME));
        assertEquals(
                "outdegree: 1200 is more than the 1000 neurons of the target; lower it or allow multapses",
                problems(new FixedOutdegree(1200, true, false), SAME));
        assertEquals(
                "N: 1000001 is more than the 1000000 pairs of a source and a target; lower it or allow multapses",
                problems(new FixedTotalNumber(1_000_001, true, false), SAME));
        assertEquals(
                "N: 999001 is more than the 999000 pairs of a source and a different target;"
                        + " lower it or allow multapses",
                problems(new FixedTotalNumber(999_001, false, false), SAME));
    }

    @Test
    void theLargestPossibleNumbersAreTaken() {
        assertEquals("", problems(new FixedIndegree(1000, true, false), SAME));
        assertEquals("", problems(new FixedIndegree(999, false, false), SAME));
        assertEquals("", problems(new FixedIndegree(5000, true, true), SAME));
        assertEquals("", problems(new FixedOutdegree(999, false, false), SAME));
        assertEquals("", problems(new FixedTotalNumber(999_000, false, false), SAME));
        assertEquals("", problems(new FixedIndegree(0, false, true), ONE));
        assertEquals("", problems(new PairwiseBernoulli(0, true), SAME));
        assertEquals("", problems(new PairwiseBernoulli(1, true), SAME));
        assertEquals("", problems(new OneToOne(), SAME));
        assertEquals("", problems(new AllToAll(false), ONE));
    }

    @Test
    void partnersWhereNobodyMayBeOneAreRefused() {
        assertEquals(
                "indegree: 3 partners asked for, but there is no source a neuron may connect with;"
                        + " allow autapses, give 0, or enlarge the source",
                problems(new FixedIndegree(3, false, true), ONE));
        assertEquals(
                "outdegree: 3 partners asked for, but there is no target a neuron may connect with;"
                        + " allow autapses, give 0, or enlarge the target",
                problems(new FixedOutdegree(3, false, true), ONE));
        assertEquals(
                "N: 3 synapses asked for, but no source may connect to any target; allow autapses,"
                        + " give 0, or enlarge the populations",
                problems(new FixedTotalNumber(3, false, true), ONE));
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertEquals("indegree: -1 is negative; give 0 or more", problems(new FixedIndegree(-1, true, true), SAME));
        assertEquals("outdegree: -1 is negative; give 0 or more", problems(new FixedOutdegree(-1, true, true), SAME));
        assertEquals("N: -1 is negative; give 0 or more", problems(new FixedTotalNumber(-1, true, true), SAME));
        for (double p : new double[] {-0.1, 1.5, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals(
                    "p: " + p + " is no probability; give a number from 0 to 1",
                    problems(new PairwiseBernoulli(p, true), SAME));
        }
        assertEquals(
                "N: 3000000000 is more than 1000000000 for each of the 2 targets; lower it",
                problems(new FixedTotalNumber(3_000_000_000L, true, true), new Pair(5, 2, false)));
    }

    @Test
    void oneToOneNeedsPopulationsOfOneSize() {
        assertEquals(
                "rule: one_to_one needs populations of the same size, but the source has 10 neurons and the target 12;"
                        + " make them equal or take another rule, e.g. fixed_indegree",
                problems(new OneToOne(), new Pair(10, 12, false)));
    }
}
