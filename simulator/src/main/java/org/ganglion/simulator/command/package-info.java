/**
 * What those who command a run ask of it, whoever drives its groups.
 *
 * <p>Commands flow in from any thread; what is due at the step that the groups agree on flows out. Read
 * {@link org.ganglion.simulator.command.Orders} first.
 */
@NullMarked
package org.ganglion.simulator.command;

import org.jspecify.annotations.NullMarked;
