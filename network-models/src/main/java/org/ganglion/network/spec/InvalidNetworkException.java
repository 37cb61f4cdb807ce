package org.ganglion.network.spec;

import java.util.List;
import java.util.stream.Collectors;

/** A description that cannot be run; carries every problem found, not only the first. */
public final class InvalidNetworkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidNetworkException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
