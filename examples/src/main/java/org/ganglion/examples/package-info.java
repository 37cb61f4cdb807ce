/** The examples of this folder, run by tests so that they cannot rot. */
@NullMarked
package org.ganglion.examples;

import org.jspecify.annotations.NullMarked;
