package org.ganglion.simulator;

import org.ganglion.network.Rate;
import org.ganglion.network.spec.Formula;

/** A rate as a formula of time: {@code mean + amplitude * sin(2 pi t / period)}, in Hz and ms. */
public record Wave(double meanHz, double amplitudeHz, double periodMs) implements Formula {

    public static Rate rate(double meanHz, double amplitudeHz, double periodMs) {
        return new Rate.Course(new Wave(meanHz, amplitudeHz, periodMs));
    }

    @Override
    public String variable() {
        return Rate.TIME;
    }

    @Override
    public String text() {
        return meanHz + " Hz + " + amplitudeHz + " Hz * sin(2 * pi * t / (" + periodMs + " ms))";
    }

    @Override
    public double at(double ms) {
        return meanHz + amplitudeHz * StrictMath.sin(2 * Math.PI * ms / periodMs);
    }

    /** Expected spikes from time 0. */
    public double integral(double ms) {
        double periods = ms / periodMs;
        double wave = (1 - Math.cos(2 * Math.PI * periods)) * periodMs / (2 * Math.PI);
        return (meanHz * ms + amplitudeHz * wave) * 1e-3;
    }
}
