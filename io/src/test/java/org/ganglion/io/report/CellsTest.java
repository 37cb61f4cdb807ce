package org.ganglion.io.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CellsTest {

    @Test
    void digitsThatComeOfAnExpressionAreLeftOut() {
        assertEquals("-1.2 mV", Cells.brief("-1.2000000000000002 mV"));
        assertEquals("0.3", Cells.brief("0.30000000000000004"));
        assertEquals("1.5 ms", Cells.brief("1.5 ms"));
        assertEquals("fixed_indegree", Cells.brief("fixed_indegree"));
        assertEquals("0.123456789012 mV", Cells.brief("0.12345678901234 mV"));
    }

    @Test
    void momentsAreToldToTheSecond() {
        assertEquals("2026-01-02T03:04:05Z", Cells.moment("2026-01-02T03:04:05.090254157Z"));
        assertEquals("2026-01-02T03:04:05Z", Cells.moment("2026-01-02T03:04:05Z"));
    }
}
