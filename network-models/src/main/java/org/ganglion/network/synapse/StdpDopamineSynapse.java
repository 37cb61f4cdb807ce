package org.ganglion.network.synapse;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.Range;
import org.ganglion.network.spec.Unit;

/**
 * Spike-timing dependent plasticity that dopamine turns into changes of the weight, with NEST's parameters.
 *
 * <p>Dopamine is released by the spikes of the population that {@code volume_transmitter} names, and is the same for all
 * synapses of the projection. {@code volume_transmitter_delay} is, in NEST, the delay of the connections from these neurons to
 * the volume transmitter.
 */
public record StdpDopamineSynapse() implements SynapseModel {
    private static final String TRANSMITTER = "volume_transmitter";
    private static final String DELAY = "volume_transmitter_delay";
    private static final String LEAST = "Wmin";
    private static final String MOST = "Wmax";
    private static final Description DESCRIPTION = new Description(
            "stdp_dopamine_synapse",
            "Spike-timing dependent plasticity that dopamine turns into changes of the weight.",
            """
            dw/dt = c (n - b), Wmin <= w <= Wmax;  dc/dt = -c / tau_c;  dn/dt = -n / tau_n
            a spike of the volume transmitter at t:                   n += 1 / tau_n at t + volume_transmitter_delay
            a postsynaptic spike at t reaches the synapse at t + d:   c += A_plus K_plus(t + d)
            a presynaptic spike at t:                                 c -= A_minus K_minus(t - d)
            K_plus, K_minus decay with tau_plus, tau_minus; each pre-, postsynaptic spike adds 1""",
            List.of(
                    ParameterSpec.real(
                            "A_plus", Unit.NONE, 1, Range.ANY, "by how much pre before post raises c, times K_plus"),
                    ParameterSpec.real(
                            "A_minus",
                            Unit.NONE,
                            1.5,
                            Range.ANY,
                            "by how much post before pre lowers c, times K_minus"),
                    Traces.tau("tau_plus", 20, "the presynaptic trace"),
                    Traces.tau("tau_minus", 20, "the postsynaptic trace"),
                    Traces.tau("tau_c", 1000, "eligibility"),
                    Traces.tau("tau_n", 200, "dopamine"),
                    ParameterSpec.real("b", Unit.NONE, 0, Range.ANY, "dopamine at which weights do not change"),
                    ParameterSpec.real(LEAST, Unit.DRAWN, 0, Range.ANY, "smallest weight"),
                    ParameterSpec.real(MOST, Unit.DRAWN, 200, Range.ANY, "largest weight"),
                    ParameterSpec.real("c", Unit.NONE, 0, Range.ANY, "eligibility at the start"),
                    Traces.notNegative("n", 0, "dopamine at the start"),
                    ParameterSpec.real(
                            DELAY,
                            Unit.MILLISECOND,
                            1,
                            Range.POSITIVE,
                            "from a spike of the volume transmitter to its effect")),
            List.of(),
            "Izhikevich 2007, doi 10.1093/cercor/bhl152; Potjans, Morrison & Diesmann 2010, doi 10.3389/fncom.2010.00141");

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<PopulationSpec> populations() {
        return List.of(new PopulationSpec(TRANSMITTER, DELAY, "the population whose spikes release dopamine"));
    }

    @Override
    public boolean plastic() {
        return true;
    }

    @Override
    public void check(SynapseValues values, Distribution weight, Unit unit, BiConsumer<String, String> report) {
        double least = values.number(LEAST);
        double most = values.number(MOST);
        double low = weight.smallest();
        double high = weight.largest();
        if (least >= most) {
            report.accept(
                    LEAST,
                    unit.format(least) + " is not below Wmax (" + unit.format(most)
                            + "), so that no weight could change; lower it or raise Wmax");
        } else if (least * most < 0) {
            report.accept(
                    LEAST,
                    unit.format(least) + " and Wmax (" + unit.format(most)
                            + ") must not have opposite signs; set one of them to 0");
        } else if (low < least) {
            report.accept(LEAST, passed(least, "below", low, high, unit) + "lower Wmin, or raise the weight");
        } else if (high > most) {
            report.accept(MOST, passed(most, "above", low, high, unit) + "raise Wmax, or lower the weight");
        }
    }

    private static String passed(double bound, String where, double low, double high, Unit unit) {
        return unit.format(bound) + " has weights " + where + " it at the start (" + LargestWeight.span(low, high, unit)
                + "); " + (low < high ? "clip the weight, " : "");
    }

    @Override
    public Optional<Plasticity> plasticity(SynapseValues values, double dtMs) {
        double least = values.number(LEAST);
        double most = values.number(MOST);
        double tauCMs = values.number("tau_c");
        double tauNMs = values.number("tau_n");
        Dopamine dopamine = new Dopamine(
                values.population(TRANSMITTER),
                values.number(DELAY),
                dtMs,
                tauCMs,
                tauNMs,
                new Decay(tauCMs, dtMs),
                new Decay(tauNMs, dtMs),
                values.number("b"),
                values.number("n"),
                values.number("c"),
                least,
                most);
        return Optional.of(new StdpDopamineRule(
                new Decay(values.number("tau_plus"), dtMs),
                new Decay(values.number("tau_minus"), dtMs),
                values.number("A_plus"),
                values.number("A_minus"),
                least,
                most,
                dopamine));
    }
}
