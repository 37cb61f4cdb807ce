package org.ganglion.cli.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.ganglion.cli.run.Screen;
import org.ganglion.distributed.checkpoint.Leg;
import org.ganglion.distributed.run.RunResults;
import org.ganglion.distributed.run.SharedRun;
import org.ganglion.network.RunSettings;
import org.ganglion.simulator.SimulationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunWatchTest {
    @TempDir
    private Path run;

    private final StringWriter shown = new StringWriter();

    private RunWatch watch(BooleanSupplier alive) {
        PrintWriter out = new PrintWriter(shown);
        return new RunWatch(
                run,
                Leg.FIRST,
                RunSettings.DEFAULT,
                new Screen(out, out, false, false),
                status -> {},
                alive,
                /* patienceMs */ 0);
    }

    @Test
    void waitsForNodesThatLiveThoughNoneAnswersYet() throws IOException, InterruptedException {
        AtomicInteger looks = new AtomicInteger();

        int code = watch(() -> {
                    if (looks.incrementAndGet() == 3) {
                        write("the end");
                    }
                    return true;
                })
                .untilEnd(false);

        assertEquals(0, code);
        assertEquals(3, looks.get());
        assertTrue(shown.toString().contains("the end"), shown::toString);
    }

    @Test
    void givesUpWhenNoneLivesAndNoneAnswers() {
        SimulationException e =
                assertThrows(SimulationException.class, () -> watch(() -> false).untilEnd(false));

        assertTrue(e.getMessage().contains("ganglion resume " + run), e::getMessage);
    }

    @Test
    void theNodesOfAnotherCommandAreNotWatchedInPlaceOfItsOwn() throws IOException {
        Files.writeString(run.resolve(SharedRun.CLUSTER), """
                run=a
                network-hash=b
                leg=1
                leg-first-step=5
                leg-spikes-before=0
                leg-spike-hash-before=0
                leg-synaptic-events-before=0
                groups=1
                nodes=1
                threads=1
                checkpoint-every-ms=0
                checkpoint-every-steps=0
                on-failure=RECOVER
                """);

        SimulationException e =
                assertThrows(SimulationException.class, () -> watch(() -> true).untilEnd(true));

        assertTrue(e.getMessage().contains("ganglion watch " + run), e::getMessage);
    }

    private void write(String summary) {
        try {
            Files.writeString(run.resolve(RunResults.SUMMARY), summary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
