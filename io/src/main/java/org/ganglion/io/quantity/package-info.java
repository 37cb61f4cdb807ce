/**
 * Numbers with units, and expressions over them.
 *
 * <p>Text from a file flows in, a {@link org.ganglion.io.quantity.Quantity} flows out, or a message with the place of
 * the mistake. Nothing here knows about files or networks. Read {@link org.ganglion.io.quantity.Expression} first.
 */
@NullMarked
package org.ganglion.io.quantity;

import org.jspecify.annotations.NullMarked;
