package org.ganglion.simulator.plan;

import java.util.Map;

/**
 * What the parts of the work cost on one core, in nanoseconds: the one table from which times are estimated, and from which
 * follows by how many groups a network is run.
 *
 * <p>Measured on two cores of an AMD EPYC (Zen 5), Temurin 25; see docs/decisions/0068. Conductances of four parts are taken
 * from a Zen 3, in proportion to those of two. Other machines differ by a factor of two, busy ones by more.
 */
public final class Costs {
    /** A step of a neuron: its model alone, in a row of neurons whose state is in the cache. */
    private static final Map<String, Double> STEP_NS = Map.ofEntries(
            Map.entry("iaf_psc_delta", 0.2),
            Map.entry("iaf_psc_exp", 0.25),
            Map.entry("iaf_psc_alpha", 0.4),
            Map.entry("iaf_cond_exp", 2.2),
            Map.entry("iaf_cond_alpha", 3.5),
            Map.entry("iaf_cond_exp_sfa_rr", 3.5),
            Map.entry("aeif_cond_exp", 10.0),
            Map.entry("aeif_cond_alpha", 13.0),
            Map.entry("izhikevich", 0.6),
            Map.entry("hh_psc_alpha", 175.0),
            Map.entry("gif_psc_exp", 5.0),
            Map.entry("glif_psc", 2.5),
            Map.entry("ignore_and_fire", 0.1),
            Map.entry("parrot_neuron", 0.1),
            Map.entry("IntFire1", 0.5));

    /** Models that are not in the table, such as those of the user. */
    private static final double OTHER_STEP_NS = 5;

    /** Whatever the model: reading sums, looking for spikes. */
    private static final double ANY_STEP_NS = 0.2;

    /** A step of a population in a group, however few neurons it has there. */
    static final double POPULATION_NS = 400;

    /** What a stimulus gives one neuron in a step. */
    static final double DRAW_NS = 0.2;

    /** A synaptic event, and what each run of synapses with the same delay adds to it. */
    static final double EVENT_NS = 0.9;

    static final double RUN_NS = 12;

    /** A plastic event where weights follow sums of spikes, and where spikes are taken one by one. */
    static final double SUMMED_EVENT_NS = 4;

    static final double PLASTIC_EVENT_NS = 45;

    /** What it takes until a group that waits for another one goes on, each time. */
    static final double HANDOVER_NS = 10_000;

    /** Drawing and storing a synapse. */
    public static final double SYNAPSE_NS = 50;

    /** Starting Java, reading the file, and the time until the hot loops are compiled. */
    public static final double START_SECONDS = 1.5;

    private Costs() {}

    /** A step of a neuron of a model, input included. */
    static double stepNs(String model) {
        return ANY_STEP_NS + STEP_NS.getOrDefault(model, OTHER_STEP_NS);
    }

    /** Whether a model is in the table. */
    public static boolean knows(String model) {
        return STEP_NS.containsKey(model);
    }
}
