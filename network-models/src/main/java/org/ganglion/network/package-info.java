/**
 * What a network is: populations, projections, stimuli and recorders, as immutable values.
 *
 * <p>A description flows in from a file or a Java program and out to the simulator, which decides how it runs. Nothing
 * in here knows about groups, threads or files. Read {@link org.ganglion.network.Experiment} first.
 */
@NullMarked
package org.ganglion.network;

import org.jspecify.annotations.NullMarked;
