package org.ganglion.io.sonata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.ganglion.io.input.SpikeTimesFile;
import org.ganglion.io.inspect.Hdf5Inspector;
import org.ganglion.io.inspect.Inspection;
import org.ganglion.io.inspect.KnownNodes;
import org.ganglion.network.SpikeTimes;
import org.ganglion.network.spec.DescribedFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms of HDF5 that other programs write: {@code forms.py} beside the file says which. */
class ForeignFormsTest {
    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        file = folder.resolve("forms.h5");
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("forms.h5"))) {
            Files.copy(in, file);
        }
    }

    /** Spike i is of node i modulo 7 at 0.5 + 0.25 i ms. */
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "enum"})
    void compressedNamedAndSwappedNumbersAreReadAlike(String population) throws Exception {
        InputSpikes spikes = SpikeFiles.hdf5(file, population, note -> {});
        assertEquals(1000, spikes.size());
        for (int i = 0; i < 1000; i++) {
            assertEquals(i % 7, spikes.id(i));
            assertEquals(500 + 250 * i, spikes.tic(i));
        }
        SpikeTimes times = SpikeTimesFile.read(DescribedFile.of(file), population);
        assertEquals(1000, times.spikes());
        assertEquals(500 + 250 * 6, times.tic(times.begin(6)));
    }

    @Test
    void datasetsOfNothingAreSilence() throws Exception {
        assertEquals(0, SpikeFiles.hdf5(file, "nothing", note -> {}).size());
        assertEquals(0, SpikeTimesFile.read(DescribedFile.of(file), "nothing").spikes());
    }

    @Test
    void anInspectionTellsThemAll() {
        Inspection found = Hdf5Inspector.of(file, new KnownNodes());
        String lines = String.join("\n", found.lines());
        assertTrue(lines.contains("spikes of gzip: 1,000 of 7 nodes with ids from 0 to 6, at 0.5 to 250.25 ms"), lines);
        assertTrue(
                lines.contains("spikes of enum: 1,000 of 7 nodes with ids from 0 to 6, at 0.0005 to 0.25025 s"), lines);
        assertTrue(lines.contains("spikes of nothing: none"), lines);
        assertTrue(lines.contains("by_time"), lines);
        String wrong = String.join("\n", found.wrong());
        assertTrue(wrong.contains("/spikes/nothing: the attribute sorting is missing"), wrong);
        assertTrue(!wrong.contains("/spikes/gzip") && !wrong.contains("/spikes/enum"), wrong);
    }
}
