package org.ganglion.io.input;

/** A file that a description refers to is not what it should be; the message begins with the file and the place in it. */
public final class InputFileException extends Exception {
    private static final long serialVersionUID = 1L;

    InputFileException(String message) {
        super(message);
    }

    InputFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
