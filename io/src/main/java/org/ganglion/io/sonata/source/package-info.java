/**
 * The files of a SONATA circuit as text, numbers and tables that know where they stand; nothing here knows what they mean.
 *
 * <p>Files flow in; values flow out, or a {@link org.ganglion.io.sonata.source.SonataException} that names file and path.
 * Read {@link org.ganglion.io.sonata.source.H5File} and {@link org.ganglion.io.sonata.source.Section} first.
 */
@NullMarked
package org.ganglion.io.sonata.source;

import org.jspecify.annotations.NullMarked;
