package org.ganglion.distributed.checkpoint;

import java.io.IOException;

/** A file of a checkpoint that is torn, cut off, changed or another run's. The message names it. */
public final class DamagedException extends IOException {
    private static final long serialVersionUID = 1L;

    public DamagedException(String message) {
        super(message);
    }
}
