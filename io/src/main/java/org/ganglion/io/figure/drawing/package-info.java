/**
 * What figures are drawn with, and what they become.
 *
 * <p>Lines, areas and texts flow in; SVG or pictures flow out. Read {@link org.ganglion.io.figure.drawing.Figure} first, then
 * {@link org.ganglion.io.figure.drawing.Drawing}.
 */
@NullMarked
package org.ganglion.io.figure.drawing;

import org.jspecify.annotations.NullMarked;
