package org.ganglion.network.neuron.part;

import org.ganglion.network.neuron.NeuronState;

/**
 * A short loop over neurons, one of several that make up a step.
 *
 * <p>A step calls its loops through this interface, so that the compiler translates each by itself. Where it can it puts
 * all that is called into one piece; with several vector loops in it, it gives up half way and keeps vectors as objects
 * from there on, which takes ten times as long. A call for a chunk of neurons costs nothing that can be measured.
 */
@FunctionalInterface
public interface Pass {
    /** Parameters are those of {@link NeuronState#step}. */
    void run(int first, int end, float[][] input, long[] fired);

    static void runAll(Pass[] passes, int first, int end, float[][] input, long[] fired) {
        for (Pass pass : passes) {
            pass.run(first, end, input, fired);
        }
    }
}
