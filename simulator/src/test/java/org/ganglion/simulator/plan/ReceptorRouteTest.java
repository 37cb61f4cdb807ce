package org.ganglion.simulator.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.Projection;
import org.ganglion.network.RunSettings;
import org.ganglion.network.connect.AllToAll;
import org.ganglion.network.neuron.Receptor;
import org.ganglion.network.random.Normal;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.network.wiring.SynapticValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At which receptors the synapses of a projection end. */
class ReceptorRouteTest {

    /** Onto three receptors that take any weight, and onto one for each sign. */
    @ParameterizedTest
    @CsvSource({
        "many, '', 5, 0",
        "many, '', -5, 0",
        "many, 3, 5, 2",
        "many, 2, -5, 1",
        "signs, '', 5, 0",
        "signs, '', -5, 1",
        "signs, inhibitory, -5, 1"
    })
    void aConstantWeightEndsAtOneReceptor(String target, String receptor, double weight, int position) {
        assertEquals(List.of(position), route(target, receptor, SynapticValue.constant(weight)));
    }

    @ParameterizedTest
    @CsvSource({"many, '', 0", "many, 2, 1"})
    void weightsOfBothSignsEndAtTheSameReceptorWhereItTakesBoth(String target, String receptor, int position) {
        SynapticValue weight = new SynapticValue.Drawn(new Normal(0, 10));
        assertEquals(List.of(position), route(target, receptor, weight));
        assertEquals(List.of(0, 1), route("signs", Receptor.BY_SIGN, weight));
    }

    private static List<Integer> route(String target, String receptor, SynapticValue weight) {
        Experiment experiment = NetworkBuilder.named("n")
                .population("source", 5, "iaf_psc_exp")
                .population("many", 5, "glif_psc", p -> p.set("tau_syn", List.of(1.0, 2.0, 3.0)))
                .population("signs", 5, "iaf_psc_exp", p -> p.set("tau_syn_in", 5))
                .project(new Projection(
                                "p",
                                "source",
                                target,
                                new AllToAll(true),
                                weight,
                                SynapticValue.constant(1),
                                Synapse.STATIC)
                        .onto(receptor))
                .simulate(RunSettings.DEFAULT);
        return NetworkPlan.of(experiment, 1).projections().getFirst().branches().stream()
                .map(Branch::receptor)
                .toList();
    }
}
