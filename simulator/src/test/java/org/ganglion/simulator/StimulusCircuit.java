package org.ganglion.simulator;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;

import java.nio.file.Path;
import java.util.List;
import org.ganglion.network.Change;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.NetworkCheck;
import org.ganglion.network.Rate;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.SpikeTimes;
import org.ganglion.network.Stimulus;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.spec.DescribedFile;

/** Small networks under stimuli that change with time, have memory, or are common to many neurons. */
public final class StimulusCircuit {
    private static final double EVER = Double.POSITIVE_INFINITY;
    private static final Selection SOME = new Selection.Slice(20, 77);
    private static final Selection FEW = new Selection.Listed(List.of(3, 31, 32, 64, 90, 149));

    private StimulusCircuit() {}

    /** All of them, onto neurons and relays, whole populations and parts of them, with and without an end. */
    public static Experiment of(RunSettings settings) {
        NetworkBuilder builder = NetworkBuilder.named("stimulated")
                .population("relays", 150, "parrot_neuron")
                .population("delta", 200, "iaf_psc_delta")
                .population("merged", 150, "iaf_psc_exp")
                .population("split", 170, "iaf_psc_exp", p -> p.set("tau_syn_in", 5))
                .project("relays", "delta", new FixedIndegree(10, true, true), weight(1.2), delayMs(1.5))
                .project("relays", "split", new FixedIndegree(10, true, true), weight(90), delayMs(0.3))
                .project("delta", "merged", new FixedIndegree(20, true, true), weight(30), delayMs(2))
                .project("merged", "delta", new FixedIndegree(20, true, true), weight(-0.2), delayMs(1));
        return currents(memory(rates(builder)))
                .recordSpikes("relays")
                .recordSpikes("delta")
                .recordSpikes("merged")
                .recordSpikes("split")
                .simulate(settings);
    }

    /** The same, with a change of every kind of parameter, most in the middle of an interval or while others rest. */
    public static Experiment changed(RunSettings settings) {
        Experiment experiment = of(settings);
        for (Change change : List.of(
                new Change(40, "sine", "rate", 6000),
                new Change(40, "sine", "amplitude", 100),
                new Change(55.5, "mother", "rate", 200),
                new Change(70, "mother", "p_copy", 0.9),
                new Change(61.3, "gamma", "rate", 120),
                new Change(90, "gamma", "rate", 0),
                new Change(33.4, "tacts", "rate", 200),
                new Change(0, "common", "rate", 150),
                new Change(100, "common", "rate", 20),
                new Change(77.7, "drive", "amplitude", 450),
                new Change(77.7, "drive", "amplitude", 350),
                new Change(90.1, "beat", "offset", 400),
                new Change(95, "beat", "amplitude", 10),
                new Change(105.4, "noise", "mean", 350),
                new Change(120.2, "flicker", "std", 700))) {
            experiment = experiment.with(change);
        }
        NetworkCheck.require(experiment);
        return experiment;
    }

    private static NetworkBuilder rates(NetworkBuilder builder) {
        Rate steps = new Rate.Steps(List.of(5.0, 50.0, 120.0), List.of(30.0, 0.0, 60.0));
        return builder.poisson("wave", "relays", Wave.rate(30, 25, 40), 1)
                .stimulate(new Stimulus.ModulatedPoisson("steps", "relays", SOME, steps, true, 1, 10, 150))
                .stimulate(new Stimulus.ModulatedPoisson(
                        "sine", "delta", Selection.ALL, new Rate.Sinusoid(4000, 5000, 20, 90), true, 0.2, 0, EVER))
                .stimulate(new Stimulus.ModulatedPoisson(
                        "strong", "merged", FEW, new Rate.Sinusoid(900_000, 0, 0, 0), true, 1.5, 20, 60))
                .stimulate(new Stimulus.ModulatedPoisson(
                        "common/relays", "relays", FEW, Wave.rate(80, 80, 100), false, 1, 0, EVER))
                .stimulate(new Stimulus.ModulatedPoisson(
                        "common/delta", "delta", Selection.ALL, Wave.rate(80, 80, 100), false, 0.5, 0, EVER))
                .mip("mother/relays", "relays", 60, 0.3, 1)
                .stimulate(new Stimulus.Mip("mother/split", "split", SOME, 60, 0.3, -40, 0.5, 170));
    }

    private static NetworkBuilder memory(NetworkBuilder builder) {
        DescribedFile file = new DescribedFile(Path.of("spikes.csv"), "0".repeat(64));
        SpikeTimes each = SpikeTimes.ofEach(
                file, "a", new int[] {3, 149, 3, 77, 3, 80}, new long[] {1000, 55_555, 1000, 70_050, 170_000, 170_000});
        SpikeTimes all = SpikeTimes.ofAll(file, "b", new long[] {30_000, 10_000, 10_001, 180_000});
        return builder.gamma("gamma", "relays", new Rate.Constant(25), 4, 1)
                .gamma("waves", "split", Wave.rate(300, 300, 50), 2.5, 60)
                .stimulate(new Stimulus.Gamma("part", "merged", SOME, Wave.rate(400, 0, 1), 1, true, 70, 12.3, 160))
                .stimulate(new Stimulus.Gamma(
                        "tacts", "delta", Selection.ALL, new Rate.Constant(50), 20, false, 2, 0, EVER))
                .pulsePackets("pulses", "delta", List.of(20.0, 25.0, 110.0, 199.0), 30, 3, 0.3)
                .stimulate(new Stimulus.PulsePacket(
                        "own", "relays", SOME, List.of(0.0, 30.0, 105.0), 2, 8, true, 1, 5, 130))
                .stimulate(new Stimulus.PulsePacket(
                        "volley", "split", Selection.ALL, List.of(60.0), 5, 0, true, 90, 0, EVER))
                .stimulate(new Stimulus.RecordedTrains("each", "relays", Selection.ALL, each, 1, 0.1))
                .stimulate(new Stimulus.RecordedTrains("all", "merged", FEW, all, 500, 2));
    }

    private static NetworkBuilder currents(NetworkBuilder builder) {
        return builder.direct("drive", "merged", 200)
                .alternating("sway", "merged", 120, 30)
                .stimulate(new Stimulus.Alternating("beat", "split", SOME, 100, 180, 80, 45, 15, 140))
                .noise("noise", "split", 250, 150, 1)
                .stimulate(new Stimulus.Noise("flicker", "merged", FEW, 0, 300, 0.7, 300, 10, 90, 3, 155));
    }
}
