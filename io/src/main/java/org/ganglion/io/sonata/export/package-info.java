/**
 * Networks written as SONATA circuits.
 *
 * <p>An {@link org.ganglion.network.Experiment} flows in; a folder with nodes, edges, inputs and configuration flows out,
 * with every synapse as it would be simulated. Read {@link org.ganglion.io.sonata.export.SonataExport} first.
 */
@NullMarked
package org.ganglion.io.sonata.export;

import org.jspecify.annotations.NullMarked;
