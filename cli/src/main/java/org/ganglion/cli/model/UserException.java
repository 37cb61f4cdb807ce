package org.ganglion.cli.model;

import java.util.List;

/** Something that the user can put right; the message says what, where, and how. */
public final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserException(String message) {
        super(message);
    }

    /** Several mistakes, a line each. */
    public UserException(List<String> lines) {
        super(String.join("\n", lines));
    }
}
