/**
 * {@code ganglion shell}: networks built, run, looked at, changed and run on, from the keyboard.
 *
 * <p>Statements flow in, through JShell, to the static methods of {@link org.ganglion.cli.shell.Desk}, which ask the one
 * {@link org.ganglion.cli.shell.Session}; texts flow out. Programs can use {@code Session} without a shell. Read it first.
 */
@NullMarked
package org.ganglion.cli.shell;

import org.jspecify.annotations.NullMarked;
