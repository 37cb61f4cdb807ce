/**
 * Models that a user brings along as Java source.
 *
 * <p>Texts flow in, classes and the models among them flow out; each class knows the texts that it was made from, so that a
 * description can carry them along. Read {@link org.ganglion.io.source.SourceCompiler} first.
 */
@NullMarked
package org.ganglion.io.source;

import org.jspecify.annotations.NullMarked;
