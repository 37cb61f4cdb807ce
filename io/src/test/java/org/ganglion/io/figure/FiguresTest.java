package org.ganglion.io.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.ganglion.io.analysis.Histogram;
import org.ganglion.io.analysis.RunAnalysis;
import org.ganglion.io.analysis.SmallRun;
import org.ganglion.io.figure.drawing.Figure;
import org.ganglion.io.figure.drawing.Ink;
import org.ganglion.io.plot.Canvas.Anchor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class FiguresTest {
    @TempDir
    Path folder;

    private RunAnalysis run() throws IOException, InterruptedException {
        SmallRun.of(folder, SmallRun.NETWORK + """
                        recorders:
                          all: {type: spikes, from: [E, I]}
                          v: {type: state, from: E, neurons: 0..2, variables: [V_m], interval: 1 ms}
                          w: {type: weights, projection: I-E, interval: 100 ms}
                        """);
        return RunAnalysis.read(folder);
    }

    private static Document parsed(String svg) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError(e.getMessage() + " in " + svg, e);
        }
    }

    @Test
    void everyFigureIsSoundSvgAndAPicture() throws IOException, InterruptedException {
        Figures figures = new Figures(run());
        for (FigureKind kind : FigureKind.values()) {
            List<Figure> drawn = figures.of(kind);
            assertFalse(drawn.isEmpty(), kind.key());
            for (Figure figure : drawn) {
                Document svg = parsed(figure.svg());
                assertEquals("svg", svg.getDocumentElement().getTagName());
                assertTrue(svg.getElementsByTagName("path").getLength() > 0, figure.title());
                parsed(figure.element());
                Path png = folder.resolve("figure.png");
                figure.writePng(png);
                BufferedImage image = ImageIO.read(png.toFile());
                assertEquals(2 * figure.width(), image.getWidth());
                int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
                assertTrue(Arrays.stream(pixels).distinct().count() > 4, figure.title() + " is more than white");
            }
        }
    }

    @Test
    void onlyChosenPopulationsAreShown() throws IOException, InterruptedException {
        RunAnalysis run = run();
        String both = new Figures(run).of(FigureKind.CV).getFirst().svg();
        String one =
                new Figures(run, Set.of("I")).of(FigureKind.RASTER).getFirst().svg();
        assertTrue(both.contains(">E</text>") && both.contains(">I</text>"));
        assertTrue(one.contains(">I</text>") && !one.contains(">E</text>"));
        assertEquals(List.of(), new Figures(run, Set.of()).of(FigureKind.ISI));
    }

    @Test
    void aFigureInAPageTakesItsColoursFromThereAndAFileHasItsOwn() throws IOException, InterruptedException {
        Figure figure = new Figures(run()).of(FigureKind.RATES).getFirst();
        assertTrue(figure.element().contains("var(--ink)"));
        assertFalse(figure.svg().contains("var("));
    }

    @Test
    void textIsShownAsItIs() throws IOException {
        String words = "<a> & \"b\" 'c'";
        Figure figure = new Figure(words, words, 100, 100, drawing -> {
            drawing.text(words, 0, 0, 12, false, Ink.TEXT, Anchor.LEFT);
            drawing.disc(0, 0, 5, Ink.TEXT, words);
        });
        Document svg = parsed(figure.svg());
        assertEquals(words, svg.getElementsByTagName("text").item(0).getTextContent());
        assertEquals(words, svg.getElementsByTagName("title").item(1).getTextContent());
        assertEquals(
                words + ". " + words,
                parsed(figure.element()).getDocumentElement().getAttribute("aria-label"));
    }

    @Test
    void theOutlineOfAHistogramEnclosesAnAreaOfOne() {
        Series outline = Series.of("x", Ink.TEXT, Histogram.of(new double[] {1, 2, 2.5, 3, 3.1, 7}, 0, 8, 16));
        double area = 0;
        for (int i = 1; i < outline.x().length; i++) {
            area += (outline.x()[i] - outline.x()[i - 1]) * outline.y()[i];
        }
        assertEquals(1, area, 1e-12);
    }

    @Test
    void axesHaveRoundNumbersInTheirPlaces() {
        Axis axis = Axis.logarithmic(1, 1000, 0, 300);
        assertEquals(
                List.of("1", "10", "100", "1000"),
                axis.ticks(5).stream().map(Axis.Tick::label).toList());
        assertEquals(200, axis.at(100), 1e-9);
        assertEquals(
                List.of("20", "50", "100", "200", "500"),
                Axis.logarithmic(16, 500, 0, 300).ticks(5).stream()
                        .map(Axis.Tick::label)
                        .toList());
        assertEquals(
                List.of("0.05", "0.1", "0.2", "0.5"),
                Axis.logarithmic(0.04, 0.7, 0, 300).ticks(5).stream()
                        .map(Axis.Tick::label)
                        .toList());
        List<Double> places = new ArrayList<>();
        Axis.linear(0, 10, 100, 0).ticks(5).forEach(tick -> places.add(tick.at()));
        assertEquals(List.of(100.0, 80.0, 60.0, 40.0, 20.0, 0.0), places);
    }
}
