/**
 * What crosses between nodes, as bytes: the messages of {@code src/main/proto/ganglion/wire.proto}, to and from the records
 * of {@link org.ganglion.distributed.protocol}. Read {@link org.ganglion.distributed.wire.Wire} first.
 */
@NullMarked
package org.ganglion.distributed.wire;

import org.jspecify.annotations.NullMarked;
