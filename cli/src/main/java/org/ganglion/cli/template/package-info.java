/**
 * Model files to begin with, for {@code ganglion new}.
 *
 * <p>The name of a template flows in, files on the disk flow out. Read {@link org.ganglion.cli.template.Template} first.
 */
@NullMarked
package org.ganglion.cli.template;

import org.jspecify.annotations.NullMarked;
