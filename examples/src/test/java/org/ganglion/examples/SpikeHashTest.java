package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ganglion.examples.Example.Ran;
import org.ganglion.examples.Example.Spike;
import org.ganglion.network.Experiment;
import org.ganglion.network.Population;
import org.junit.jupiter.api.Test;

/** Recomputes hashes as docs/decisions/0003-spike-hash.md says, without a look at the simulator's own code. */
class SpikeHashTest {
    private static final Path RECORD = Example.FOLDER.resolve("../docs/decisions/0003-spike-hash.md");

    @Test
    void canBeRecomputedFromRecordedSpikes() throws Exception {
        Experiment experiment = Example.yaml("hello.yaml");
        Ran ran = Example.run(experiment);
        List<String> populations = experiment.network().populations().stream()
                .map(Population::name)
                .toList();
        Map<Spike, Long> multiplicities =
                ran.spikes().stream().collect(Collectors.groupingBy(s -> s, Collectors.counting()));

        long hash = 0;
        for (Map.Entry<Spike, Long> entry : multiplicities.entrySet()) {
            Spike spike = entry.getKey();
            long step = Math.round(spike.timeMs() / 0.1) - 1;
            hash += term(populations.indexOf(spike.population()), spike.neuron(), step, entry.getValue());
        }

        assertTrue(ran.spikes().size() > 100);
        assertEquals(hex(hash), ran.summary().spikeHashText());
    }

    @Test
    void theExampleInTheRecordIsRight() throws Exception {
        String record = Files.readString(RECORD);
        String silent = "populations.listeners.parameters.V_th=1000mV";
        String unmoved = "stimuli.noise.rate=0Hz";
        Ran ran = Example.run(Example.yaml("hello.yaml", silent, unmoved, "simulation.duration=40ms"));

        assertEquals(2, ran.spikes().size());
        assertTrue(record.contains("term(0, 0, 179, 1) = " + hex(term(0, 0, 179, 1))));
        assertTrue(record.contains("term(0, 0, 379, 1) = " + hex(term(0, 0, 379, 1))));
        assertTrue(record.contains("hash of both       = " + ran.summary().spikeHashText()));
    }

    private static long term(long population, long neuron, long step, long multiplicity) {
        long h = mix(population + 0x9E3779B97F4A7C15L);
        h = mix(h ^ (neuron + 0xD1B54A32D192ED03L));
        h = mix(h ^ (step + 0x8CB92BA72F3D8DD7L));
        return mix(h ^ (multiplicity + 0xABC98388FB8FAC03L));
    }

    private static long mix(long x) {
        long z = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private static String hex(long hash) {
        return String.format("%016x", hash);
    }
}
