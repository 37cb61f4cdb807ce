/**
 * Numbers that describe the activity in a run that has ended.
 *
 * <p>The files of a run's folder flow in, spikes piece by piece; plain objects with rates, intervals, correlations and
 * spectra flow out. Memory is bounded, however many spikes there are. Read {@link org.ganglion.io.analysis.RunAnalysis}
 * first, then {@link org.ganglion.io.analysis.Activity}.
 */
@NullMarked
package org.ganglion.io.analysis;

import org.jspecify.annotations.NullMarked;
