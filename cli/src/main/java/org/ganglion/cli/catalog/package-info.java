/**
 * What can be named in a model file, as text for the screen and as pages of the documentation.
 *
 * <p>Descriptions of models, rules, distributions and stimuli flow in, text flows out. Read
 * {@link org.ganglion.cli.catalog.Kinds} first.
 */
@NullMarked
package org.ganglion.cli.catalog;

import org.jspecify.annotations.NullMarked;
