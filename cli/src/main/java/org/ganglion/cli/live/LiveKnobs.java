package org.ganglion.cli.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ganglion.network.Change;
import org.ganglion.network.Changeable;
import org.ganglion.network.Experiment;
import org.ganglion.network.Rate;
import org.ganglion.network.Stimulus;

/** The parameters of an experiment's stimuli that can be changed, and what the page says of them. */
public final class LiveKnobs {
    private static final String STIMULI = "stimuli.";

    private LiveKnobs() {}

    /** All, with the values that they have in a step. Stimuli of several populations that are written as one are one. */
    public static List<LiveKnob> of(Experiment experiment, long step) {
        Map<String, List<Stimulus>> byName = new LinkedHashMap<>();
        for (Stimulus stimulus : experiment.stimuliAt(step)) {
            byName.computeIfAbsent(stimulus.name().replaceFirst("/.*", ""), name -> new ArrayList<>())
                    .add(stimulus);
        }
        List<LiveKnob> knobs = new ArrayList<>();
        byName.forEach((name, stimuli) -> {
            String targets = stimuli.stream().map(Stimulus::target).distinct().collect(Collectors.joining(", "));
            Changeable.of(stimuli.getFirst())
                    .forEach((parameter, unit) -> knobs.add(new LiveKnob(
                            STIMULI + name + "." + parameter,
                            targets,
                            unit.symbol(),
                            value(stimuli.getFirst(), parameter))));
        });
        return knobs;
    }

    /**
     * Reads what the page sends.
     *
     * @param argument {@code stimuli.NAME.PARAMETER=VALUE}, the value in the parameter's unit
     */
    public static Change change(String argument) throws LiveRefusal {
        int equal = argument.indexOf('=');
        int dot = argument.lastIndexOf('.', Math.max(0, equal));
        try {
            if (argument.startsWith(STIMULI) && dot >= STIMULI.length()) {
                double value = Double.parseDouble(argument.substring(equal + 1));
                return new Change(
                        0, argument.substring(STIMULI.length(), dot), argument.substring(dot + 1, equal), value);
            }
        } catch (NumberFormatException e) {
            throw new LiveRefusal("'" + argument + "': what follows the = is no number");
        }
        throw new LiveRefusal("'" + argument + "': write stimuli.NAME.PARAMETER=VALUE");
    }

    /** A change that was made, in words. */
    public static String told(Change change) {
        return String.format(
                Locale.ROOT, "%s is %s from %.1f ms on", change.path(), LiveKnob.number(change.value()), change.atMs());
    }

    /** NaN where it is no number, such as a rate that is a formula. */
    private static double value(Stimulus stimulus, String parameter) {
        return switch (stimulus) {
            case Stimulus.Poisson poisson -> poisson.rateHz();
            case Stimulus.ModulatedPoisson poisson -> rate(poisson.rate(), parameter);
            case Stimulus.Gamma gamma -> rate(gamma.rate(), parameter);
            case Stimulus.Mip mip -> parameter.equals("rate") ? mip.rateHz() : mip.copyProbability();
            case Stimulus.Current current -> current.amplitudesPa().getFirst();
            case Stimulus.Alternating a -> parameter.equals("amplitude") ? a.amplitudePa() : a.offsetPa();
            case Stimulus.Noise noise -> parameter.equals("mean") ? noise.meanPa() : noise.stdPa();
            default -> Double.NaN;
        };
    }

    private static double rate(Rate rate, String parameter) {
        return switch (rate) {
            case Rate.Constant constant -> constant.rateHz();
            case Rate.Sinusoid sinusoid -> parameter.equals("rate") ? sinusoid.meanHz() : sinusoid.amplitudeHz();
            default -> Double.NaN;
        };
    }
}
