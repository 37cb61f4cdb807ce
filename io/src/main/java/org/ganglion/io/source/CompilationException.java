package org.ganglion.io.source;

import java.util.List;
import java.util.stream.Collectors;

/** Sources that cannot be compiled; carries every mistake. */
public final class CompilationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<SourceMistake> mistakes;

    CompilationException(List<SourceMistake> mistakes) {
        super(mistakes.stream().map(SourceMistake::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    public List<SourceMistake> mistakes() {
        return mistakes;
    }
}
