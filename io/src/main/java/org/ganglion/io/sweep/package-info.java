/**
 * Sweeps: one network run many times with other parameters and seeds.
 *
 * <p>The section {@code sweep} of a model file, or {@code --sweep}, flows in as a {@link org.ganglion.io.sweep.Sweep}; it
 * yields numbered {@link org.ganglion.io.sweep.Trial trials}, each a list of settings. What they left in their folders
 * flows out as a {@link org.ganglion.io.sweep.SweepTable}. Read {@link org.ganglion.io.sweep.Sweep} first.
 */
@NullMarked
package org.ganglion.io.sweep;

import org.jspecify.annotations.NullMarked;
