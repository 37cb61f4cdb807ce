package org.ganglion.io.figure.drawing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.ganglion.io.file.AsideFile;
import org.ganglion.io.plot.Canvas;

/**
 * A figure that can be written in several forms.
 *
 * @param title what it shows, in a few words
 * @param description what is to be seen in it, in words, for those who cannot see it
 * @param width in units of about a pixel
 * @param content draws it
 */
public record Figure(String title, String description, int width, int height, Consumer<Drawing> content) {

    /** The figure as an element of a page, in the page's colours and as wide as there is room. */
    public String element() {
        SvgDrawing drawing = new SvgDrawing(true);
        content.accept(drawing);
        return open() + " role=\"img\" aria-label=\"" + SvgDrawing.escaped(title + ". " + description) + "\">\n"
                + drawing.content() + "</svg>\n";
    }

    /** The figure as a file of its own, on white. */
    public String svg() {
        SvgDrawing drawing = new SvgDrawing(false);
        drawing.rectangle(0, 0, width, height, Ink.PAPER);
        content.accept(drawing);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + open() + " width=\"" + width + "\" height=\"" + height
                + "\">\n<title>" + SvgDrawing.escaped(title) + "</title>\n<desc>" + SvgDrawing.escaped(description)
                + "</desc>\n" + drawing.content() + "</svg>\n";
    }

    private String open() {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + width + " " + height
                + "\" font-family=\"system-ui, sans-serif\"";
    }

    /** Writes it as SVG, aside and then under its name. */
    public void writeSvg(Path path) throws IOException {
        AsideFile.of(path).writeText(svg());
    }

    /** Writes it as PNG, aside and then under its name; without text where Java finds no fonts. */
    public void writePng(Path path) throws IOException {
        Canvas canvas = new Canvas(width, height, Canvas.fontsWork());
        content.accept(new CanvasDrawing(canvas));
        canvas.write(path);
    }
}
