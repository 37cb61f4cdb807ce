/**
 * Model files: reading them, overriding them, writing them in canonical form.
 *
 * <p>A file and overrides flow in; a {@link org.ganglion.io.config.Config} flows out, or every mistake with its place.
 * All names and units come from the catalogues of models, rules and distributions. Read
 * {@link org.ganglion.io.config.ConfigReader} first.
 */
@NullMarked
package org.ganglion.io.config;

import org.jspecify.annotations.NullMarked;
