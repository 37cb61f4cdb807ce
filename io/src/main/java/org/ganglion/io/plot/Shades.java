package org.ganglion.io.plot;

import java.awt.Color;

/** Colours from low to high that grow evenly in lightness, so that they are told apart in grey as well: five of viridis. */
final class Shades {
    static final Color NONE = new Color(0xeceff1);

    private static final Color[] STOPS = {
        new Color(0x440154), new Color(0x3b528b), new Color(0x21918c), new Color(0x5ec962), new Color(0xfde725)
    };

    private Shades() {}

    /** The colour of a share from 0 to 1. */
    static Color at(double share) {
        double place = Math.clamp(share, 0, 1) * (STOPS.length - 1);
        int below = (int) Math.min(place, STOPS.length - 2);
        double part = place - below;
        Color a = STOPS[below];
        Color b = STOPS[below + 1];
        return new Color(
                mixed(a.getRed(), b.getRed(), part),
                mixed(a.getGreen(), b.getGreen(), part),
                mixed(a.getBlue(), b.getBlue(), part));
    }

    private static int mixed(int a, int b, double part) {
        return (int) Math.round(a + part * (b - a));
    }
}
