package org.ganglion.cli.sweep;

import java.io.Serial;

/** A worker was told to end: its trial has neither ended nor failed. */
final class StoppedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    /** @param exitCode that the signal asks for */
    StoppedException(int exitCode) {
        super("stopped");
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
