package org.ganglion.simulator.group;

import static org.ganglion.network.NetworkBuilder.delayMs;
import static org.ganglion.network.NetworkBuilder.weight;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.ganglion.network.Experiment;
import org.ganglion.network.NetworkBuilder;
import org.ganglion.network.RunSettings;
import org.ganglion.network.Selection;
import org.ganglion.network.Stimulus;
import org.ganglion.network.connect.OneToOne;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.synapse.Synapse;
import org.ganglion.simulator.SpikeList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one synapse carries, spike by spike, against NEST: through the whole engine. */
class SynapseReferenceTest {
    private static final double DT_MS = 0.1;
    private static final String[] NEURON = {
        "C_m", "E_L", "I_e", "t_ref", "tau_m", "tau_syn_ex", "tau_syn_in", "V_reset", "V_th"
    };

    private static JsonNode read(String name) throws IOException {
        try (InputStream file = SynapseReferenceTest.class.getResourceAsStream("/reference/" + name + ".json.gz");
                GZIPInputStream unzipped = new GZIPInputStream(Objects.requireNonNull(file, name))) {
            return new JsonMapper().readTree(unzipped);
        }
    }

    private static List<Double> numbers(JsonNode list) {
        List<Double> numbers = new ArrayList<>();
        list.forEach(n -> numbers.add(n.asDouble()));
        return numbers;
    }

    /** Parameters of the synapse, of its model where they are common to all, and of the neuron where NEST has them there. */
    private static Synapse synapse(JsonNode file) {
        Synapse synapse = Synapse.of(file.get("synapse_model").asText());
        for (ParameterSpec spec : synapse.model().description().parameters()) {
            for (String holder : new String[] {"model_defaults", "synapse_status_before", "post_parameters"}) {
                if (file.get(holder).has(spec.name())) {
                    synapse = synapse.set(
                            spec.name(), file.get(holder).get(spec.name()).asDouble());
                }
            }
        }
        return synapse;
    }

    /** A relay that fires at the given times, and a synapse from it onto the only neuron of {@code post}. */
    private static NetworkBuilder onto(NetworkBuilder post, JsonNode file) {
        return post.population("pre", 1, "parrot_neuron")
                .stimulate(new Stimulus.SpikeTrain(
                        "pre", "pre", Selection.ALL, numbers(file.get("pre_spike_times_ms")), 1, 0))
                .project(
                        "plastic",
                        "pre",
                        "post",
                        new OneToOne(),
                        weight(file.get("synapse_parameters_set").get("weight").asDouble()),
                        delayMs(file.get("delay_ms").asDouble()),
                        synapse(file))
                .recordSpikes("post");
    }

    private static NetworkBuilder neuron(JsonNode file) {
        return NetworkBuilder.named("loop").population("post", 1, "iaf_psc_exp", p -> {
            NetworkBuilder.Neurons neurons = p;
            for (String parameter : NEURON) {
                neurons = neurons.set(
                        parameter, file.get("post_parameters").get(parameter).asDouble());
            }
            return neurons;
        });
    }

    /** Runs to the arrival of each presynaptic spike and compares the weight that it carried. */
    private static SpikeList assertWeights(NetworkBuilder builder, JsonNode file, double tolerance) throws Exception {
        Experiment experiment = builder.simulate(RunSettings.DEFAULT.withDurationMs(1010));
        SpikeList list = new SpikeList();
        BuiltNetwork built = BuiltNetwork.build(experiment, 2, 1, list);
        ShuffledDriver driver = new ShuffledDriver(built.groups(), 1, UnaryOperator.identity());
        PlasticPart part = built.groups().stream()
                .flatMap(g -> g.plastic().stream())
                .findFirst()
                .orElseThrow();
        List<Double> times = numbers(file.get("transmitted").get("pre_spike_times_ms"));
        List<Double> weights = numbers(file.get("transmitted").get("weights"));
        assertEquals(numbers(file.get("pre_spike_times_ms")).size(), weights.size());
        for (int i = 0; i < times.size(); i++) {
            driver.runTo(Math.round((times.get(i) + file.get("delay_ms").asDouble()) / DT_MS));
            double weight = part.synapses().carried(0)[0];
            assertEquals(weights.get(i), weight, tolerance * weights.get(i), "spike " + i + " at " + times.get(i));
        }
        driver.runTo(experiment.settings().endStep());
        return list;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stdp_synapse_additive",
                "stdp_synapse_delay3",
                "stdp_synapse_multiplicative",
                "stdp_synapse_power0.4",
                "stdp_synapse_vanrossum",
                "stdp_nn_symm_synapse",
                "stdp_pl_synapse_hom",
                "stdp_triplet_synapse",
                "stdp_triplet_synapse_defaults",
                "vogels_sprekeler_synapse"
            })
    void weightsAreThoseOfNest(String name) throws Exception {
        JsonNode file = read(name + "_poisson");
        NetworkBuilder post = NetworkBuilder.named("pair")
                .population("post", 1, "iaf_psc_delta", p -> p.set("V_th", 1e4).set("t_ref", 0.1))
                .stimulate(new Stimulus.SpikeTrain(
                        "post", "post", Selection.ALL, numbers(file.get("post_spike_times_ms")), 1e5, 0));
        assertWeights(onto(post, file), file, 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stdp_synapse_onto_iaf_psc_exp", "stdp_triplet_synapse_onto_iaf_psc_exp"})
    void weightsAndSpikesOfAClosedLoopAreThoseOfNest(String name) throws Exception {
        JsonNode file = read(name);
        SpikeList list = assertWeights(onto(neuron(file), file), file, 1e-5);
        long[] expected = numbers(file.get("post_spike_times_ms")).stream()
                .mapToLong(t -> SpikeList.spike(Math.round(t / DT_MS) - 1, 0))
                .toArray();
        assertArrayEquals(expected, list.spikes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tsodyks_synapse_defaults_regular",
                "tsodyks_synapse_facilitating_regular",
                "tsodyks_synapse_mixed_regular",
                "tsodyks2_synapse_defaults_regular",
                "tsodyks2_synapse_facilitating_regular",
                "tsodyks2_synapse_mixed_regular",
                "tsodyks2_synapse_defaults_poisson",
                "tsodyks2_synapse_facilitating_poisson",
                "tsodyks2_synapse_mixed_poisson"
            })
    void whatSpikesCarryAndItsEffectAreThoseOfNest(String name) throws Exception {
        JsonNode file = read(name);
        NetworkBuilder builder = onto(neuron(file), file).recordState("post", Selection.ALL, DT_MS, "V_m", "I_syn");
        SpikeList list = assertWeights(builder, file, 1e-12);
        List<Double> voltages = numbers(file.get("recorded").get("V_m"));
        List<Double> currents = numbers(file.get("recorded").get("I_syn_ex"));
        List<SpikeList.Sample> samples =
                list.samples().stream().filter(s -> s.neurons().length > 0).toList();
        for (int i = 0; i < voltages.size(); i++) {
            float[] values = samples.get(i).values();
            assertEquals(voltages.get(i), values[0], 1e-3, "mV, sample " + i);
            assertEquals(currents.get(i), values[1], 1e-5 * 250, "pA, sample " + i);
        }
    }
}
