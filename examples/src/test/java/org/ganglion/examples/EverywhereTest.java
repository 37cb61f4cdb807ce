package org.ganglion.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same spikes on every machine. The hashes were recorded on a Zen 3 and were the same there with vectors of 256 and of 128
 * bits and without AVX. One that differs tells that this machine, its JDK or a change of the code gives other spikes; only in the
 * last case, and where that was meant, is it to be written anew.
 */
class EverywhereTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "brunel.yaml, 100ms, 4b8bba57d2a022f6",
        "vogels-abbott-2005-coba.yaml, 200ms, 2268ddd79232b8b7",
        "vogels-abbott-2005-cuba.yaml, 200ms, bc632cd1b1013f87",
        "pd14.yaml, 100ms, 7ed84fa048cc72d7",
        "multi-area.yaml, 50ms, 48fc229e58eecc1b",
        "stdp.yaml, 100ms, 0f6968a695c523f4",
        "izhikevich-2003.yaml, 300ms, e1e83acd5d4eefdd",
        "tsodyks-uziel-markram-2000.yaml, 500ms, f2156723c3bf7914",
        "golomb-ermentrout-1999-wave.yaml, 50ms, b86fa1152b93c840",
        "song-miller-abbott-2000.yaml, 1s, e86d283e78fd56b2"
    })
    void theHashIsTheRecordedOne(String example, String duration, String hash) throws Exception {
        Example.Ran ran =
                Example.run(Example.yaml(example, "simulation.warm-up=0ms", "simulation.duration=" + duration));

        assertEquals(hash, ran.summary().spikeHashText());
    }
}
