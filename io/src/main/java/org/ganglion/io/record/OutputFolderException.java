package org.ganglion.io.record;

import java.io.IOException;

/** An output folder that a run cannot be written to; the message says which, why, and what to do. */
public final class OutputFolderException extends IOException {
    private static final long serialVersionUID = 1L;

    OutputFolderException(String message) {
        super(message);
    }

    OutputFolderException(String message, Throwable cause) {
        super(message, cause);
    }
}
