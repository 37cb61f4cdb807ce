package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ganglion.cli.shell.Session;
import org.ganglion.cli.shell.ShellException;
import org.ganglion.cli.shell.Shells;
import org.ganglion.cli.shell.Spikes;
import org.ganglion.cli.shell.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks at the keyboard. */
final class ShellTest {
    @TempDir
    private Path folder;

    /** What statements print, as if they were piped in. */
    private Call piped(String statements) throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Shells.begin(new PrintWriter(out), folder.resolve("runs"));
        try {
            boolean good = Shells.piped(
                    new BufferedReader(new StringReader(statements)), new PrintWriter(out), new PrintWriter(err));
            return new Call(good ? 0 : 1, out.toString(), err.toString());
        } finally {
            Shells.end();
        }
    }

    private Path tiny() throws IOException {
        return Call.write(folder, "tiny.yaml", Call.TINY);
    }

    private String hashOfRun(String duration) throws IOException {
        Path into = folder.resolve("runs/tiny");
        Call run = Call.of("run", tiny(), "-q", "-f", "--output", into, "--set", "simulation.duration=" + duration);
        assertEquals(0, run.exitCode(), run.err());
        return Call.runJson(into, "spike_hash");
    }

    /** The warm-up is not recorded, and what recorders left out counts neither as time nor as neurons. */
    @Test
    void ratesAreOfWhatWasRecorded() throws IOException {
        Path model = Call.write(
                folder,
                "warm.yaml",
                Call.TINY
                        .replace("duration: 50 ms", "duration: 100 ms\n  warm-up: 40 ms")
                        .replace("from: [E, I]", "from: E, neurons: 0..9, start: 60 ms, stop: 90 ms"));
        Path into = folder.resolve("runs/warm");
        Call run = Call.of("run", model, "-q", "--output", into);
        assertEquals(0, run.exitCode(), run.err());
        double all;
        try (Session session = Session.of(model)) {
            session.run(30);
            assertTrue(session.rates().toString().contains("nothing is recorded before 40 ms"));
            session.run(110);
            assertEquals(40, session.rates().fromMs());
            all = session.rates().hz().get("E");
            assertEquals(Double.parseDouble(Call.runJson(into, "rate_hz")), all, 1e-6);
        }
        try (Session loaded = Session.ofRun(into)) {
            Spikes.Rates rates = loaded.rates();
            assertEquals(loaded.spikes().size() / 10.0 / 0.030, rates.hz().get("E"), 1e-6);
            assertTrue(rates.toString().contains("I not recorded (40 to 140 ms)"), rates.toString());
        }
    }

    @Test
    void aStimulusChangesWhereTheFileEnds() throws IOException {
        try (Session session = Session.of(tiny())) {
            session.run(50);
            session.change("background", "rate", "30 kHz");
            session.run(50);
            assertEquals(1, session.experiment().changes().size());
            assertEquals(50, session.experiment().changes().getFirst().atMs());
        }
    }

    @Test
    void aRunInLegsBeyondTheEndOfTheFileIsTheRunInOne() throws IOException {
        String hash = hashOfRun("100 ms");
        try (Session session = Session.of(tiny())) {
            session.run(30);
            session.run(20);
            session.run(50);
            assertEquals(100, session.timeMs());
            assertEquals(hash, session.summary().spikeHashText());
            assertEquals(50, session.fromMs(), "where the last leg began");
        }
    }

    @Test
    void statementsRunANetworkLookAtItChangeItAndRunItOn() throws IOException {
        Call call = piped("""
                network("%s")
                run(30)
                run("20 ms")
                spikes().size()
                voltage("E", 3)
                weights("E-all/E-E")
                raster("I")
                set("w", "0.05 mV")
                run(50)
                int more = 2;
                for (int i = 0; i < more; i++) {
                    System.out.print("");
                }
                more + 1
                """.formatted(tiny()));
        assertEquals("", call.err());
        assertEquals(0, call.exitCode());
        String out = call.out();
        assertTrue(out.contains("tiny: 100 neurons, 1,000 synapses, at 0 ms"), out);
        assertTrue(out.contains("(0 to 30 ms)") && out.contains("(30 to 50 ms)"), out);
        assertTrue(out.contains("V_m of E 3\n"), out);
        assertTrue(out.contains("E-all/E-E at 50 ms: 640 synapses, mean 0.1000,"), out);
        assertTrue(out.contains("w = 0.05 mV; the network begins anew at 0 ms"), out);
        assertTrue(out.contains("(0 to 50 ms)"), out);
        assertTrue(out.endsWith("\n3\n"), out);
    }

    @Test
    void whatCannotBeDoneIsToldWithoutAStackTraceAndTheNextStatementIsTaken() throws IOException {
        Call call = piped("""
                run(10)
                network("%s")
                weights("E")
                voltage("F", 0)
                voltage("E", 70)
                set("simulation.durration", "1 s")
                set("ww", 4)
                run("5 lightyears")
                nonsense(
                """.formatted(tiny()));
        assertEquals(1, call.exitCode());
        assertTrue(call.err().contains("run(10): no network yet; network(\"FILE\") reads one"), call.err());
        assertTrue(call.err().contains("unknown projection \"E\""), call.err());
        assertTrue(call.err().contains("unknown population \"F\""), call.err());
        assertTrue(call.err().contains("watch(\"E\", 70)"), call.err());
        assertTrue(call.err().contains("did you mean \"duration\"?"), call.err());
        assertTrue(call.err().contains("ww: unknown parameter \"ww\""), call.err());
        assertFalse(call.err().contains("--set"), call.err());
        assertTrue(
                call.err().contains("run(\"5 lightyears\"): \"5 lightyears\" is not a time; write a number"),
                call.err());
        assertTrue(call.err().contains("is not complete"), call.err());
        assertFalse(call.err().contains("\tat ") || call.err().contains("Exception"), call.err());
        assertTrue(call.out().contains("tiny: 100 neurons"), call.out());
    }

    @Test
    void theLastRunIsLoadedWithItsSpikesAndCanBeRunAgain() throws IOException {
        String hash = hashOfRun("40 ms");
        long spikes = Long.parseLong(
                Call.runJson(folder.resolve("runs/tiny"), "spikes").strip());
        Call call = piped("""
                last()
                spikes().size()
                run(40)
                session().summary().spikeHashText()
                """);
        assertEquals("", call.err());
        assertTrue(call.out().contains("\n" + spikes + "\n"), call.out());
        assertTrue(call.out().contains("\"" + hash + "\""), call.out());
    }

    /**
     * A population of a circuit whose nodes have ids of their own and two models, and so is two populations here. From rest, 450
     * pA reach the threshold in 10 ms * ln(18 / 3) = 17.92 ms, and 500 pA in 10 ms * ln(20 / 5) = 13.86 ms; 2 ms of rest follow.
     */
    @Test
    void theNeuronsOfACircuitAreFoundByTheirIds() throws IOException {
        try (WritableHdfFile file = HdfFile.write(folder.resolve("nodes.h5"))) {
            WritableGroup cells = file.putGroup("nodes").putGroup("v1");
            cells.putDataset("node_id", new long[] {30, 10, 20});
            cells.putDataset("node_type_id", new long[] {1, 2, 1});
            cells.putDataset("node_group_id", new int[3]);
            cells.putDataset("node_group_index", new int[] {0, 1, 2});
            cells.putGroup("0").putGroup("dynamics_params").putDataset("I_e", new double[] {450, 500, 0});
        }
        Call.write(folder, "types.csv", """
                node_type_id model_type model_template
                1 point_neuron nest:iaf_psc_exp
                2 point_neuron nest:iaf_psc_alpha
                """);
        Path circuit = Call.write(folder, "simulation_config.json", """
                {"run": {"tstop": 40, "dt": 0.1}, "output": {"output_dir": "out", "spikes_file": "fired.h5"},
                 "networks": {"nodes": [{"nodes_file": "nodes.h5", "node_types_file": "types.csv"}], "edges": []}}
                """);
        Call run = Call.of("run", circuit, "-q");
        assertEquals(0, run.exitCode(), run.err());
        try (Session session = Session.ofRun(folder.resolve("out"))) {
            Spikes loaded = session.spikes();
            assertArrayEquals(new double[] {18, 38}, loaded.timesMs("v1-iaf_psc_exp", 0));
            assertArrayEquals(new double[] {}, loaded.timesMs("v1-iaf_psc_exp", 1));
            assertArrayEquals(new double[] {13.9, 29.8}, loaded.timesMs("v1-iaf_psc_alpha", 0));
            session.run(40);
            assertArrayEquals(session.spikes().steps(), loaded.steps());
            assertArrayEquals(session.spikes().neurons(), loaded.neurons());
        }
    }

    @Test
    void watchingOneMoreNeuronChangesNothing() throws IOException {
        try (Session session = Session.of(tiny())) {
            session.run(20);
            session.run(10);
            long hash = session.summary().spikeHash();
            Trace before = session.voltage("E", 4);
            assertThrows(ShellException.class, () -> session.voltage("E", 50));
            session.watch("E", 50);
            assertEquals(hash, session.summary().spikeHash());
            assertEquals(100, session.voltage("E", 50).values().length, "a sample a step, of the last leg");
            assertArrayEquals(before.values(), session.voltage("E", 4).values());
        }
    }

    /** Times of 10 and 30 ms of 40 are a quarter and three quarters of the way. */
    @Test
    void aRasterHasItsMarksWhereTheSpikesAre() throws IOException {
        Path file = Call.write(folder, "one.yaml", """
                populations: {cell: {model: parrot_neuron, size: 1}}
                stimuli: {given: {type: spike_train, to: cell, times: [9.9 ms, 29.9 ms], weight: 1, delay: 0 ms}}
                simulation: {duration: 40 ms}
                """);
        try (Session session = Session.of(file)) {
            session.run(40);
            Spikes spikes = session.spikes();
            double[] times = spikes.timesMs("cell", 0);
            assertEquals(2, times.length);
            String line = session.raster("").lines().findFirst().orElse("").substring("cell      0 ".length());
            for (double time : times) {
                assertEquals('|', line.charAt((int) (time / 40 * 72)), session.raster(""));
            }
            assertEquals(2, line.chars().filter(c -> c == '|').count());
            assertEquals(50, session.rates().hz().get("cell"), 1e-9, "two spikes in 40 ms");
        }
    }

    @Test
    void whatIsChangedOnTheWayIsAChangeOfTheDescription() throws IOException {
        Path file = Call.write(
                folder, "changed.yaml", Call.TINY + "changes: [{at: 20 ms, set: {stimuli.background.rate: 30 kHz}}]\n");
        Path into = folder.resolve("runs/changed");
        Call run = Call.of("run", file, "-q", "--output", into);
        assertEquals(0, run.exitCode(), run.err());
        String hash = Call.runJson(into, "spike_hash");
        try (Session session = Session.of(tiny())) {
            assertThrows(ShellException.class, () -> session.change("background", "rate", "-5 Hz"));
            session.run(20);
            session.change("background", "rate", "30 kHz");
            session.run(30);
            assertEquals(hash, session.summary().spikeHashText());
            session.watch("E", 40);
            assertEquals(hash, session.summary().spikeHashText(), "also when it is run again to where it was");
            ShellException unknown =
                    assertThrows(ShellException.class, () -> session.change("backgruond", "rate", "30 kHz"));
            assertTrue(
                    String.valueOf(unknown.getMessage()).contains("did you mean \"background\"?"), unknown.toString());
            ShellException voltage =
                    assertThrows(ShellException.class, () -> session.change("background", "rate", "30 mV"));
            assertTrue(
                    String.valueOf(voltage.getMessage()).contains("30 mV is a voltage; a rate is needed"),
                    voltage.toString());
        }
        try (Session session = Session.of(file)) {
            session.run(50);
            assertEquals(hash, session.summary().spikeHashText(), "changes of the file are made too");
        }
    }

    @Test
    void picturesAreDrawnOfWhatWasRun() throws IOException {
        try (Session session = Session.of(tiny())) {
            session.run(50);
            for (Path picture : session.pictures(folder.resolve("looked"))) {
                assertTrue(Files.size(picture) > 0);
            }
        }
    }
}
