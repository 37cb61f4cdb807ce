package org.ganglion.network.neuron.hh;

import org.ganglion.network.neuron.part.Pass;

/**
 * A short loop over some neurons of {@link HhPscAlpha}; see {@link Pass} for why the step is made of such.
 *
 * <p>Neurons of which a step has no part of this number are left as they are.
 */
@FunctionalInterface
interface HhPass {
    /** Neurons {@code first} to {@code first + count}, a multiple of 64. */
    void run(int first, int count, int part);
}
