/**
 * Figures of runs, drawn once and written as SVG or PNG.
 *
 * <p>What a run did flows in, as {@link org.ganglion.io.analysis} tells it; figures flow out. Each draws on a
 * {@link org.ganglion.io.figure.drawing.Drawing}, whatever that becomes. Read {@link org.ganglion.io.figure.Figures}
 * first, then {@link org.ganglion.io.figure.Chart}.
 */
@NullMarked
package org.ganglion.io.figure;

import org.jspecify.annotations.NullMarked;
