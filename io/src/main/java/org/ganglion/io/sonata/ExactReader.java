package org.ganglion.io.sonata;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ganglion.io.sonata.source.Section;
import org.ganglion.network.Inherited;

/**
 * Reads what only circuits have that Ganglion wrote: the section {@code ganglion_exact} of the circuit, and numbers of inputs.
 * With it they run to the same bits as the networks that they were written from; other tools may pass it over.
 */
public final class ExactReader {
    /** Its key in the configuration of a circuit. */
    public static final String SECTION = "ganglion_exact";

    /** Key of the units of receptors, lists by population. */
    public static final String UNITS = "units";

    /** Key of the numbers by which synapses draw, by population of edges. */
    public static final String SYNAPSE_STREAMS = "synapse_streams";

    /** Key, in an input, of the number by which it draws for each neuron. */
    public static final String STREAM = "random_stream";

    /** Key, in an input, of the number by which it draws what neurons have in common. */
    public static final String COMMON_STREAM = "common_stream";

    private static final int MOST = 1 << 30;

    private final Map<String, List<Double>> units = new LinkedHashMap<>();
    private final Map<String, Integer> streams = new HashMap<>();

    /** @param circuit the configuration of the circuit */
    ExactReader(Section circuit) {
        Optional<Section> exact = circuit.section(SECTION);
        exact.flatMap(e -> e.section(UNITS))
                .ifPresent(section -> section.keys().forEach(key -> units.put(key, section.numbers(key))));
        exact.flatMap(e -> e.section(SYNAPSE_STREAMS))
                .ifPresent(section -> section.keys().forEach(key -> GeneratorReader.whole(section, key, MOST)
                        .ifPresent(number -> streams.put(key, number))));
    }

    /** The number given to an input; none where it has none. */
    static Optional<Integer> stream(Section input, String key) {
        return GeneratorReader.whole(input, key, MOST);
    }

    /**
     * All of it.
     *
     * @param projections population of edges, by name of the projection
     */
    Inherited inherited(Map<String, Inherited.Numbers> stimuli, Map<String, String> projections) {
        Map<String, Integer> keys = new HashMap<>();
        projections.forEach((name, edges) -> {
            Integer stream = streams.get(edges);
            if (stream != null) {
                keys.put(name, stream);
            }
        });
        return new Inherited(stimuli, keys, units);
    }
}
