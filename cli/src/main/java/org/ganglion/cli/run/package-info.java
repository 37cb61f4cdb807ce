/**
 * One run from the command line, from the memory it will need to the files it leaves.
 *
 * <p>A {@link org.ganglion.io.config.Config} and a folder flow in; files and lines on the screen flow out. Read
 * {@link org.ganglion.cli.run.RunSession} first.
 */
@NullMarked
package org.ganglion.cli.run;

import org.jspecify.annotations.NullMarked;
