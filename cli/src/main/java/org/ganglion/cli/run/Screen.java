package org.ganglion.cli.run;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a command writes: results to {@code out}, what it is doing to {@code err}.
 *
 * @param terminal whether {@code err} is a terminal, whose line can be rewritten
 * @param quiet whether nothing but errors is written
 */
public record Screen(PrintWriter out, PrintWriter err, boolean terminal, boolean quiet) {

    /** Says what is being done. */
    public void say(String line) {
        if (!quiet) {
            err.println(line);
            err.flush();
        }
    }

    /** Says something that is not to be missed, even by who wants it quiet. */
    public void warn(String line) {
        err.println(line);
        err.flush();
    }

    /** Gives a result. */
    public void show(String text) {
        if (!quiet) {
            out.print(text);
            out.flush();
        }
    }

    /** Whether standard error is a terminal. Linux says so; elsewhere it is taken for one if input and output are. */
    public static boolean errorIsTerminal() {
        if ("dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        Path link = Path.of("/proc/self/fd/2");
        if (Files.isSymbolicLink(link)) {
            try {
                return Files.readSymbolicLink(link).toString().matches("/dev/(pts/.*|tty.*|console)");
            } catch (IOException e) {
                return false;
            }
        }
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }
}
