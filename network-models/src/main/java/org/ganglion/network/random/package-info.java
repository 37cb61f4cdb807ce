/**
 * Counter-based random numbers and the distributions drawn with them.
 *
 * <p>Every number is a pure function of (seed, purpose, element, step), so it does not depend on who computes it or
 * when. Read {@link org.ganglion.network.random.Squares} and {@link org.ganglion.network.random.Keys} first.
 */
@NullMarked
package org.ganglion.network.random;

import org.jspecify.annotations.NullMarked;
