package org.ganglion.network.neuron.catalog;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.ganglion.network.neuron.NeuronModel;
import org.ganglion.network.neuron.TestColumns;
import org.ganglion.network.spec.ParameterSpec;
import org.ganglion.network.spec.VariableSpec;

/** A single neuron's trace from a file of {@code reference/}; see the README there for its conventions. */
public record ReferenceCase(JsonNode root) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    public static ReferenceCase read(String name) {
        try (InputStream file = ReferenceCase.class.getResourceAsStream("/reference/" + name + ".json.gz")) {
            if (file == null) {
                throw new IllegalArgumentException("no reference case " + name);
            }
            try (GZIPInputStream unzipped = new GZIPInputStream(file)) {
                return new ReferenceCase(JSON.readTree(unzipped));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    NeuronModel model() {
        return NeuronModels.find(root.get("model").asText()).orElseThrow();
    }

    public double dtMs() {
        return root.get("resolution_ms").asDouble();
    }

    public int steps() {
        return root.get("recorded").get("n").asInt();
    }

    /** All parameters of the model as NEST had them, and its initial state. */
    public TestColumns columns(int size) {
        JsonNode before = root.get("parameters_before_simulation");
        TestColumns columns = new TestColumns(model().description(), size);
        for (ParameterSpec spec : model().description().parameters()) {
            if (!before.has(spec.name())) {
                throw new IllegalArgumentException("NEST's model has no " + spec.name());
            }
            JsonNode value = before.get(spec.name());
            if (spec.isList()) {
                columns.setList(spec.name(), numbers(value));
            } else {
                columns.set(spec.name(), value.isBoolean() ? (value.asBoolean() ? 1 : 0) : value.asDouble());
            }
        }
        for (VariableSpec spec : model().description().variables()) {
            if (spec.settable()) {
                double initial = before.get(spec.name()).asDouble();
                columns.start(spec.name(), i -> initial);
            }
        }
        return columns.injectCurrents();
    }

    private static List<Double> numbers(JsonNode list) {
        List<Double> numbers = new ArrayList<>();
        list.forEach(value -> numbers.add(value.asDouble()));
        return numbers;
    }

    /** Recorded values of a variable, one per step: those of the high-precision solution where it has the variable. */
    public double[] trace(String variable) {
        JsonNode precise = root.path("high_precision_solution");
        JsonNode samples = (precise.has(variable) ? precise : root.get("recorded")).get(variable);
        double[] values = new double[samples.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = samples.get(i).asDouble();
        }
        return values;
    }

    /** Steps in which the neuron fired. */
    public List<Integer> firedSteps() {
        List<Integer> steps = new ArrayList<>();
        root.get("spike_times_ms").forEach(t -> steps.add(endingAt(t.asDouble())));
        return steps;
    }

    /** Synaptic input: {@code [step][0 for positive and 1 for negative weights]}. */
    public float[][] spikeInput() {
        float[][] input = new float[steps()][2];
        for (JsonNode channel : root.get("input").path("spike_channels")) {
            double weight = channel.get("weight").asDouble();
            for (JsonNode time : channel.get("spike_generator_times_ms")) {
                int step = endingAt(time.asDouble() + channel.get("delay_ms").asDouble());
                if (step < input.length) {
                    input[step][weight < 0 ? 1 : 0] += (float) weight;
                }
            }
        }
        return input;
    }

    /** Injected current in pA, per step. */
    public double[] currentPa() {
        double[] current = new double[steps()];
        JsonNode generator = root.get("input").path("step_current_generator");
        JsonNode times = generator.path("amplitude_times_ms");
        for (int i = 0; i < times.size(); i++) {
            double from = times.get(i).asDouble()
                    + generator.get("connection_delay_ms").asDouble();
            double value = generator.get("amplitude_values_pA").get(i).asDouble()
                    * generator.get("connection_weight").asDouble();
            for (int step = endingAt(from) + 1; step < current.length; step++) {
                current[step] = value;
            }
        }
        return current;
    }

    /** The step, counted from 0, whose end is at a time. */
    private int endingAt(double ms) {
        return (int) Math.round(ms / dtMs()) - 1;
    }
}
