/**
 * What models of several families are made of: coefficients, membranes, refractory periods, exponential functions.
 *
 * <p>{@link org.ganglion.network.neuron.Columns} flow in; arrays that a model's step reads and writes flow out. Read
 * {@link org.ganglion.network.neuron.part.Column} first, then {@link org.ganglion.network.neuron.part.Membrane}. What ends
 * in {@code Vector} is the same with the Vector API, to the bit.
 */
@NullMarked
package org.ganglion.network.neuron.part;

import org.jspecify.annotations.NullMarked;
