package org.ganglion.io.figure.drawing;

import java.awt.Color;
import org.ganglion.io.plot.Palette;

/**
 * A colour to draw with.
 *
 * @param role what it is for, by which a page may choose another in the dark; empty for colours of data, which stay
 */
public record Ink(String role, Color colour) {
    public static final Ink TEXT = new Ink("ink", Palette.INK);
    public static final Ink FAINT = new Ink("faint", Palette.FAINT_INK);
    public static final Ink GRID = new Ink("grid", Palette.GRID);
    public static final Ink FRAME = new Ink("frame", Palette.FRAME);
    public static final Ink PAPER = new Ink("paper", Palette.PAPER);

    public static Ink of(Color colour) {
        return new Ink("", colour);
    }

    /** The same, so that what lies below shows through. */
    public Ink withAlpha(double alpha) {
        return new Ink(role, Palette.withAlpha(colour, alpha));
    }

    /** As {@code #rrggbb}. */
    String hex() {
        return String.format("#%06x", colour.getRGB() & 0xffffff);
    }

    double alpha() {
        return colour.getAlpha() / 255.0;
    }
}
