package org.ganglion.io.plot;

import java.awt.Color;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Colours of populations: blues and greens excite, reds and oranges inhibit, greys do neither. Taken from Okabe and Ito's
 * set and darker shades of it, which people with colour-blindness tell apart.
 */
public final class Palette {
    public static final Color INK = new Color(0x22282f);
    public static final Color FAINT_INK = new Color(0x6b7580);
    public static final Color GRID = new Color(0xe6e9ec);
    public static final Color FRAME = new Color(0xb9c0c7);
    public static final Color PAPER = Color.WHITE;

    private static final List<Color> EXCITING =
            List.of(new Color(0x0072b2), new Color(0x009e73), new Color(0x3fa3dc), new Color(0x1f4e79));
    private static final List<Color> INHIBITING =
            List.of(new Color(0xd55e00), new Color(0xe69f00), new Color(0xcc79a7), new Color(0x9c3b00));
    private static final List<Color> NEUTRAL =
            List.of(new Color(0x56606b), new Color(0x8a6fb0), new Color(0x2f8f8f), new Color(0x8c8c8c));

    private Palette() {}

    /** The first colour of an effect. */
    static Color of(Effect effect) {
        return colours(effect).getFirst();
    }

    /** One colour per band; each effect goes through its own colours. */
    static List<Color> of(List<RasterSample.Band> bands) {
        return ofEffects(bands.stream().map(RasterSample.Band::effect).toList());
    }

    /** One colour per population, likewise. */
    public static List<Color> ofEffects(List<Effect> effects) {
        Map<Effect, Integer> used = new EnumMap<>(Effect.class);
        return effects.stream()
                .map(effect -> {
                    List<Color> colours = colours(effect);
                    int next = used.merge(effect, 1, Integer::sum) - 1;
                    return colours.get(next % colours.size());
                })
                .toList();
    }

    private static List<Color> colours(Effect effect) {
        return switch (effect) {
            case EXCITES -> EXCITING;
            case INHIBITS -> INHIBITING;
            case NEITHER -> NEUTRAL;
        };
    }

    public static Color withAlpha(Color colour, double alpha) {
        int byteAlpha = (int) Math.round(255 * Math.clamp(alpha, 0, 1));
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), byteAlpha);
    }
}
