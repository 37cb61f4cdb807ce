package org.ganglion.network.space;

import java.util.function.BiConsumer;
import org.ganglion.network.spec.Description;

/** How the neurons of a population get their places. */
public sealed interface Positions permits NoPositions, GridPositions, RandomPositions, ListedPositions {
    Positions NONE = new NoPositions();

    Description description();

    /** 2 or 3; 0 where there are none. */
    int dimensions();

    /** Whether what leaves on one side comes back on the other. */
    boolean periodic();

    /**
     * Reports what is wrong for a population of this size.
     *
     * @param report takes the name of the key at fault and a message with value, what is allowed, and a remedy
     */
    void check(int size, BiConsumer<String, String> report);

    /**
     * The places of all neurons of a population that has been checked.
     *
     * @param population number of the population in its network; draws of different ones are independent
     */
    Points points(int size, long seed, int population);
}
