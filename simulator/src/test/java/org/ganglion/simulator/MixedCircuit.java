package org.ganglion.simulator;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;

import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.connect.AllToAll;
import org.ganglion.network.connect.FixedIndegree;
import org.ganglion.network.connect.FixedOutdegree;
import org.ganglion.network.connect.FixedTotalNumber;
import org.ganglion.network.connect.OneToOne;
import org.ganglion.network.connect.PairwiseBernoulli;
import org.ganglion.network.random.Clipped;
import org.ganglion.network.random.Lognormal;
import org.ganglion.network.random.Normal;
import org.ganglion.network.random.Redrawn;
import org.ganglion.network.random.Uniform;

/** Small networks that have a little of everything, for tests. */
public final class MixedCircuit {
    private MixedCircuit() {}

    /**
     * All models, rules, packings and stimuli: weights constant and drawn, of one sign and of both; delays from 1 to 400
     * steps, constant and drawn; relays that emit several spikes at once.
     */
    public static Experiment of(RunSettings settings) {
        NetworkBuilder builder = NetworkBuilder.named("mixed")
                .population("fibres", 70, "parrot_neuron")
                .population("relays", 45, "parrot_neuron")
                .population("delta", 200, "iaf_psc_delta", p -> p.set("V_th", new Uniform(-57, -54))
                        .startAt("V_m", new Normal(-64, 3)))
                .population("merged", 150, "iaf_psc_exp", p -> p.set("tau_m", new Uniform(8, 12))
                        .startAt("V_m", new Normal(-62, 4)))
                .population(
                        "split", 130, "iaf_psc_exp", p -> p.set("tau_syn_in", 5).set("t_ref", new Uniform(1, 4)))
                .population("alpha", 100, "iaf_psc_alpha", p -> p.set("E_L", new Normal(-66, 1))
                        .set("V_reset", -70))
                .population("alphaSplit", 33, "iaf_psc_alpha", p -> p.set("tau_syn_ex", 1));
        return stimuli(projections(builder))
                .recordSpikes("fibres")
                .recordSpikes("relays")
                .recordSpikes("delta")
                .recordSpikes("merged")
                .recordSpikes("split")
                .recordSpikes("alpha")
                .recordSpikes("alphaSplit")
                .simulate(settings);
    }

    private static NetworkBuilder projections(NetworkBuilder builder) {
        return builder.project("fibres", "relays", new FixedIndegree(6, true, true), weight(1), delayMs(0.1))
                .project("relays", "delta", new FixedIndegree(40, true, true), weight(0.15), delayMs(2))
                .project("fibres", "merged", new FixedOutdegree(30, true, true), weight(35), delayMs(35))
                .project("relays", "split", new FixedTotalNumber(2000, true, true), weight(20), delayMs(0.3))
                .project(
                        "delta",
                        "merged",
                        new PairwiseBernoulli(0.1, true),
                        weight(new Normal(30, 3)),
                        delayMs(new Uniform(0.1, 40)))
                .project(
                        "delta",
                        "delta",
                        new FixedIndegree(20, false, false),
                        weight(new Normal(-0.02, 0.1)),
                        delayMs(new Redrawn(new Normal(1.5, 0.75), 0.1, 20)))
                .project(
                        "merged",
                        "split",
                        new FixedIndegree(25, true, true),
                        weight(new Normal(5, 40)),
                        delayMs(new Lognormal(1, 0.4)))
                .project(
                        "split",
                        "split",
                        new FixedTotalNumber(1500, false, true),
                        weight(new Uniform(-50, -10)),
                        delayMs(0.1))
                .project("split", "alpha", new FixedIndegree(30, true, true), weight(new Normal(30, 0.01)), delayMs(1))
                .project(
                        "alpha",
                        "merged",
                        new AllToAll(true),
                        weight(new Clipped(new Lognormal(0.5, 1), 0, 20)),
                        delayMs(new Uniform(0.5, 0.9)))
                .project("alpha", "alpha", new FixedIndegree(10, true, true), weight(-15), delayMs(0.2))
                .project("alpha", "alphaSplit", new FixedIndegree(20, true, true), weight(40), delayMs(30))
                .project("alphaSplit", "alphaSplit", new OneToOne(), weight(-60), delayMs(0.1))
                .project("alphaSplit", "relays", new FixedIndegree(1, true, true), weight(-1), delayMs(4));
    }

    private static NetworkBuilder stimuli(NetworkBuilder builder) {
        return builder.poisson("noise", "fibres", 40, 1)
                .poisson("noise-delta", "delta", 8000, 0.12)
                .poisson("noise-alpha", "alpha", 3000, 25)
                .stimulate(new Stimulus.Poisson("burst", "fibres", new Selection.Slice(30, 60), 30_000, 1, 20, 21.5))
                .stimulate(new Stimulus.Poisson(
                        "part", "merged", new Selection.Listed(List.of(3, 64, 70, 149)), 20_000, 40, 5, 80))
                .stimulate(new Stimulus.SpikeTrain(
                        "train",
                        "fibres",
                        new Selection.Slice(5, 40),
                        List.of(1.0, 1.0, 7.5, 30.0, 30.0, 30.0),
                        1,
                        0.5))
                .stimulate(new Stimulus.SpikeTrain("kick", "alphaSplit", Selection.ALL, List.of(0.0, 10.0), 900, 0.1))
                .direct("drive", "alphaSplit", 350)
                .direct("drive-split", "split", 320)
                .stimulate(new Stimulus.Current(
                        "steps",
                        "merged",
                        new Selection.Slice(10, 100),
                        List.of(0.0, 12.5, 60.0),
                        List.of(250.0, 0.0, 400.0)))
                .stimulate(new Stimulus.Current(
                        "more", "merged", Selection.ALL, List.of(3.0, 50.0), List.of(180.5, 260.25)));
    }

    /** A chain of populations of one block each, without a way back: with one group each, links go one way only. */
    public static Experiment chain(RunSettings settings) {
        return NetworkBuilder.named("chain")
                .population("first", 32, "parrot_neuron")
                .population("second", 32, "iaf_psc_exp")
                .population("third", 32, "iaf_psc_delta")
                .poisson("noise", "first", 400, 1)
                .project("first", "second", new FixedIndegree(10, true, true), weight(120), delayMs(30))
                .project("first", "third", new OneToOne(), weight(4), delayMs(0.1))
                .project("second", "third", new FixedIndegree(3, true, true), weight(new Normal(5, 2)), delayMs(0.7))
                .recordSpikes("first")
                .recordSpikes("second")
                .recordSpikes("third")
                .simulate(settings);
    }
}
