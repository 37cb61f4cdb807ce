package org.ganglion.cli.shell;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import jdk.jshell.tool.JavaShellToolBuilder;

/** Opens JShell inside this process, so that statements see Ganglion's own classes. */
public final class Shells {
    /** Says that it makes a folder for JShell's history, or cannot, between the lines that are typed. */
    private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

    private Shells() {}

    /**
     * Evaluates what a pipe or a file brings.
     *
     * @return whether all statements were good
     */
    public static boolean piped(BufferedReader in, PrintWriter out, PrintWriter err) throws IOException {
        return new LineShell(out, err).run(in, classPath());
    }

    /** JShell as it is at a terminal, with history, completion and its own commands. */
    public static void terminal() throws Exception {
        PREFERENCES.setLevel(Level.SEVERE);
        Path imports = Files.createTempFile("ganglion-shell", ".jsh");
        try {
            Files.write(imports, Words.IMPORTS);
            JavaShellToolBuilder.builder()
                    .start(
                            "--execution",
                            "local",
                            "--class-path",
                            classPath(),
                            "--startup",
                            imports.toString(),
                            "--feedback",
                            "concise");
        } finally {
            Files.deleteIfExists(imports);
        }
    }

    /**
     * Begins a session.
     *
     * @param runs where runs lie
     */
    public static void begin(PrintWriter out, Path runs) {
        Desk.open(out, runs);
    }

    /** Loads what the call names: the folder of a run or a model file. */
    public static void load(Path what) {
        if (Files.isDirectory(what)) {
            Desk.last(what.toString());
        } else {
            Desk.network(what.toString());
        }
    }

    /** Loads the newest run, where there is one. */
    public static void loadLast(Path runs) {
        if (SavedRun.newest(runs).isPresent()) {
            Desk.last();
        }
    }

    /** What is said at the beginning. */
    public static String hint() {
        return Words.HINT;
    }

    /** Ends the session. */
    public static void end() {
        Desk.close();
    }

    private static String classPath() {
        return System.getProperty("java.class.path", "");
    }
}
