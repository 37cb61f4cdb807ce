package org.ganglion.cli.shell;

/** What cannot be done, told to somebody at a keyboard: a message and no stack trace. */
public final class ShellException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ShellException(String message) {
        super(message, null, false, false);
    }

    /** The message of any failure. */
    static ShellException of(Exception e) {
        String message = e.getMessage();
        return e instanceof ShellException known
                ? known
                : new ShellException(message == null ? e.getClass().getSimpleName() : message);
    }
}
