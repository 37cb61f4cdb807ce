/**
 * Text in JSON.
 *
 * <p>Trees of maps and lists flow in; text that is the same for the same tree flows out. Read
 * {@link org.ganglion.io.json.JsonText}.
 */
@NullMarked
package org.ganglion.io.json;

import org.jspecify.annotations.NullMarked;
