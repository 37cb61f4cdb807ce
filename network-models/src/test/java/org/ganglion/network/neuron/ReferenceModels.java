package org.ganglion.network.neuron;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.ganglion.network.spec.Description;
import org.ganglion.network.spec.ParameterSpec;

/** Every kernel by name, with typical parameters, for tests that go through all of them. */
final class ReferenceModels {

    /** Makes a slice; drawn parameters differ from neuron to neuron. */
    @FunctionalInterface
    interface Maker {
        NeuronState make(int size, boolean drawn, boolean vector);
    }

    /** Makes the state of a slice from its columns. */
    @FunctionalInterface
    private interface Factory {
        NeuronState create(Columns columns, double dtMs, boolean vector);
    }

    static final Map<String, Maker> MAKERS = makers();

    private ReferenceModels() {}

    private static Map<String, Maker> makers() {
        Description delta = new IafPscDelta().description();
        Description exp = new IafPscExp().description();
        Description alpha = new IafPscAlpha().description();
        Map<String, Maker> makers = new LinkedHashMap<>();
        makers.put("iaf_psc_delta", maker(delta, IafPscDelta::create, Map.of()));
        makers.put("iaf_psc_delta bounded", maker(delta, IafPscDelta::create, Map.of("V_min", -71.0)));
        makers.put("iaf_psc_delta saving", maker(delta, IafPscDelta::create, Map.of("refractory_input", 1.0)));
        makers.put("iaf_psc_exp merged", maker(exp, IafPscExp::create, Map.of()));
        makers.put("iaf_psc_exp", maker(exp, IafPscExp::create, Map.of("tau_syn_in", 5.0)));
        makers.put("iaf_psc_alpha merged", maker(alpha, IafPscAlpha::create, Map.of()));
        makers.put("iaf_psc_alpha", maker(alpha, IafPscAlpha::create, Map.of("tau_syn_in", 5.0)));
        makers.put("iaf_cond_exp", maker(new IafCondExp().description(), IafCondExp::create, Map.of()));
        makers.put("iaf_cond_alpha", maker(new IafCondAlpha().description(), IafCondAlpha::create, Map.of()));
        makers.put(
                "iaf_cond_exp_sfa_rr", maker(new IafCondExpSfaRr().description(), IafCondExpSfaRr::create, Map.of()));
        Description aeif = new AeifCondExp().description();
        makers.put("aeif_cond_exp", maker(aeif, AeifCondExp::create, Map.of("t_ref", 1.0, "I_e", 1500.0)));
        makers.put("aeif_cond_exp never held", maker(aeif, AeifCondExp::create, Map.of("I_e", 1500.0)));
        makers.put(
                "aeif_cond_exp without Delta_T",
                maker(aeif, AeifCondExp::create, Map.of("Delta_T", 0.0, "t_ref", 1.0, "I_e", 1500.0)));
        makers.put(
                "aeif_cond_alpha",
                maker(new AeifCondAlpha().description(), AeifCondAlpha::create, Map.of("t_ref", 1.0, "I_e", 1500.0)));
        makers.put(
                "parrot_neuron",
                (size, drawn, vector) ->
                        ParrotNeuron.create(new TestColumns(new ParrotNeuron().description(), size), vector));
        return makers;
    }

    private static Maker maker(Description description, Factory factory, Map<String, Double> given) {
        return (size, drawn, vector) -> {
            TestColumns columns = new TestColumns(description, size);
            given.forEach(columns::set);
            if (drawn) {
                draw(columns, description);
            }
            columns.start("V_m", i -> -70 + 20 * uniform("V_m", i));
            return factory.create(columns, 0.1, vector);
        };
    }

    /** Spreads every parameter by up to a tenth, except switches. */
    private static void draw(TestColumns columns, Description description) {
        for (ParameterSpec spec : description.parameters()) {
            double typical = columns.parameter(spec.name(), 0);
            boolean fixed = spec.name().startsWith("tau_syn") || spec.kind() != ParameterSpec.Kind.REAL;
            if (!fixed && Double.isFinite(typical)) {
                columns.draw(spec.name(), i -> typical + spread(spec.name(), typical) * uniform(spec.name(), i));
            }
        }
    }

    private static double spread(String name, double typical) {
        return switch (name) {
            case "I_e" -> 450;
            default -> 0.1 * Math.abs(typical);
        };
    }

    /** A number from 0 to 1 for a neuron and a name. */
    private static double uniform(String name, int neuron) {
        return new Random(name.hashCode() * 31L + neuron).nextDouble();
    }
}
