/**
 * Where neurons are, how far they are from each other, and which lie near which.
 *
 * <p>Positions, masks and kernels as a file gives them flow in; distances and lists of neighbours flow out to the
 * wiring. Lengths have no unit: they are in whatever unit the positions are in. Read
 * {@link org.ganglion.network.space.Positions} first.
 */
@NullMarked
package org.ganglion.network.space;

import org.jspecify.annotations.NullMarked;
