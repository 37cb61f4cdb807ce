/**
 * Synapse models: whether and how weights change while a network runs.
 *
 * <p>A projection names a {@link org.ganglion.network.synapse.Synapse}, a model with its parameters. The simulator asks a
 * plastic one for its {@link org.ganglion.network.synapse.Plasticity}, the rule on plain numbers that it then applies to
 * every synapse. Read {@link org.ganglion.network.synapse.SynapseModel} first.
 */
@NullMarked
package org.ganglion.network.synapse;

import org.jspecify.annotations.NullMarked;
