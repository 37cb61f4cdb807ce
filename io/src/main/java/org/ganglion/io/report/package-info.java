/**
 * What a run says of itself at its end: {@code run.json} for programs and for repeating the run, a table for the
 * screen, and {@code report.html} with figures.
 *
 * <p>A {@link org.ganglion.simulator.RunSummary} and the description of the network flow in. Read
 * {@link org.ganglion.io.report.RunFacts} first, and of pages {@link org.ganglion.io.report.Report}.
 */
@NullMarked
package org.ganglion.io.report;

import org.jspecify.annotations.NullMarked;
