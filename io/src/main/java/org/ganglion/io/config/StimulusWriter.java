package org.ganglion.io.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.network.Rate;
import org.ganglion.network.Stimulus;
import org.ganglion.network.spec.Unit;

/** Writes a stimulus in canonical form. */
final class StimulusWriter {
    private final Stimulus stimulus;
    private final Unit weightUnit;
    private final Map<String, Object> tree = new LinkedHashMap<>();

    private StimulusWriter(Stimulus stimulus, Unit weightUnit) {
        this.stimulus = stimulus;
        this.weightUnit = weightUnit;
    }

    /** @param weightUnit unit of weights onto its target */
    static Map<String, Object> write(Stimulus stimulus, Unit weightUnit) {
        StimulusWriter writer = new StimulusWriter(stimulus, weightUnit);
        switch (stimulus) {
            case Stimulus.OfSpikes spikes -> {
                writer.spikes(spikes);
                ConfigWriter.receptor(writer.tree, spikes.receptor());
            }
            case Stimulus.OfCurrent current -> writer.current(current);
        }
        return writer.tree;
    }

    private void spikes(Stimulus.OfSpikes spikes) {
        switch (spikes) {
            case Stimulus.Poisson poisson -> {
                type("poisson");
                put("rate", poisson.rateHz(), Unit.HERTZ);
                put("weight", poisson.weight(), weightUnit);
                window(poisson.startMs(), poisson.stopMs());
            }
            case Stimulus.ModulatedPoisson poisson -> {
                type(poisson.rate() instanceof Rate.Sinusoid ? "sinusoidal_poisson" : "inhomogeneous_poisson");
                rate(poisson.rate());
                tree.put("individual_spike_trains", poisson.individual());
                put("weight", poisson.weight(), weightUnit);
                window(poisson.startMs(), poisson.stopMs());
            }
            case Stimulus.Gamma gamma -> {
                type(
                        switch (gamma.rate()) {
                            case Rate.Constant _ -> "gamma";
                            case Rate.Sinusoid _ -> "sinusoidal_gamma";
                            case Rate.Steps _, Rate.Course _ -> "inhomogeneous_gamma";
                        });
                rate(gamma.rate());
                put("order", gamma.order(), Unit.NONE);
                tree.put("individual_spike_trains", gamma.individual());
                put("weight", gamma.weight(), weightUnit);
                window(gamma.startMs(), gamma.stopMs());
            }
            case Stimulus.Mip mip -> {
                type("mip");
                put("rate", mip.rateHz(), Unit.HERTZ);
                put("p_copy", mip.copyProbability(), Unit.NONE);
                put("weight", mip.weight(), weightUnit);
                window(mip.startMs(), mip.stopMs());
            }
            case Stimulus.PulsePacket packet -> packet(packet);
            case Stimulus.SpikeTrain train -> {
                type("spike_train");
                put("times", train.timesMs(), Unit.MILLISECOND);
                put("weight", train.weight(), weightUnit);
                put("delay", train.delayMs(), Unit.MILLISECOND);
                windowIfGiven(train.startMs(), train.stopMs());
            }
            case Stimulus.RecordedTrains trains -> {
                type("spike_train");
                ConfigWriter.putFile(tree, trains.times().file());
                if (!trains.times().population().isEmpty()) {
                    tree.put("population", trains.times().population());
                }
                put("weight", trains.weight(), weightUnit);
                put("delay", trains.delayMs(), Unit.MILLISECOND);
                windowIfGiven(trains.startMs(), trains.stopMs());
            }
        }
    }

    private void packet(Stimulus.PulsePacket packet) {
        type("pulsepacket");
        put("pulse_times", packet.pulseTimesMs(), Unit.MILLISECOND);
        tree.put("activity", packet.activity());
        put("sdev", packet.sdevMs(), Unit.MILLISECOND);
        tree.put("individual_spike_trains", packet.individual());
        put("weight", packet.weight(), weightUnit);
        window(packet.startMs(), packet.stopMs());
    }

    private void rate(Rate rate) {
        switch (rate) {
            case Rate.Constant(double rateHz) -> put("rate", rateHz, Unit.HERTZ);
            case Rate.Steps(List<Double> timesMs, List<Double> ratesHz) -> {
                put("rate_times", timesMs, Unit.MILLISECOND);
                put("rate_values", ratesHz, Unit.HERTZ);
            }
            case Rate.Course(var formula) -> tree.put("rate", formula.text());
            case Rate.Sinusoid sine -> {
                put("rate", sine.meanHz(), Unit.HERTZ);
                put("amplitude", sine.amplitudeHz(), Unit.HERTZ);
                put("frequency", sine.frequencyHz(), Unit.HERTZ);
                put("phase", sine.phaseDegrees(), Unit.NONE);
            }
        }
    }

    private void current(Stimulus.OfCurrent current) {
        switch (current) {
            case Stimulus.Current steps -> {
                type("step_current");
                put("times", steps.timesMs(), Unit.MILLISECOND);
                put("amplitudes", steps.amplitudesPa(), Unit.PICOAMPERE);
                windowIfGiven(steps.startMs(), steps.stopMs());
            }
            case Stimulus.Alternating alternating -> {
                type("ac");
                put("amplitude", alternating.amplitudePa(), Unit.PICOAMPERE);
                put("offset", alternating.offsetPa(), Unit.PICOAMPERE);
                put("frequency", alternating.frequencyHz(), Unit.HERTZ);
                put("phase", alternating.phaseDegrees(), Unit.NONE);
                window(alternating.startMs(), alternating.stopMs());
            }
            case Stimulus.Noise noise -> {
                type("noise");
                put("mean", noise.meanPa(), Unit.PICOAMPERE);
                put("std", noise.stdPa(), Unit.PICOAMPERE);
                put("dt", noise.intervalMs(), Unit.MILLISECOND);
                put("std_mod", noise.modulationPa(), Unit.PICOAMPERE);
                put("frequency", noise.frequencyHz(), Unit.HERTZ);
                put("phase", noise.phaseDegrees(), Unit.NONE);
                window(noise.startMs(), noise.stopMs());
            }
        }
    }

    private void type(String type) {
        tree.put("type", type);
        tree.put("to", stimulus.target());
        tree.put("neurons", ConfigWriter.neurons(stimulus.neurons()));
    }

    private void put(String key, double value, Unit unit) {
        tree.put(key, ConfigWriter.amount(value, unit));
    }

    private void put(String key, List<Double> values, Unit unit) {
        tree.put(key, values.stream().map(v -> ConfigWriter.amount(v, unit)).toList());
    }

    /** What is given without a window is written without one. */
    private void windowIfGiven(double startMs, double stopMs) {
        if (startMs != 0 || Double.isFinite(stopMs)) {
            window(startMs, stopMs);
        }
    }

    private void window(double startMs, double stopMs) {
        put("start", startMs, Unit.MILLISECOND);
        if (Double.isFinite(stopMs)) {
            put("stop", stopMs, Unit.MILLISECOND);
        }
    }
}
