package org.ganglion.io.figure;

import java.awt.Color;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ganglion.io.figure.drawing.Ink;
import org.ganglion.io.plot.Effect;
import org.ganglion.io.plot.Palette;
import org.ganglion.network.Experiment;
import org.ganglion.network.Network;
import org.ganglion.network.Pairs;
import org.ganglion.network.Population;

/** What each population of a network does to others, and its colour: the same in all figures of a run. */
public final class PopulationInks {
    private final Map<String, Effect> effects = new HashMap<>();
    private final Map<String, Ink> inks = new HashMap<>();

    public PopulationInks(Experiment experiment) {
        Network network = experiment.network();
        Pairs pairs = Pairs.of(experiment);
        List<String> names =
                network.populations().stream().map(Population::name).toList();
        names.forEach(name -> effects.put(name, Effect.of(network, pairs, name)));
        List<Color> colours = Palette.ofEffects(names.stream().map(this::effect).toList());
        for (int i = 0; i < names.size(); i++) {
            inks.put(names.get(i), Ink.of(colours.get(i)));
        }
    }

    public Effect effect(String population) {
        return effects.getOrDefault(population, Effect.NEITHER);
    }

    /** The colour of a population; that of text where there is none of the name. */
    public Ink of(String population) {
        return inks.getOrDefault(population, Ink.TEXT);
    }
}
