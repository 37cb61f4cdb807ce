/**
 * Connection rules: which source neurons a target neuron receives from.
 *
 * <p>A rule is asked per target and answers the same at any time and on any machine, so each group builds its own
 * synapses alone. Read {@link org.ganglion.network.connect.ConnectionRule} first.
 */
@NullMarked
package org.ganglion.network.connect;

import org.jspecify.annotations.NullMarked;
