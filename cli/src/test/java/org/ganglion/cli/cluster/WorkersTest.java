package org.ganglion.cli.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private static final long GIB = 1L << 30;

    @Test
    void workersShareTheMachine() {
        assertEquals(
                List.of("-XX:+UseParallelGC", "-Xmx2048m"),
                Workers.options(List.of("-XX:MaxRAMPercentage=80", "-XX:+UseParallelGC"), 4, 10 * GIB));
    }

    @Test
    void aLimitThatIsGivenIsThatOfEach() {
        assertEquals(List.of("-Xmx4g"), Workers.options(List.of("-Xms1g", "-Xmx4g"), 3, 10 * GIB));
    }
}
