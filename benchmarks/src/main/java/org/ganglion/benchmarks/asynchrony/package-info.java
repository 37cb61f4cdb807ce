/**
 * What a run without a barrier makes of groups that are late and of links that are slow, on real threads.
 *
 * <p>In goes a network with areas and a list of {@link org.ganglion.benchmarks.asynchrony.Disturbance}s, out come real-time
 * factors. Read {@link org.ganglion.benchmarks.asynchrony.Asynchrony} first.
 */
@NullMarked
package org.ganglion.benchmarks.asynchrony;

import org.jspecify.annotations.NullMarked;
