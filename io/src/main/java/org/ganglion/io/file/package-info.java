/**
 * How files take their place in a folder.
 *
 * <p>What writes a file flows in; a file that is whole, or none, flows out. Read {@link org.ganglion.io.file.AsideFile}.
 */
@NullMarked
package org.ganglion.io.file;

import org.jspecify.annotations.NullMarked;
