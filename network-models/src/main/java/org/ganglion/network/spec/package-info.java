/**
 * How models, rules and distributions describe themselves: name, parameters with unit, default and allowed range.
 *
 * <p>The same records feed the engine, the command {@code ganglion models}, the JSON schema and error messages. Read
 * {@link org.ganglion.network.spec.Description} first.
 */
@NullMarked
package org.ganglion.network.spec;

import org.jspecify.annotations.NullMarked;
