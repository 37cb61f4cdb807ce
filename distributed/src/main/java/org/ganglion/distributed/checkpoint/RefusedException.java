package org.ganglion.distributed.checkpoint;

import java.io.IOException;

/** A node that answers, and does not do what was asked of its disk. */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String message) {
        super(message);
    }
}
