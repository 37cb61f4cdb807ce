/**
 * The live page of a run: a small server on this machine, what it tells, and what it may be asked.
 *
 * <p>A {@link org.ganglion.cli.live.LiveRun} and the spill files of its folder flow in; one page, a stream of events and
 * answers to actions flow out. The run is never waited for, nor does it wait. Read {@link org.ganglion.cli.live.LivePage}
 * first.
 */
@NullMarked
package org.ganglion.cli.live;

import org.jspecify.annotations.NullMarked;
