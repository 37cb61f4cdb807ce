package org.ganglion.network.neuron.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.NeuronState;
import org.ganglion.network.neuron.TestColumns;
import org.ganglion.network.neuron.aeif.AeifCondAlpha;
import org.ganglion.network.neuron.aeif.AeifCondExp;
import org.ganglion.network.neuron.conductance.IafCondAlpha;
import org.ganglion.network.neuron.conductance.IafCondExp;
import org.ganglion.network.neuron.conductance.IafCondExpSfaRr;
import org.ganglion.network.neuron.gif.GifPscExp;
import org.ganglion.network.neuron.glif.GlifPsc;
import org.ganglion.network.neuron.hh.HhPscAlpha;
import org.ganglion.network.neuron.psc.IafPscAlpha;
import org.ganglion.network.neuron.psc.IafPscDelta;
import org.ganglion.network.neuron.psc.IafPscExp;
import org.ganglion.network.neuron.simple.IgnoreAndFire;
import org.ganglion.network.neuron.simple.Izhikevich;
import org.ganglion.network.neuron.simple.ParrotNeuron;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;

/** Every kernel by name, with typical parameters, for tests that go through all of them. */
final class ReferenceModels {

    /** Makes a slice; drawn parameters differ from neuron to neuron. */
    @FunctionalInterface
    interface Maker {
        NeuronState make(int size, boolean drawn, boolean vector);
    }

    static final Map<String, Maker> MAKERS = makers();

    private ReferenceModels() {}

    private static Map<String, Maker> makers() {
        NeuronModel delta = new IafPscDelta();
        NeuronModel exp = new IafPscExp();
        NeuronModel alpha = new IafPscAlpha();
        Map<String, Maker> makers = new LinkedHashMap<>();
        makers.put("iaf_psc_delta", maker(delta, Map.of()));
        makers.put("iaf_psc_delta bounded", maker(delta, Map.of("V_min", -71.0)));
        makers.put("iaf_psc_delta saving", maker(delta, Map.of("refractory_input", 1.0)));
        makers.put("iaf_psc_exp merged", maker(exp, Map.of()));
        makers.put("iaf_psc_exp", maker(exp, Map.of("tau_syn_in", 5.0)));
        makers.put("iaf_psc_alpha merged", maker(alpha, Map.of()));
        makers.put("iaf_psc_alpha", maker(alpha, Map.of("tau_syn_in", 5.0)));
        makers.put("iaf_cond_exp", maker(new IafCondExp(), Map.of()));
        makers.put("iaf_cond_alpha", maker(new IafCondAlpha(), Map.of()));
        makers.put("iaf_cond_exp_sfa_rr", maker(new IafCondExpSfaRr(), Map.of()));
        NeuronModel aeif = new AeifCondExp();
        makers.put("aeif_cond_exp", maker(aeif, Map.of("t_ref", 1.0, "I_e", 1500.0)));
        makers.put("aeif_cond_exp never held", maker(aeif, Map.of("I_e", 1500.0)));
        makers.put("aeif_cond_exp without Delta_T", maker(aeif, Map.of("Delta_T", 0.0, "t_ref", 1.0, "I_e", 1500.0)));
        makers.put("aeif_cond_alpha", maker(new AeifCondAlpha(), Map.of("t_ref", 1.0, "I_e", 1500.0)));
        addSpikingModels(makers);
        makers.put("parrot_neuron", (size, drawn, vector) -> {
            NeuronModel parrot = new ParrotNeuron();
            return parrot.create(new TestColumns(parrot.description(), size).vectors(vector), 0.1);
        });
        return makers;
    }

    /** Models with double state. */
    private static void addSpikingModels(Map<String, Maker> makers) {
        NeuronModel izhikevich = new Izhikevich();
        NeuronModel hh = new HhPscAlpha();
        NeuronModel glif = new GlifPsc();
        makers.put("izhikevich", maker(izhikevich, Map.of("V_min", -80.0)));
        makers.put("izhikevich published", maker(izhikevich, Map.of("consistent_integration", 0.0)));
        makers.put("hh_psc_alpha", maker(hh, Map.of()));
        makers.put("gif_psc_exp", (size, drawn, vector) -> {
            NeuronModel gif = new GifPscExp();
            TestColumns columns = new TestColumns(gif.description(), size)
                    .set("lambda_0", 100)
                    .setList("tau_sfa", List.of(10.0, 100.0))
                    .setList("q_sfa", List.of(5.0, 1.0))
                    .setList("tau_stc", List.of(5.0, 20.0, 40.0))
                    .setList("q_stc", List.of(20.0, -3.0, 4.0));
            return make(gif, columns, drawn, vector);
        });
        makers.put("glif_psc 1", maker(glif, Map.of()));
        makers.put("glif_psc 2", maker(glif, Map.of("spike_dependent_threshold", 1.0)));
        makers.put("glif_psc 5", (size, drawn, vector) -> {
            TestColumns columns = new TestColumns(glif.description(), size)
                    .set("spike_dependent_threshold", 1)
                    .set("after_spike_currents", 1)
                    .set("adapting_threshold", 1)
                    .setList("tau_syn", List.of(1.0, 4.0));
            return make(glif, columns, drawn, vector);
        });
        makers.put("ignore_and_fire", maker(new IgnoreAndFire(), Map.of("rate", 500.0)));
    }

    /** The word of a copied state that holds the steps left of the refractory period; -1 for models that have none. */
    static int refractoryWord(String kernel) {
        return switch (kernel.replaceFirst(" .*", "")) {
            case "hh_psc_alpha", "gif_psc_exp", "glif_psc" -> 0;
            case "izhikevich", "ignore_and_fire", "parrot_neuron" -> -1;
            default -> 1;
        };
    }

    private static Maker maker(NeuronModel model, Map<String, Double> given) {
        return (size, drawn, vector) -> {
            TestColumns columns = new TestColumns(model.description(), size);
            given.forEach(columns::set);
            return make(model, columns, drawn, vector);
        };
    }

    private static NeuronState make(NeuronModel model, TestColumns columns, boolean drawn, boolean vector) {
        if (drawn) {
            draw(columns, model.description());
        }
        columns.start("V_m", i -> -70 + 20 * uniform("V_m", i));
        return model.create(columns.vectors(vector), 0.1);
    }

    /** Spreads every parameter by up to a tenth, except switches. */
    private static void draw(TestColumns columns, Description description) {
        for (ParameterSpec spec : description.parameters()) {
            if (spec.isList()) {
                for (int e = 0; e < columns.elements(spec.name()); e++) {
                    draw(columns, description, spec.element(e));
                }
            } else {
                draw(columns, description, spec);
            }
        }
    }

    private static void draw(TestColumns columns, Description description, ParameterSpec spec) {
        double typical = columns.parameter(spec.name(), 0);
        boolean fixed = spec.name().startsWith("tau_syn") || spec.kind() != ParameterSpec.Kind.REAL;
        if (!fixed && Double.isFinite(typical)) {
            double spread = spread(description.name(), spec.name(), typical);
            columns.draw(spec.name(), i -> typical + spread * uniform(spec.name(), i));
        }
    }

    private static double spread(String model, String name, double typical) {
        return switch (name) {
            case "I_e" -> model.equals("izhikevich") ? 20 : 450;
            case "phase" -> -0.1 * typical;
            default -> 0.1 * Math.abs(typical);
        };
    }

    /** A number from 0 to 1 for a neuron and a name. */
    private static double uniform(String name, int neuron) {
        return new Random(name.hashCode() * 31L + neuron).nextDouble();
    }
}
