package org.ganglion.io.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;
import org.ganglion.io.file.AsideFile;

/**
 * A picture being drawn, in units of which each is two pixels wide and high. Needs no screen. Where the system has no
 * fonts it draws everything but text.
 */
public final class Canvas {
    public static final int SCALE = 2;

    private final BufferedImage image;
    private final int[] pixels; // [y * width + x], of the image
    private final Graphics2D graphics;
    private final boolean text;

    /** How text stands to its point. */
    public enum Anchor {
        LEFT,
        CENTRE,
        RIGHT
    }

    public Canvas(int width, int height, boolean text) {
        this.image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        this.text = text;
        this.graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        if (text) {
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        }
        graphics.setColor(Palette.PAPER);
        graphics.fillRect(0, 0, width, height);
    }

    /** Whether text can be drawn: Java finds no font where fontconfig or every font is missing. */
    public static boolean fontsWork() {
        try {
            BufferedImage probe = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = probe.createGraphics();
            return pen.getFontMetrics(font(12, false)).stringWidth("x") > 0;
        } catch (RuntimeException | LinkageError | InternalError e) {
            return false;
        }
    }

    private static Font font(float size, boolean bold) {
        return new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont(size);
    }

    boolean hasText() {
        return text;
    }

    /** Width of a text, 0 where there are no fonts. */
    double width(String words, float size, boolean bold) {
        return text
                ? graphics.getFontMetrics(font(size, bold))
                        .getStringBounds(words, graphics)
                        .getWidth()
                : 0;
    }

    /** Draws text with its base line at {@code y}; returns where it ends. */
    public double text(String words, double x, double y, float size, boolean bold, Color colour, Anchor anchor) {
        if (!text) {
            return x;
        }
        double width = width(words, size, bold);
        double left =
                switch (anchor) {
                    case LEFT -> x;
                    case CENTRE -> x - width / 2;
                    case RIGHT -> x - width;
                };
        graphics.setFont(font(size, bold));
        graphics.setColor(colour);
        graphics.drawString(words, (float) left, (float) y);
        return left + width;
    }

    /** Draws text that reads upwards, centred on a point. */
    public void upwards(String words, double x, double y, float size, Color colour) {
        if (text) {
            Graphics2D turned = (Graphics2D) graphics.create();
            turned.translate(x, y);
            turned.rotate(-Math.PI / 2);
            turned.setFont(font(size, false));
            turned.setColor(colour);
            turned.drawString(words, (float) (-width(words, size, false) / 2), 0);
            turned.dispose();
        }
    }

    public void line(double x1, double y1, double x2, double y2, double width, Color colour) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    public void fill(double x, double y, double width, double height, Color colour) {
        graphics.setColor(colour);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    /** Fills whole pixels, given in pixels; much faster than {@link #fill}. */
    public void pixels(int x, int y, int width, int height, Color colour) {
        int right = Math.min(x + width, image.getWidth());
        int bottom = Math.min(y + height, image.getHeight());
        for (int row = Math.max(0, y); row < bottom; row++) {
            for (int column = Math.max(0, x); column < right; column++) {
                int at = row * image.getWidth() + column;
                pixels[at] = blended(pixels[at], colour.getRGB());
            }
        }
    }

    /** A colour with its alpha laid over an opaque one. */
    private static int blended(int under, int over) {
        int alpha = over >>> 24;
        int result = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            int from = (under >> shift) & 0xff;
            int to = (over >> shift) & 0xff;
            result |= ((from * (255 - alpha) + to * alpha + 127) / 255) << shift;
        }
        return result;
    }

    public void draw(java.awt.Shape shape, double width, Color colour) {
        graphics.setColor(colour);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    public void fill(java.awt.Shape shape, Color colour) {
        graphics.setColor(colour);
        graphics.fill(shape);
    }

    /** Writes a PNG file aside and gives it its name. */
    public void write(Path path) throws IOException {
        graphics.dispose();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        AsideFile.of(path).write(aside -> {
            try (FileImageOutputStream out = new FileImageOutputStream(aside.toFile())) {
                writer.setOutput(out);
                writer.write(image);
            } finally {
                writer.dispose();
            }
        });
    }
}
