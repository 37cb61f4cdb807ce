/**
 * SONATA circuits: configuration, nodes, edges, inputs and reports, read into a network.
 *
 * <p>A configuration file flows in; a {@link org.ganglion.io.sonata.SonataModel} flows out, or every mistake with file and
 * path. Read {@link org.ganglion.io.sonata.SonataReader} first.
 */
@NullMarked
package org.ganglion.io.sonata;

import org.jspecify.annotations.NullMarked;
