/**
 * Reads files that a description refers to.
 *
 * <p>A {@link org.ganglion.network.spec.DescribedFile} flows in, what is in it flows out, as arrays of numbers; or a message
 * with the place of the mistake. Read {@link org.ganglion.io.input.SpikeTimesFile} first.
 */
@NullMarked
package org.ganglion.io.input;

import org.jspecify.annotations.NullMarked;
