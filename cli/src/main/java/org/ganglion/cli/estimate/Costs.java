package org.ganglion.cli.estimate;

import java.util.Map;

/**
 * What the parts of the work cost on one core, in nanoseconds: the one table from which times are estimated.
 *
 * <p>Measured on two cores of an AMD EPYC (Zen 4), Temurin 25; see docs/decisions/0057. Other machines
 * differ by a factor of two, busy ones by more.
 */
final class Costs {
    /** A step of a neuron: its model alone, in a row of neurons whose state is in the cache. */
    private static final Map<String, Double> STEP_NS = Map.ofEntries(
            Map.entry("iaf_psc_delta", 0.2),
            Map.entry("iaf_psc_exp", 0.5),
            Map.entry("iaf_psc_alpha", 0.8),
            Map.entry("iaf_cond_exp", 12.0),
            Map.entry("iaf_cond_alpha", 50.0),
            Map.entry("iaf_cond_exp_sfa_rr", 40.0),
            Map.entry("aeif_cond_exp", 100.0),
            Map.entry("aeif_cond_alpha", 200.0),
            Map.entry("izhikevich", 3.0),
            Map.entry("hh_psc_alpha", 340.0),
            Map.entry("gif_psc_exp", 11.0),
            Map.entry("glif_psc", 6.0),
            Map.entry("ignore_and_fire", 0.1),
            Map.entry("parrot_neuron", 0.1),
            Map.entry("IntFire1", 0.5));

    /** Models that are not in the table, such as those of the user. */
    private static final double OTHER_STEP_NS = 5;

    /** Whatever the model: reading sums, looking for spikes. */
    private static final double ANY_STEP_NS = 0.5;

    /** What a stimulus gives one neuron in a step. */
    static final double DRAW_NS = 0.5;

    /** A synaptic event, and what each run of synapses with the same delay adds to it. */
    static final double EVENT_NS = 0.9;

    static final double RUN_NS = 40;

    /** A plastic event where weights follow sums of spikes, and where spikes are taken one by one. */
    static final double SUMMED_EVENT_NS = 5;

    static final double PLASTIC_EVENT_NS = 50;

    /** Drawing and storing a synapse. */
    static final double SYNAPSE_NS = 80;

    /** Starting Java, reading the file, and the time until the hot loops are compiled. */
    static final double START_SECONDS = 1.5;

    private Costs() {}

    /** A step of a neuron of a model, input included. */
    static double stepNs(String model) {
        return ANY_STEP_NS + STEP_NS.getOrDefault(model, OTHER_STEP_NS);
    }

    /** Whether a model is in the table. */
    static boolean knows(String model) {
        return STEP_NS.containsKey(model);
    }
}
