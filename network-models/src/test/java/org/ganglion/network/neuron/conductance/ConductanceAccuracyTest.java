package org.ganglion.network.neuron.conductance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.TestColumns;
import org.ganglion.network.neuron.catalog.NeuronModels;
import org.ganglion.network.spec.ParameterSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Models with conductances against {@link PreciseNeuron}, with parameters, steps and inputs far from the usual ones.
 * Spikes must be in the same steps. Potentials may differ by 1e-2 mV, which is asked of the models; this much only on the
 * upstroke of a spike, where a picosecond is a microvolt.
 */
class ConductanceAccuracyTest {
    private static final double TOLERANCE_MV = 5e-3;
    private static final double UPSTROKE_MV = -42;
    private static final double TOLERANCE_BELOW_MV = 1e-4;
    private static final double DURATION_MS = 120;

    /** Weights in nS, current in pA; spikes come at random, on average one excitatory each so many ms. */
    @ParameterizedTest(name = "{0} [{1}] dt {2}")
    @CsvSource({
        // model, parameters that differ, dt, excitation, inhibition, interval, current, fewest spikes
        "iaf_cond_exp,, 0.1, 60, 40, 1, 200, 3",
        "iaf_cond_exp,, 0.01, 60, 40, 1, 200, 3",
        "iaf_cond_exp,, 1, 60, 40, 3, 250, 3",
        "iaf_cond_exp, tau_syn_ex=5;tau_syn_in=10;C_m=200;g_L=10, 0.1, 20, 25, 0.5, 300, 3",
        "iaf_cond_exp, tau_syn_ex=5;tau_syn_in=10, 1, 6, 10, 1, 0, 3",
        "iaf_cond_exp, tau_syn_ex=0.01, 0.1, 2000, 50, 1, 200, 3",
        "iaf_cond_exp, tau_syn_ex=0.001;tau_syn_in=0.002, 0.1, 9000, 9000, 1, 300, 3",
        "iaf_cond_exp, t_ref=0, 0.1, 5000, 3000, 1, 0, 3",
        "iaf_cond_exp, tau_syn_in=20, 0.1, 800, 50000, 5, 0, 1",
        "iaf_cond_exp, C_m=10;g_L=20, 0.1, 100, 40, 1, 0, 3",
        "iaf_cond_exp, E_in=-70;E_ex=-40, 0.1, 400, 100, 1, 100, 3",
        "iaf_cond_alpha,, 0.1, 60, 40, 1, 150, 3",
        "iaf_cond_alpha,, 0.01, 60, 40, 1, 150, 3",
        "iaf_cond_alpha,, 1, 60, 40, 3, 200, 3",
        "iaf_cond_alpha, tau_syn_ex=0.01;tau_syn_in=0.05, 0.1, 3000, 500, 1, 200, 3",
        "iaf_cond_alpha, tau_syn_ex=3, 0.1, 3000, 3000, 2, 0, 3",
        "iaf_cond_exp_sfa_rr,, 0.1, 40, 20, 1, 500, 3",
        "iaf_cond_exp_sfa_rr,, 0.01, 40, 20, 1, 500, 3",
        "iaf_cond_exp_sfa_rr,, 1, 40, 20, 3, 500, 3",
        "iaf_cond_exp_sfa_rr, q_sfa=200;q_rr=20000;E_rr=-80;E_sfa=-75, 0.1, 300, 20, 1, 900, 3",
        "aeif_cond_exp,, 0.1, 60, 40, 1, 700, 3",
        "aeif_cond_exp,, 0.01, 60, 40, 1, 700, 3",
        "aeif_cond_exp,, 1, 60, 40, 3, 1200, 3",
        "aeif_cond_exp, Delta_T=0, 0.1, 60, 40, 1, 800, 3",
        "aeif_cond_exp, Delta_T=0;t_ref=2, 1, 60, 40, 3, 800, 3",
        "aeif_cond_exp, Delta_T=0.1, 0.1, 60, 40, 1, 800, 3",
        "aeif_cond_exp, Delta_T=10;V_peak=20, 0.1, 60, 40, 1, 1200, 3",
        "aeif_cond_exp, V_peak=-45, 0.1, 60, 40, 1, 800, 3",
        "aeif_cond_exp, V_peak=-50.4, 0.1, 60, 40, 1, 800, 3",
        "aeif_cond_exp, a=0;b=0, 0.1, 60, 40, 1, 700, 3",
        "aeif_cond_exp, a=0;b=2000;tau_w=20, 0.1, 60, 40, 1, 2000, 3",
        "aeif_cond_exp, a=200;tau_w=5, 0.1, 60, 40, 1, 6000, 3",
        "aeif_cond_exp, a=100;tau_w=0.1;b=100, 0.1, 60, 40, 1, 3000, 3",
        "aeif_cond_exp, a=-10;tau_w=300;V_reset=-48;b=120, 0.1, 60, 40, 1, 800, 3",
        "aeif_cond_exp, V_reset=-46;t_ref=1.5, 0.1, 60, 40, 1, 700, 3",
        "aeif_cond_exp, t_ref=2;tau_syn_ex=1;tau_syn_in=5, 0.1, 30, 30, 1, 300, 3",
        "aeif_cond_exp, tau_syn_ex=0.01;tau_syn_in=0.01, 0.1, 3000, 1000, 1, 600, 3",
        "aeif_cond_exp,, 0.1, 2000, 200, 3, 0, 3",
        "aeif_cond_exp, t_ref=0.3;tau_syn_in=20, 0.1, 1000, 20000, 5, 0, 1",
        "aeif_cond_exp, C_m=20;t_ref=1, 0.1, 60, 40, 1, 700, 3",
        "aeif_cond_alpha,, 0.1, 60, 40, 1, 700, 3",
        "aeif_cond_alpha,, 0.01, 60, 40, 1, 700, 3",
        "aeif_cond_alpha, t_ref=1, 1, 60, 40, 3, 700, 3",
        "aeif_cond_alpha, tau_syn_ex=2;tau_syn_in=0.02;t_ref=1, 0.1, 500, 500, 2, 0, 3"
    })
    void spikesAndPotentialAreThoseOfTheSolution(
            String model,
            String differing,
            double dtMs,
            double excitationNs,
            double inhibitionNs,
            double intervalMs,
            double currentPa,
            int fewest) {
        // given a neuron, and the same one integrated to ten digits
        Map<String, Double> parameters = parameters(model, differing);
        TestColumns columns =
                new TestColumns(NeuronModels.find(model).orElseThrow().description(), 3);
        parameters.forEach(columns::set);
        columns.injectCurrents();
        NeuronState state = NeuronModels.find(model).orElseThrow().create(columns, dtMs);
        PreciseNeuron precise = new PreciseNeuron(model, parameters, dtMs);
        state.setCurrent(1, currentPa);
        Random random = new Random(5);
        float[][] input = new float[2][64];
        long[] fired = new long[1];
        List<Integer> expected = new ArrayList<>();
        List<Integer> actual = new ArrayList<>();
        double worst = 0;
        double worstBelow = 0;

        // when both get the same random input
        for (int step = 0; step < DURATION_MS / dtMs; step++) {
            boolean excited = random.nextDouble() < dtMs / intervalMs;
            boolean inhibited = random.nextDouble() < dtMs / intervalMs / 3;
            input[0][1] = excited ? (float) excitationNs : 0;
            input[1][1] = inhibited ? (float) -inhibitionNs : 0;
            state.begin(step);
            state.step(0, 64, input, fired);
            int spikes = precise.step(currentPa, excited ? excitationNs : 0, inhibited ? inhibitionNs : 0);
            for (int i = 0; i < spikes; i++) {
                expected.add(step);
            }
            for (int i = 0; i < ((fired[0] >>> 1 & 1) != 0 ? state.multiplicity(1) : 0); i++) {
                actual.add(step);
            }
            double error = Math.abs(state.value(0, 1) - precise.v);
            worst = Math.max(worst, error);
            worstBelow = Math.max(worstBelow, precise.v < UPSTROKE_MV ? error : 0);
        }

        // then the spikes are the same, and the potential is near
        assertEquals(expected, actual);
        assertTrue(expected.size() >= fewest, "only " + expected.size() + " spikes");
        assertTrue(worst < TOLERANCE_MV, "potential differs by " + worst);
        assertTrue(worstBelow < TOLERANCE_BELOW_MV, "potential differs by " + worstBelow);
    }

    private static Map<String, Double> parameters(String model, String differing) {
        Map<String, Double> parameters = new HashMap<>();
        for (ParameterSpec spec :
                NeuronModels.find(model).orElseThrow().description().parameters()) {
            parameters.put(spec.name(), spec.standard().orElseThrow());
        }
        if (differing != null) {
            for (String assignment : differing.split(";")) {
                String[] sides = assignment.split("=");
                assertTrue(parameters.containsKey(sides[0]), sides[0]);
                parameters.put(sides[0], Double.valueOf(sides[1]));
            }
        }
        return parameters;
    }
}
