package org.ganglion.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportCommandTest {
    @TempDir
    private Path folder;

    private Path run(String name, String... more) throws IOException {
        Path into = folder.resolve(name);
        Object[] arguments = new Object[5 + more.length];
        System.arraycopy(
                new Object[] {"run", Call.write(folder, "tiny.yaml", Call.TINY), "--quiet", "--output", into},
                0,
                arguments,
                0,
                5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        Call call = Call.of(arguments);
        assertEquals(0, call.exitCode(), call.err());
        return into;
    }

    @Test
    void theReportOfARunIsWrittenAnewFromItsFolder() throws IOException {
        Path run = run("run");
        String first = Files.readString(run.resolve("report.html"));
        Files.delete(run.resolve("report.html"));
        Call call = Call.of("report", run);
        assertEquals(0, call.exitCode(), call.err());
        assertEquals(first, Files.readString(run.resolve("report.html")));
        assertTrue(call.out().contains(run.resolve("report.html").toString()));
    }

    @Test
    void noReportIsWrittenWhereNoneIsWanted() throws IOException {
        Path run = run("run", "--set", "output.report=false");
        assertFalse(Files.exists(run.resolve("report.html")));
        assertFalse(Files.readString(run.resolve("run.json")).contains("report.html"));
    }

    @Test
    void severalRunsAreComparedInOneFile() throws IOException {
        Path page = folder.resolve("both.html");
        Call call = Call.of("report", run("a"), run("b", "--set", "simulation.seed=9"), "--output", page);
        assertEquals(0, call.exitCode(), call.err());
        assertTrue(Files.readString(page).contains("<h1>Comparison of 2 runs</h1>"));
    }

    @Test
    void figuresAreDrawnInTheFormatOfTheirName() throws IOException {
        Path run = run("run");
        Path svg = folder.resolve("a.svg");
        assertEquals(
                0,
                Call.of("plot", run, "--figure", "raster", "--to", "50 ms", "-o", svg)
                        .exitCode());
        assertTrue(Files.readString(svg).contains("<svg "));
        Call rates = Call.of("plot", run, "--figure", "rates");
        assertEquals(0, rates.exitCode(), rates.err());
        assertTrue(ImageIO.read(run.resolve("rates.png").toFile()).getWidth() > 0);
        assertTrue(ImageIO.read(run.resolve("rates-2.png").toFile()).getWidth() > 0);
    }

    @Test
    void theRunsOwnPictureStays() throws IOException {
        Path run = run("run");
        byte[] own = Files.readAllBytes(run.resolve("raster.png"));
        Call raster = Call.of("plot", run, "--figure", "raster");
        assertEquals(0, raster.exitCode(), raster.err());
        assertArrayEquals(own, Files.readAllBytes(run.resolve("raster.png")));
        assertTrue(ImageIO.read(run.resolve("raster-figure.png").toFile()).getWidth() > 0);
    }

    @Test
    void mistakesAreSaidWithTheRemedy() throws IOException {
        Path run = run("run");
        refused("did you mean \"raster\"?", "plot", run, "--figure", "rastre");
        refused("allowed: png, svg", "plot", run, "--figure", "raster", "--format", "jpg");
        refused("as PNG or SVG", "plot", run, "--figure", "raster", "-o", folder.resolve("raster.pdf"));
        refused("unknown population \"nobody\"", "plot", run, "--figure", "raster", "--population", "nobody");
        refused("it needs a recorder of type weights", "plot", run, "--figure", "weights");
        refused("the run was recorded from", "plot", run, "--figure", "raster", "--from", "9 s", "--to", "10 s");
        refused("is not the folder of a run", "report", folder);
        refused("there is no folder", "report", run, "--output", folder.resolve("no/where.html"));
        Files.delete(run.resolve("spikes.h5"));
        refused("run the network again", "report", run);
    }

    private static void refused(String why, Object... arguments) {
        Call call = Call.of(arguments);
        assertEquals(2, call.exitCode());
        assertTrue(call.err().contains(why), call.err());
    }
}
