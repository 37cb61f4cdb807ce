/**
 * Pictures of a run: a raster of spikes over population rates, and traces of sampled variables.
 *
 * <p>Spikes and samples flow in as they are merged at the end of a run and are counted into grids no larger than the
 * picture, so memory does not depend on how much was recorded; PNG files flow out. Read
 * {@link org.ganglion.io.plot.Pictures} first.
 */
@NullMarked
package org.ganglion.io.plot;

import org.jspecify.annotations.NullMarked;
