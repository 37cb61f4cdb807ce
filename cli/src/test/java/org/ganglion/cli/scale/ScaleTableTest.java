package org.ganglion.cli.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScaleTableTest {
    private static ScaleRun run(int nodes, boolean weak, int repeat, double factor, String hash) {
        long neurons = weak ? 100L * nodes : 100;
        return new ScaleRun(
                nodes,
                weak,
                repeat,
                neurons,
                neurons * 10,
                0.5,
                factor,
                factor,
                1L << 20,
                8,
                800,
                nodes == 1 ? Map.of() : Map.of("node-1 for node-2", 0.25, "node-2 for node-1", 0.5),
                hash);
    }

    /** Speed-up is time over time; efficiency is that over the ratio of nodes. */
    @Test
    void speedUpAndEfficiencyFollowFromMedians() {
        List<ScaleRow> rows = ScaleTable.rows(
                List.of(
                        run(1, false, 1, 8, "a"),
                        run(1, false, 2, 12, "a"),
                        run(1, false, 3, 9, "a"),
                        run(4, false, 1, 3, "a")),
                1,
                4);
        assertEquals(2, rows.size());
        assertEquals(9, rows.get(0).realTimeFactor(), 0, "the median of 8, 12 and 9");
        assertEquals(1, rows.get(0).speedUp(), 0);
        assertEquals(3, rows.get(1).speedUp(), 0, "9 / 3");
        assertEquals(0.75, rows.get(1).efficiency(), 0, "3 of 4");
        assertTrue(rows.get(1).readable());
    }

    /** A network that has grown with the nodes and takes as long as before has been computed as many times as fast. */
    @Test
    void aNetworkThatGrowsIsHeldToTheTimeOfTheFewestNodes() {
        List<ScaleRow> rows = ScaleTable.rows(List.of(run(2, true, 1, 5, "a"), run(4, true, 1, 6.25, "b")), 1, 4);
        assertEquals(0.8, rows.get(1).efficiency(), 1e-12, "5 / 6.25");
        assertEquals(1.6, rows.get(1).speedUp(), 1e-12, "twice the nodes, at 0.8");
        assertTrue(rows.stream().allMatch(ScaleRow::sameSpikes), "networks of different sizes have other spikes");
    }

    @Test
    void spikesThatDifferAreTold() {
        List<ScaleRow> rows = ScaleTable.rows(List.of(run(1, false, 1, 5, "a"), run(2, false, 1, 5, "b")), 1, 4);
        assertFalse(rows.get(1).sameSpikes());
        assertTrue(ScaleTable.text(rows, 1, 4).contains("DIFFER"));
    }

    @Test
    void moreThreadsThanProcessorsGiveNoSpeedUp() {
        List<ScaleRow> rows = ScaleTable.rows(List.of(run(1, false, 1, 5, "a"), run(4, false, 1, 5, "a")), 1, 2);
        String text = ScaleTable.text(rows, 1, 2);
        assertTrue(
                text.contains(
                        "strong, 4 processes with 1 thread each on 2 processors: no speed-up can be read from this"
                                + " row"),
                text);
        assertTrue(text.contains("the longest waits are of node-2 for node-1, at 50 % of looks"), text);
        String line = ScaleTable.csv(rows, 1).split("\n")[2];
        assertTrue(line.contains(",8,800,0.7500,node-1 for node-2: 0.2500; node-2 for node-1: 0.5000,a,false"), line);
    }
}
