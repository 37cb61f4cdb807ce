package org.ganglion.io.figure.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.ganglion.io.plot.Canvas.Anchor;

/** Draws as SVG text. Many marks become a picture in it, so that the text stays small. */
final class SvgDrawing implements Drawing {
    /** More marks than this take less room as a picture. */
    private static final int MOST_MARKS = 4_000;

    private final boolean themed;
    private final StringBuilder out = new StringBuilder();

    /** @param themed whether colours with a role are variables of the page, and not fixed */
    SvgDrawing(boolean themed) {
        this.themed = themed;
    }

    /** What has been drawn, without the element around it. */
    String content() {
        return out.toString();
    }

    /** A text with the characters replaced that mean something in XML, or cannot be in it. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f]", "\ufffd");
    }

    /** A number with two digits at most behind the point. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "0";
        }
        String text = BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return text.equals("-0") ? "0" : text;
    }

    private String paint(String what, Ink ink) {
        String colour = themed && !ink.role().isEmpty() ? "var(--" + ink.role() + ")" : ink.hex();
        String opacity = ink.alpha() < 1 ? " " + what + "-opacity=\"" + number(ink.alpha()) + "\"" : "";
        return " " + what + "=\"" + colour + "\"" + opacity;
    }

    private String stroke(double width, Ink ink) {
        return paint("stroke", ink) + " stroke-width=\"" + number(width) + "\" fill=\"none\"";
    }

    private static String title(String hint) {
        return hint.isEmpty() ? "/>" : "><title>" + escaped(hint) + "</title></";
    }

    private void element(String name, String attributes, String hint) {
        out.append('<').append(name).append(attributes).append(title(hint));
        out.append(hint.isEmpty() ? "" : name + ">").append('\n');
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, double width, Ink ink) {
        element(
                "path",
                " d=\"M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2) + "\""
                        + stroke(width, ink),
                "");
    }

    @Override
    public void polyline(double[] x, double[] y, double width, Ink ink) {
        StringBuilder path = new StringBuilder();
        boolean drawn = false;
        for (int i = 0; i < x.length; i++) {
            boolean there = Double.isFinite(y[i]);
            if (there) {
                path.append(drawn ? "L" : "M").append(number(x[i])).append(' ').append(number(y[i]));
            }
            drawn = there;
        }
        if (!path.isEmpty()) {
            element("path", " d=\"" + path + "\"" + stroke(width, ink) + " stroke-linejoin=\"round\"", "");
        }
    }

    @Override
    public void band(double[] x, double[] low, double[] high, Ink ink) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            path.append(i == 0 ? "M" : "L").append(number(x[i])).append(' ').append(number(low[i]));
        }
        for (int i = x.length - 1; i >= 0; i--) {
            path.append('L').append(number(x[i])).append(' ').append(number(high[i]));
        }
        if (!path.isEmpty()) {
            element("path", " d=\"" + path + "Z\"" + paint("fill", ink), "");
        }
    }

    @Override
    public void rectangle(double x, double y, double width, double height, Ink ink) {
        element(
                "rect",
                " x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\""
                        + number(height) + "\"" + paint("fill", ink),
                "");
    }

    @Override
    public void disc(double x, double y, double radius, Ink ink, String hint) {
        element(
                "circle",
                " cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(radius) + "\"" + paint("fill", ink),
                hint);
    }

    @Override
    public void arrow(double[] points, double width, boolean disc, Ink ink, String hint) {
        String d = "M" + number(points[0]) + " " + number(points[1]) + "Q" + number(points[2]) + " " + number(points[3])
                + " " + number(points[4]) + " " + number(points[5]);
        out.append("<g class=\"hint\">");
        element("path", " d=\"" + d + "\"" + stroke(width, ink), hint);
        if (disc) {
            disc(points[4], points[5], ArrowHead.radius(width), ink, hint);
        } else {
            double[] head = ArrowHead.corners(points, width);
            element(
                    "path",
                    " d=\"M" + number(head[0]) + " " + number(head[1]) + "L" + number(head[2]) + " " + number(head[3])
                            + "L" + number(head[4]) + " " + number(head[5]) + "Z\"" + paint("fill", ink),
                    hint);
        }
        out.append("</g>\n");
    }

    @Override
    public void cells(Cells cells, Ink ink) {
        int marks = 0;
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                marks += cells.marked().at(row, column) ? 1 : 0;
            }
        }
        if (marks > MOST_MARKS) {
            picture(cells, ink);
        } else if (marks > 0) {
            dots(cells, ink);
        }
    }

    private void dots(Cells cells, Ink ink) {
        double size = Math.clamp(cells.height() / cells.rows() * 0.8, 1, 3);
        StringBuilder path = new StringBuilder();
        for (int row = 0; row < cells.rows(); row++) {
            double y = cells.y() + (row + 0.5) * cells.height() / cells.rows() - size / 2;
            for (int column = 0; column < cells.columns(); column++) {
                if (cells.marked().at(row, column)) {
                    double x = cells.x() + (column + 0.5) * cells.width() / cells.columns();
                    path.append('M').append(number(x)).append(' ').append(number(y));
                    path.append('v').append(number(size));
                }
            }
        }
        element("path", " d=\"" + path + "\"" + stroke(1, ink), "");
    }

    private void picture(Cells cells, Ink ink) {
        BufferedImage image =
                new BufferedImage(cells.columns(), cells.rows(), BufferedImage.TYPE_BYTE_INDEXED, palette(ink));
        for (int row = 0; row < cells.rows(); row++) {
            for (int column = 0; column < cells.columns(); column++) {
                image.getRaster().setSample(column, row, 0, cells.marked().at(row, column) ? 1 : 0);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory alone is written to
        }
        element(
                "image",
                " x=\"" + number(cells.x()) + "\" y=\"" + number(cells.y()) + "\" width=\"" + number(cells.width())
                        + "\" height=\"" + number(cells.height())
                        + "\" preserveAspectRatio=\"none\" href=\"data:image/png;base64,"
                        + Base64.getEncoder().encodeToString(png.toByteArray()) + "\"",
                "");
    }

    /** Nothing, and the ink. */
    private static java.awt.image.IndexColorModel palette(Ink ink) {
        byte[] red = {0, (byte) ink.colour().getRed()};
        byte[] green = {0, (byte) ink.colour().getGreen()};
        byte[] blue = {0, (byte) ink.colour().getBlue()};
        byte[] alpha = {0, (byte) 255};
        return new java.awt.image.IndexColorModel(1, 2, red, green, blue, alpha);
    }

    @Override
    public void text(String words, double x, double y, double size, boolean bold, Ink ink, Anchor anchor) {
        String where =
                switch (anchor) {
                    case LEFT -> "";
                    case CENTRE -> " text-anchor=\"middle\"";
                    case RIGHT -> " text-anchor=\"end\"";
                };
        out.append("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" font-size=\"" + number(size) + "\""
                + (bold ? " font-weight=\"bold\"" : "") + where + paint("fill", ink) + ">" + escaped(words)
                + "</text>\n");
    }

    @Override
    public void upwards(String words, double x, double y, double size, Ink ink) {
        out.append("<text transform=\"translate(" + number(x) + " " + number(y) + ") rotate(-90)\" font-size=\""
                + number(size) + "\" text-anchor=\"middle\"" + paint("fill", ink) + ">" + escaped(words)
                + "</text>\n");
    }
}
