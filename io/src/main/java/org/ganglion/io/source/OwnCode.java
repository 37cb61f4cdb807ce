package org.ganglion.io.source;

import java.util.Arrays;
import java.util.Optional;

/** What was thrown by source that was compiled here, and where. */
public final class OwnCode {
    private static final int MOST_CAUSES = 20;

    private OwnCode() {}

    /**
     * File, line and what was thrown there, of the innermost cause that comes from such source; nothing if none does.
     *
     * @param thrown perhaps by somebody else who was told of it
     */
    public static Optional<String> of(Throwable thrown) {
        String found = "";
        Throwable cause = thrown;
        for (int i = 0; i < MOST_CAUSES && cause != null; i++) {
            found = place(cause).orElse(found);
            cause = cause.getCause();
        }
        return Optional.of(found).filter(text -> !text.isEmpty());
    }

    private static Optional<String> place(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .filter(frame -> SourceClasses.LOADER.equals(frame.getClassLoaderName()))
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber() + ": " + described(thrown));
    }

    /** In words; the class says most unless the message was written for who reads it. */
    public static String described(Throwable thrown) {
        String message = thrown.getMessage();
        if (message == null) {
            return thrown.getClass().getSimpleName();
        }
        return thrown instanceof IllegalArgumentException
                ? message
                : thrown.getClass().getSimpleName() + ": " + message;
    }
}
