/**
 * Measures how a network runs on 1, 2, 4 ... processes.
 *
 * <p>A model and numbers of nodes flow in, {@link org.ganglion.cli.scale.ScaleTable} flows out. Read
 * {@link org.ganglion.cli.scale.ScaleRun} first.
 */
@NullMarked
package org.ganglion.cli.scale;

import org.jspecify.annotations.NullMarked;
