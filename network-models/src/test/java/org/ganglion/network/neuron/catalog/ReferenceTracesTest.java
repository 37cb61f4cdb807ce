package org.ganglion.network.neuron.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.TestColumns;
import org.ganglion.network.random.Distribution;
import org.ganglion.network.random.Uniform;
import org.ganglion.network.spec.ParameterSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The models against single neurons simulated with NEST 3.9.0, and against the high-precision solution where there is
 * one. A potential in 32 bits is told to within 4e-6 mV.
 */
class ReferenceTracesTest {
    /** For all that is recorded, each in its unit. */
    private static final double TOLERANCE = 1e-3;

    /** The neuron looked at, among others that are the same. */
    private static final int NEURON = 66;

    private static final int SIZE = 70;

    static Stream<String> cases() {
        return Stream.of(
                "iaf_psc_delta_spikes",
                "iaf_psc_delta_step",
                "iaf_psc_delta_brunel_step",
                "iaf_psc_delta_refrinput_spikes",
                "iaf_psc_delta_refrinput_step",
                "iaf_psc_exp_spikes",
                "iaf_psc_exp_step",
                "iaf_psc_exp_pd14_spikes",
                "iaf_psc_exp_pd14_step",
                "iaf_psc_alpha_spikes",
                "iaf_psc_alpha_step",
                "iaf_psc_alpha_brunel_step",
                "iaf_cond_exp_spikes",
                "iaf_cond_exp_step",
                "iaf_cond_alpha_spikes",
                "iaf_cond_alpha_step",
                "aeif_cond_exp_spikes",
                "aeif_cond_exp_step",
                "aeif_cond_exp_tref2_spikes",
                "aeif_cond_alpha_spikes",
                "aeif_cond_alpha_step",
                "izhikevich_spikes",
                "izhikevich_step",
                "izhikevich_published_spikes",
                "izhikevich_published_step",
                "hh_psc_alpha_spikes",
                "hh_psc_alpha_step",
                "gif_psc_exp_spikes",
                "gif_psc_exp_step",
                "gif_psc_exp_noescape_spikes",
                "gif_psc_exp_noescape_step");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void spikeStepsAndTracesEqualThoseOfTheReference(String name) {
        ReferenceCase reference = ReferenceCase.read(name);
        compare(name, reference, reference.columns(SIZE));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void spikeStepsAndTracesAreTheSameWhenEveryParameterIsPerNeuron(String name) {
        ReferenceCase reference = ReferenceCase.read(name);
        compare(name, reference, reference.columns(SIZE).drawAll());
    }

    private static void compare(String name, ReferenceCase reference, TestColumns columns) {
        // given a neuron with the parameters, the start and the input of the case
        NeuronModel model = reference.model();
        Map<String, Distribution> parameters = distributions(model, columns);
        int receptors = model.receptors(parameters).size();
        List<String> recordable = model.recordable(parameters);
        NeuronState state = model.create(columns, reference.dtMs());
        float[][] spikes = reference.spikeInput();
        double[] current = reference.currentPa();
        Map<String, double[]> expected = expected(reference, recordable);

        // when it is stepped for 200 ms
        List<Integer> firedSteps = new ArrayList<>();
        Map<String, Double> worst = new HashMap<>();
        long[] fired = new long[columns.paddedSize() >>> 6];
        for (int step = 0; step < reference.steps(); step++) {
            if (step == 0 || current[step] != current[step - 1]) {
                state.setCurrent(NEURON, current[step]);
            }
            state.begin(step);
            state.step(0, columns.paddedSize(), input(spikes[step], receptors, columns.paddedSize()), fired);
            if ((fired[NEURON >>> 6] >>> NEURON & 1) != 0) {
                firedSteps.add(step);
            }
            for (Map.Entry<String, double[]> trace : expected.entrySet()) {
                int variable = model.description().variableIndex(trace.getKey());
                double error = Math.abs(state.value(variable, NEURON) - trace.getValue()[step]);
                worst.merge(trace.getKey(), error, Math::max);
            }
        }

        // then it fires in the same steps, and its state is that of the case
        assertEquals(reference.firedSteps(), firedSteps);
        assertEquals(name.contains("noescape"), firedSteps.isEmpty());
        worst.forEach((variable, error) -> assertTrue(error < TOLERANCE, variable + " differs by " + error));
    }

    private static Map<String, Distribution> distributions(NeuronModel model, TestColumns columns) {
        Map<String, Distribution> parameters = new HashMap<>();
        for (ParameterSpec spec : model.description().parameters()) {
            if (!spec.isList()) {
                double value = columns.parameter(spec.name(), 0);
                boolean drawn = columns.drawn(spec.name());
                parameters.put(spec.name(), drawn ? new Uniform(value, value) : Distribution.constant(value));
            }
        }
        return parameters;
    }

    /** NEST's models have no I_syn: it is the sum of their two currents. */
    private static Map<String, double[]> expected(ReferenceCase reference, List<String> recordable) {
        Map<String, double[]> traces = new HashMap<>();
        for (String variable : recordable) {
            if (variable.equals("I_syn")) {
                double[] sum = reference.trace("I_syn_ex");
                double[] inhibitory = reference.trace("I_syn_in");
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += inhibitory[i];
                }
                traces.put(variable, sum);
            } else {
                traces.put(variable, reference.trace(variable));
            }
        }
        return traces;
    }

    /** Input to the one neuron, {@code [receptor][neuron]}. */
    private static float[][] input(float[] excitatoryAndInhibitory, int receptors, int padded) {
        float[][] input = new float[receptors][padded];
        input[0][NEURON] += excitatoryAndInhibitory[0];
        input[receptors - 1][NEURON] += excitatoryAndInhibitory[1];
        return input;
    }
}
