/**
 * Runs sweeps: a process that keeps watch, and workers that take trials.
 *
 * <p>A {@link org.ganglion.io.sweep.SweepFile} flows in; folders of trials and a table flow out. All that workers know of
 * each other stands in the folder of the sweep. Read {@link org.ganglion.cli.sweep.SweepSession} first, then
 * {@link org.ganglion.cli.sweep.SweepWorker}.
 */
@NullMarked
package org.ganglion.cli.sweep;

import org.jspecify.annotations.NullMarked;
