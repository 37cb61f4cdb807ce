package org.ganglion.simulator.stimulus;

import java.util.HashMap;
import java.util.Map;
import org.ganglion.network.Rate;
import org.ganglion.network.spec.Unit;
import org.ganglion.simulator.SimulationException;

/** A rate step by step. Remembers that of the last step, so that a formula is evaluated once for all that share it. */
public final class RateClock {
    private final Rate rate;
    private final double dtMs;
    private long step = -1;
    private double mean;

    private RateClock(Rate rate, double dtMs) {
        this.rate = rate;
        this.dtMs = dtMs;
    }

    /** The clocks of one group, one for each rate. */
    public static final class Clocks {
        private final double dtMs;
        private final Map<Rate, RateClock> clocks = new HashMap<>();

        /** @param dtMs length of a step */
        public Clocks(double dtMs) {
            this.dtMs = dtMs;
        }

        RateClock of(Rate rate) {
            return clocks.computeIfAbsent(rate, r -> new RateClock(r, dtMs));
        }
    }

    /** Expected number of spikes in a step; steps may come in any order, and best in that of time. */
    double mean(long now) {
        if (now != step) {
            mean = expected(now);
            step = now;
        }
        return mean;
    }

    private double expected(long now) {
        double ms = (now + 0.5) * dtMs;
        double expected = rate.hz(ms) * dtMs * 1e-3;
        if (!(expected >= 0 && expected <= 1e6)) {
            throw new SimulationException("the rate of a stimulus, " + description() + ", is "
                    + Unit.HERTZ.format(rate.hz(ms)) + " at t = " + Unit.MILLISECOND.format(ms)
                    + "; it must be at least 0 Hz, and give no more than 1000000 spikes in a step");
        }
        return expected;
    }

    private String description() {
        return rate instanceof Rate.Course(var formula) ? formula.text() : rate.toString();
    }
}
