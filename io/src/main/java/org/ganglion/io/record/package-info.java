/**
 * Recording to disk while a run goes on, with bounded memory.
 *
 * <p>Spikes and samples flow in from the groups of a simulation, each group into spill files of its own; at the end they
 * are merged by step, whoever wrote them and however often a group was started again, and flow out to {@code spikes.h5},
 * {@code states.h5}, {@code rates.h5} and {@code weights.h5}, and past any picture that wants to watch.
 * Read {@link org.ganglion.io.record.RunRecording} first.
 */
@NullMarked
package org.ganglion.io.record;

import org.jspecify.annotations.NullMarked;
