package org.ganglion.network.neuron.simple;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.ganglion.network.neuron.Stepper;
import org.ganglion.network.neuron.TestColumns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When {@link IgnoreAndFire} fires. */
class IgnoreAndFireTest {
    private static final IgnoreAndFire MODEL = new IgnoreAndFire();

    /** 1000/30 ms are 333.33 steps of 0.1 ms, and 0.25 of it are 83.3: both are rounded up. */
    @ParameterizedTest
    @CsvSource({
        "10, 1, 1000, 1000",
        "10, 0.5, 500, 1000",
        "100, 0.1, 10, 100",
        "30, 1, 334, 334",
        "30, 0.25, 84, 334",
        "10000, 1, 1, 1",
        "20000, 1, 1, 1"
    })
    void spikesComeAtThePhaseAndThenOnceAPeriod(double rate, double phase, int first, int period) {
        TestColumns columns =
                new TestColumns(MODEL.description(), 1).set("rate", rate).set("phase", phase);
        Stepper neurons = new Stepper(MODEL, columns);

        List<Integer> spikes = new ArrayList<>();
        for (int step = 0; step < first + 3 * period + 1; step++) {
            if (neurons.stepFires(0)) {
                spikes.add(step);
            }
        }

        assertEquals(List.of(first, first + period, first + 2 * period, first + 3 * period), spikes);
    }

    @Test
    void inputDoesNothing() {
        // given two neurons that are due in the same steps
        TestColumns columns = new TestColumns(MODEL.description(), 2)
                .set("rate", 100)
                .set("phase", 0.3)
                .injectCurrents();
        Stepper neurons = new Stepper(MODEL, columns);
        neurons.state.setCurrent(1, 1e6);

        for (int step = 0; step < 500; step++) {
            // when one of them is driven
            neurons.give(0, 1, 1e6);

            // then both fire, every 100 steps
            assertEquals(step % 100 == 30 ? 0b11 : 0, neurons.step() & 0b11);
        }
    }
}
