package org.ganglion.cli.shell;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;

/** Evaluates statements that come through a pipe or from a file, without prompts. */
final class LineShell {
    private static final String EXIT = "/exit";

    private final PrintWriter out;
    private final PrintWriter err;
    private boolean failed;

    LineShell(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Reads to the end, or to {@code /exit}; goes on after a statement that failed.
     *
     * @return whether all statements were good
     */
    boolean run(BufferedReader in, String classPath) throws IOException {
        try (JShell shell = JShell.builder()
                .executionEngine("local")
                .in(new ByteArrayInputStream(new byte[0])) // what is piped in are statements, not input of theirs
                .out(System.out)
                .err(new PrintStream(System.err, true, System.err.charset()))
                .build()) {
            shell.addToClasspath(classPath);
            Words.IMPORTS.forEach(shell::eval);
            String text = "";
            for (String line = in.readLine(); line != null && !line.strip().equals(EXIT); line = in.readLine()) {
                text = evaluated(shell, text + line + "\n");
            }
            if (!text.isBlank()) {
                complain(text.strip(), "is not complete");
            }
        }
        return !failed;
    }

    /** Evaluates the complete statements at the beginning; returns what is left. */
    private String evaluated(JShell shell, String text) {
        String left = text;
        while (!left.isBlank()) {
            SourceCodeAnalysis.CompletionInfo info = shell.sourceCodeAnalysis().analyzeCompletion(left);
            if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                return ""; // a comment
            }
            if (!info.completeness().isComplete()) {
                return info.completeness() == SourceCodeAnalysis.Completeness.UNKNOWN ? unknown(shell, left) : left;
            }
            for (SnippetEvent event : shell.eval(info.source())) {
                tell(shell, event);
            }
            left = info.remaining();
        }
        return "";
    }

    private String unknown(JShell shell, String text) {
        for (SnippetEvent event : shell.eval(text)) {
            tell(shell, event);
        }
        return "";
    }

    private void tell(JShell shell, SnippetEvent event) {
        Snippet snippet = event.snippet();
        String source = snippet.source().strip();
        if (event.causeSnippet() != null) {
            return;
        }
        JShellException thrown = event.exception();
        if (event.status() == Snippet.Status.REJECTED) {
            shell.diagnostics(snippet)
                    .findFirst()
                    .ifPresent(d -> complain(source, String.valueOf(d.getMessage(Locale.ROOT))));
        } else if (thrown instanceof EvalException e) {
            boolean ours = e.getExceptionClassName().equals(ShellException.class.getName());
            complain(source, ours ? text(e) : e.getExceptionClassName() + ": " + text(e));
        } else if (thrown != null) {
            complain(source, text(thrown));
        } else {
            shown(snippet, event.value()).ifPresent(value -> {
                out.println(value);
                out.flush();
            });
        }
    }

    private static String text(Throwable thrown) {
        return String.valueOf(thrown.getMessage());
    }

    /** The value of an expression; of declarations and of what has none, nothing. */
    private static Optional<String> shown(Snippet snippet, String value) {
        boolean expression = snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || snippet.subKind() == Snippet.SubKind.VAR_VALUE_SUBKIND;
        return expression ? Optional.ofNullable(value) : Optional.empty();
    }

    private void complain(String source, String what) {
        failed = true;
        out.flush();
        err.println("ganglion shell: " + source + ": " + what);
        err.flush();
    }
}
