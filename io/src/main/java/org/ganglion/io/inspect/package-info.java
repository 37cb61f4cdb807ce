/**
 * What is in files of results and circuits, and what is wrong with them.
 *
 * <p>Files flow in; texts for people flow out. Everything is read piece by piece. Read
 * {@link org.ganglion.io.inspect.Hdf5Inspector} first.
 */
@NullMarked
package org.ganglion.io.inspect;

import org.jspecify.annotations.NullMarked;
