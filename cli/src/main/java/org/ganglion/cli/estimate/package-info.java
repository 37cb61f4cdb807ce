/**
 * What a run will take of time and disk, told before it is begun, for {@code ganglion validate}.
 *
 * <p>A checked experiment and an assumed rate flow in; ranges flow out. Read {@link org.ganglion.cli.estimate.TimeEstimate}
 * first, and {@link org.ganglion.cli.estimate.Costs} for what was measured.
 */
@NullMarked
package org.ganglion.cli.estimate;

import org.jspecify.annotations.NullMarked;
