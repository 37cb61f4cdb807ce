/**
 * The list of all neuron models of Ganglion, in a package of its own because it uses all families.
 *
 * <p>A name flows in, a model flows out. Read {@link org.ganglion.network.neuron.catalog.NeuronModels}.
 */
@NullMarked
package org.ganglion.network.neuron.catalog;

import org.jspecify.annotations.NullMarked;
