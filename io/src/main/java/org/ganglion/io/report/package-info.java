/**
 * What a run says of itself at its end: {@code run.json} for programs and for repeating the run, and a table for the
 * screen.
 *
 * <p>A {@link org.ganglion.simulator.RunSummary} and the description of the network flow in. Read
 * {@link org.ganglion.io.report.RunFacts} first.
 */
@NullMarked
package org.ganglion.io.report;

import org.jspecify.annotations.NullMarked;
