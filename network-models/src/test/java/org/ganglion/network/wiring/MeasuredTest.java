package org.ganglion.network.wiring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredTest {

    /** 6 = 3 * 2, 0.375 = 3 / 8, 2^-1074 is the smallest number there is, and 0.1 has 52 binary places from 2^-4 on. */
    @ParameterizedTest
    @CsvSource({
        "6, 8, 2",
        "0.375, -12, 0.125",
        "0, 1024, 1024",
        "0, 0, Infinity",
        "4.9e-324, 1, 4.9e-324",
        "0.1, 1, 2.7755575615628914E-17"
    })
    void theGranuleIsTheLargestPowerOfTwoThatDividesAll(double one, double other, double granule) {
        Measured.Meter meter = new Measured.Meter(0);
        meter.add(one, 0, 0);
        meter.add(other, 0, 0);
        assertEquals(granule, meter.read().granule());
    }
}
