/** The command {@code ganglion}: what a user types, and what they read back. */
@NullMarked
package org.ganglion.cli;

import org.jspecify.annotations.NullMarked;
