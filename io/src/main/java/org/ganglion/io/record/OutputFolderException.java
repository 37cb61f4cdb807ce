package org.ganglion.io.record;

import java.io.IOException;

/** An output folder that a run cannot be written to; the message says which, why, and what to do. */
public final class OutputFolderException extends IOException {
    private static final long serialVersionUID = 1L;

    public OutputFolderException(String message) {
        super(message);
    }

    public OutputFolderException(String message, Throwable cause) {
        super(message, cause);
    }
}
