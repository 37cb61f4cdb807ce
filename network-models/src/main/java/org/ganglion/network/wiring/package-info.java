/**
 * How the synapses of a projection are drawn: which sources a target receives from, asked per target, and what weights
 * and delays they have where these are not drawn.
 *
 * <p>What a connection rule was told flows in; the same answers flow out at any time and on any machine, so each group
 * builds its own synapses alone. Read {@link org.ganglion.network.wiring.Wiring} first.
 */
@NullMarked
package org.ganglion.network.wiring;

import org.jspecify.annotations.NullMarked;
