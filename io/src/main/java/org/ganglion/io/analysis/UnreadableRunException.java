package org.ganglion.io.analysis;

import java.nio.file.Path;

/** A folder that does not hold what is asked of it; says what is missing, and what can be done. */
public final class UnreadableRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableRunException(Path path, String what) {
        super(path + ": " + what, null, false, false);
    }
}
