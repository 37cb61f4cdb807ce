/** Many JVMs: sharding of groups, the wire format of spike batches, recovery. Nothing is here yet. */
@NullMarked
package org.ganglion.distributed;

import org.jspecify.annotations.NullMarked;
