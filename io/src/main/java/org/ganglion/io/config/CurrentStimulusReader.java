package org.ganglion.io.config;

import java.util.List;
import java.util.Optional;
import org.ganglion.network.Stimulus;
import org.ganglion.network.spec.Unit;

/** Reads stimuli that inject currents. */
final class CurrentStimulusReader {
    private CurrentStimulusReader() {}

    /** What makes a type of stimulus from its keys; empty for types that are no currents. */
    static Optional<StimulusReader.Maker> maker(String type, String name, StimulusFields keys) {
        return switch (type) {
            case "dc" -> Optional.of(direct(name, keys));
            case "step_current" -> Optional.of(steps(keys));
            case "ac" -> Optional.of(alternating(keys));
            case "noise" -> Optional.of(noise(keys));
            default -> Optional.empty();
        };
    }

    private static StimulusReader.Maker direct(String name, StimulusFields keys) {
        double amplitudePa = keys.required("amplitude", Unit.PICOAMPERE, "300 pA");
        StimulusFields.Window window = keys.window();
        String item = "stimuli." + name;
        Findings findings = keys.items().findings();
        findings.show(item + ".times.0", item + ".start");
        findings.show(item + ".times.1", item + ".stop");
        findings.show(item + ".amplitudes.0", item + ".amplitude");
        return (own, target) ->
                Stimulus.Current.direct(own, target, keys.neurons(), amplitudePa, window.startMs(), window.stopMs());
    }

    private static StimulusReader.Maker steps(StimulusFields keys) {
        List<Double> timesMs = keys.list("times", Unit.MILLISECOND, "[0 ms, 100 ms]");
        List<Double> amplitudesPa = keys.list("amplitudes", Unit.PICOAMPERE, "[300 pA, 0 pA]");
        StimulusFields.Window window = keys.window();
        return (own, target) -> new Stimulus.Current(
                own, target, keys.neurons(), timesMs, amplitudesPa, window.startMs(), window.stopMs());
    }

    private static StimulusReader.Maker alternating(StimulusFields keys) {
        double amplitudePa = keys.required("amplitude", Unit.PICOAMPERE, "100 pA");
        double frequencyHz = keys.required("frequency", Unit.HERTZ, "10 Hz");
        double offsetPa = keys.number("offset", Unit.PICOAMPERE, 0);
        double phaseDegrees = keys.number("phase", Unit.NONE, 0);
        StimulusFields.Window window = keys.window();
        return (own, target) -> new Stimulus.Alternating(
                own,
                target,
                keys.neurons(),
                amplitudePa,
                offsetPa,
                frequencyHz,
                phaseDegrees,
                window.startMs(),
                window.stopMs());
    }

    private static StimulusReader.Maker noise(StimulusFields keys) {
        double meanPa = keys.number("mean", Unit.PICOAMPERE, 0);
        double stdPa = keys.required("std", Unit.PICOAMPERE, "50 pA");
        double intervalMs = keys.number("dt", Unit.MILLISECOND, 1);
        double modulationPa = keys.number("std_mod", Unit.PICOAMPERE, 0);
        double frequencyHz = keys.number("frequency", Unit.HERTZ, 0);
        double phaseDegrees = keys.number("phase", Unit.NONE, 0);
        StimulusFields.Window window = keys.window();
        return (own, target) -> new Stimulus.Noise(
                own,
                target,
                keys.neurons(),
                meanPa,
                stdPa,
                intervalMs,
                modulationPa,
                frequencyHz,
                phaseDegrees,
                window.startMs(),
                window.stopMs());
    }
}
