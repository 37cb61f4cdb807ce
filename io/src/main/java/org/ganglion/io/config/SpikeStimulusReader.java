package org.ganglion.io.config;

import java.util.List;
import java.util.Optional;
import org.ganglion.io.input.InputFileException;
import org.ganglion.io.input.SpikeTimesFile;
import org.ganglion.io.yaml.Yaml;
import org.ganglion.network.Rate;
import org.ganglion.network.SpikeTimes;
import org.ganglion.network.Stimulus;
import org.ganglion.network.spec.DescribedFile;
import org.ganglion.network.spec.Unit;

/** Reads stimuli that consist of spikes. */
final class SpikeStimulusReader {
    private static final String OWN_TRAINS = "individual_spike_trains";

    private SpikeStimulusReader() {}

    /** What makes a type of stimulus from its keys; empty for types that are none of spikes. */
    static Optional<StimulusReader.Maker> maker(String type, StimulusFields keys) {
        return switch (type) {
            case "poisson" -> Optional.of(poisson(keys));
            case "inhomogeneous_poisson" -> Optional.of(poisson(keys, keys.course()));
            case "sinusoidal_poisson" -> Optional.of(poisson(keys, keys.sine()));
            case "gamma" -> Optional.of(gamma(keys, keys.rate()));
            case "inhomogeneous_gamma" -> Optional.of(gamma(keys, keys.course()));
            case "sinusoidal_gamma" -> Optional.of(gamma(keys, keys.sine()));
            case "mip" -> Optional.of(mip(keys));
            case "pulsepacket" -> Optional.of(packet(keys));
            case "spike_train" -> Optional.of(keys.has(FileReference.FILE) ? recorded(keys) : train(keys));
            default -> Optional.empty();
        };
    }

    private static StimulusReader.Maker poisson(StimulusFields keys) {
        Rate rate = keys.rate();
        if (!(rate instanceof Rate.Constant(double rateHz))) {
            return poisson(keys, rate);
        }
        Optional<Yaml> weight = keys.weight();
        StimulusFields.Window window = keys.window();
        String receptor = keys.items().receptor(keys.fields());
        return (name, target) -> new Stimulus.Poisson(
                name,
                target,
                keys.neurons(),
                rateHz,
                keys.weightOnto(weight, target),
                window.startMs(),
                window.stopMs(),
                receptor);
    }

    private static StimulusReader.Maker poisson(StimulusFields keys, Rate rate) {
        boolean individual = keys.flag(OWN_TRAINS, true);
        Optional<Yaml> weight = keys.weight();
        StimulusFields.Window window = keys.window();
        return (name, target) -> new Stimulus.ModulatedPoisson(
                name,
                target,
                keys.neurons(),
                rate,
                individual,
                keys.weightOnto(weight, target),
                window.startMs(),
                window.stopMs());
    }

    private static StimulusReader.Maker gamma(StimulusFields keys, Rate rate) {
        double order = keys.number("order", Unit.NONE, 1);
        boolean individual = keys.flag(OWN_TRAINS, true);
        Optional<Yaml> weight = keys.weight();
        StimulusFields.Window window = keys.window();
        return (name, target) -> new Stimulus.Gamma(
                name,
                target,
                keys.neurons(),
                rate,
                order,
                individual,
                keys.weightOnto(weight, target),
                window.startMs(),
                window.stopMs());
    }

    private static StimulusReader.Maker mip(StimulusFields keys) {
        double rateHz = keys.required("rate", Unit.HERTZ, "100 Hz");
        double copyProbability = keys.required("p_copy", Unit.NONE, "0.1");
        Optional<Yaml> weight = keys.weight();
        StimulusFields.Window window = keys.window();
        return (name, target) -> new Stimulus.Mip(
                name,
                target,
                keys.neurons(),
                rateHz,
                copyProbability,
                keys.weightOnto(weight, target),
                window.startMs(),
                window.stopMs());
    }

    private static StimulusReader.Maker packet(StimulusFields keys) {
        List<Double> timesMs = keys.list("pulse_times", Unit.MILLISECOND, "[50 ms, 100 ms]");
        int activity = keys.fields()
                .require("activity", "10")
                .map(node -> keys.items().numbers().whole(keys.fields().path("activity"), node, -1))
                .orElse(-1);
        double sdevMs = keys.number("sdev", Unit.MILLISECOND, 0);
        boolean individual = keys.flag(OWN_TRAINS, false);
        Optional<Yaml> weight = keys.weight();
        StimulusFields.Window window = keys.window();
        return (name, target) -> new Stimulus.PulsePacket(
                name,
                target,
                keys.neurons(),
                timesMs,
                activity,
                sdevMs,
                individual,
                keys.weightOnto(weight, target),
                window.startMs(),
                window.stopMs());
    }

    private static StimulusReader.Maker train(StimulusFields keys) {
        List<Double> timesMs = keys.list("times", Unit.MILLISECOND, "[10 ms, 20 ms]");
        Optional<Yaml> weight = keys.weight();
        double delayMs = keys.required("delay", Unit.MILLISECOND, "1.5 ms");
        StimulusFields.Window window = keys.window();
        String receptor = keys.items().receptor(keys.fields());
        return (name, target) -> new Stimulus.SpikeTrain(
                name,
                target,
                keys.neurons(),
                timesMs,
                keys.weightOnto(weight, target),
                delayMs,
                window.startMs(),
                window.stopMs(),
                receptor);
    }

    private static StimulusReader.Maker recorded(StimulusFields keys) {
        Optional<SpikeTimes> times = times(keys);
        Optional<Yaml> weight = keys.weight();
        double delayMs = keys.required("delay", Unit.MILLISECOND, "1.5 ms");
        StimulusFields.Window window = keys.window();
        return (name, target) -> {
            double onto = keys.weightOnto(weight, target);
            return times.isPresent()
                    ? new Stimulus.RecordedTrains(
                            name, target, keys.neurons(), times.get(), onto, delayMs, window.startMs(), window.stopMs())
                    : new Stimulus.SpikeTrain(name, target, keys.neurons(), List.of(), onto, delayMs);
        };
    }

    private static Optional<SpikeTimes> times(StimulusFields keys) {
        Fields fields = keys.fields();
        String population = fields.find("population")
                .flatMap(node -> keys.items().numbers().word(fields.path("population"), node))
                .orElse("");
        Optional<DescribedFile> file =
                FileReference.read(keys.items().findings(), keys.items().numbers(), fields);
        try {
            return file.isPresent()
                    ? Optional.of(SpikeTimesFile.read(file.get(), population, keys.smallest()))
                    : Optional.empty();
        } catch (InputFileException e) {
            keys.items()
                    .findings()
                    .report(
                            fields.find(FileReference.FILE).orElseThrow().at(),
                            fields.path(FileReference.FILE),
                            String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
