package org.ganglion.io.config;

import static org.ganglion.io.config.ConfigSchema.QUANTITY;
import static org.ganglion.io.config.ConfigSchema.choice;
import static org.ganglion.io.config.ConfigSchema.described;
import static org.ganglion.io.config.ConfigSchema.list;
import static org.ganglion.io.config.ConfigSchema.names;
import static org.ganglion.io.config.ConfigSchema.object;
import static org.ganglion.io.config.ConfigSchema.ref;
import static org.ganglion.io.config.ConfigSchema.typed;
import static org.ganglion.io.config.ConfigSchema.when;
import static org.ganglion.io.config.ConfigSchema.withCases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of the schema about recorders. */
final class RecorderSchema {
    private RecorderSchema() {}

    /** One entry of the section. */
    static Map<String, Object> recorder() {
        Map<String, Object> names = choice(
                "oneOf", List.of(typed("string", "a state variable"), list(typed("string", "a state variable"))));
        List<String> types = new ArrayList<>(RecorderReader.TYPES);
        types.addAll(RecorderReader.OTHER_NAMES.keySet().stream().sorted().toList());
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("type", names(types));
        properties.put("from", ref("populationNames"));
        properties.put("neurons", ref("neurons"));
        properties.put("variables", names);
        properties.put("record_from", names);
        properties.put(
                "projection",
                described(
                        choice(
                                "oneOf",
                                List.of(typed("string", "a projection"), list(typed("string", "a projection")))),
                        "whose weights are recorded"));
        properties.put("sources", ref("neurons"));
        properties.put("targets", ref("neurons"));
        properties.put("interval", described(ref(QUANTITY), "time from one sample of states or weights to the next"));
        properties.put("offset", described(ref(QUANTITY), "by how much all samples are later"));
        properties.put("bin", described(ref(QUANTITY), "length of a bin of rates"));
        properties.put("start", described(ref(QUANTITY), "after what time it records"));
        properties.put("stop", described(ref(QUANTITY), "time of the last that it records"));
        properties.put("receptor", typed(List.of("string", "integer"), "the receptor at which spikes end"));
        properties.put("origin", described(ref(QUANTITY), "added to start and stop"));
        Map<String, Object> recorder = object(List.of("type"), properties);
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("required", List.of("from", "interval"));
        state.put(
                "anyOf", List.of(Map.of("required", List.of("variables")), Map.of("required", List.of("record_from"))));
        Map<String, Object> spikes = Map.of("required", List.of("from"));
        Map<String, Object> rate = Map.of("required", List.of("from", "bin"));
        Map<String, Object> weights = Map.of("required", List.of("projection"));
        return withCases(
                recorder,
                List.of(
                        when("type", "spikes", spikes),
                        when("type", "spike_recorder", spikes),
                        when("type", "state", state),
                        when("type", "multimeter", state),
                        when("type", "rate", rate),
                        when("type", "weights", weights)));
    }
}
