package org.ganglion.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ganglion.cli.model.UserException;
import org.ganglion.io.analysis.UnreadableRunException;
import org.ganglion.io.config.ConfigException;
import org.ganglion.io.record.DiskFullException;
import org.ganglion.io.record.OutputFolderException;
import org.ganglion.io.sonata.source.SonataException;
import org.ganglion.io.source.OwnCode;
import org.ganglion.network.spec.InvalidNetworkException;
import org.ganglion.simulator.SimulationException;

/** What is said of a failure, and the exit code: 2 where the user can put it right in the call or the model, else 1. */
final class Failures {
    static final int FAILED = 1;
    static final int USER = 2;

    /** Set by who develops Ganglion: stack traces then go to the screen. */
    private static final String DEBUG = "GANGLION_DEBUG";

    private Failures() {}

    static int tell(Throwable thrown, PrintWriter err) {
        if (System.getenv(DEBUG) != null) {
            thrown.printStackTrace(err);
        }
        int code =
                switch (thrown) {
                    case ConfigException e -> say(err, text(e), USER);
                    case UserException e -> say(err, text(e), USER);
                    case InvalidNetworkException e -> say(err, text(e), USER);
                    case OutputFolderException e -> say(err, text(e), USER);
                    case UnreadableRunException e -> say(err, text(e), USER);
                    case SonataException e -> say(err, text(e), FAILED);
                    case SimulationException e ->
                        say(err, "ganglion: the run failed: " + OwnCode.of(e).orElse(message(e)), FAILED);
                    case IOException e
                    when DiskFullException.isCauseOf(e) -> say(err, "ganglion: " + message(e), FAILED);
                    case IOException e ->
                        say(err, "ganglion: a file could not be read or written: " + message(e), FAILED);
                    case OutOfMemoryError e ->
                        say(
                                err,
                                "ganglion: the memory is used up (" + message(e)
                                        + "); make the network smaller, or raise the limit with"
                                        + " GANGLION_JAVA_OPTS=-Xmx...",
                                FAILED);
                    default ->
                        OwnCode.of(thrown).map(text -> say(err, text, USER)).orElseGet(() -> internal(thrown, err));
                };
        err.flush();
        return code;
    }

    private static int say(PrintWriter err, String message, int code) {
        err.println(message);
        return code;
    }

    private static String text(Throwable thrown) {
        return String.valueOf(thrown.getMessage());
    }

    private static String message(Throwable thrown) {
        String message = thrown.getMessage();
        return message != null && message.contains(" ")
                ? message
                : thrown.getClass().getSimpleName() + ": " + message;
    }

    private static int internal(Throwable thrown, PrintWriter err) {
        err.println("ganglion: an error in Ganglion itself: " + thrown);
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        try {
            Path file = Files.createTempFile("ganglion-", ".log");
            Files.writeString(file, Version.current().text() + "\n" + trace, StandardCharsets.UTF_8);
            err.println("Please report it with the file " + file);
        } catch (IOException e) {
            err.println("Set " + DEBUG + "=1 to see where, and please report it.");
        }
        return FAILED;
    }
}
