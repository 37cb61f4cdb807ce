package org.ganglion.network;

import java.util.Collections;
import java.util.List;
import org.ganglion.network.spec.Formula;

/** A rate that may change with time; in a step it is what it is in the middle of the step. */
public sealed interface Rate {

    /** The name that stands for time in a formula, in ms from the start of the warm-up. */
    String TIME = "t";

    /** Spikes per second at a time in ms; NaN where a formula has no value. */
    double hz(double ms);

    /** The same at all times. */
    record Constant(double rateHz) implements Rate {
        @Override
        public double hz(double ms) {
            return rateHz;
        }
    }

    /**
     * {@code ratesHz[i]} from {@code timesMs[i]} until the next time; nothing before the first.
     *
     * @param timesMs strictly rising, on the grid of steps
     */
    record Steps(List<Double> timesMs, List<Double> ratesHz) implements Rate {
        public Steps {
            timesMs = List.copyOf(timesMs);
            ratesHz = List.copyOf(ratesHz);
        }

        @Override
        public double hz(double ms) {
            int found = Collections.binarySearch(timesMs, ms);
            int last = found >= 0 ? found : -found - 2;
            return last < 0 ? 0 : ratesHz.get(last);
        }
    }

    /** A formula of {@link #TIME} in ms that gives Hz. */
    record Course(Formula formula) implements Rate {
        @Override
        public double hz(double ms) {
            return formula.at(ms);
        }
    }

    /**
     * {@code max(0, mean + amplitude * sin(2 pi frequency t + phase))}.
     *
     * @param phaseDegrees at time 0
     */
    record Sinusoid(double meanHz, double amplitudeHz, double frequencyHz, double phaseDegrees) implements Rate {
        @Override
        public double hz(double ms) {
            double angle = 2 * Math.PI * frequencyHz * ms * 1e-3 + phaseDegrees * Math.PI / 180;
            return Math.max(0, meanHz + amplitudeHz * StrictMath.sin(angle));
        }
    }
}
