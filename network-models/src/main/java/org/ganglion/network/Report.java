package org.ganglion.network;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ganglion.network.spec.Problem;

/** Problems found so far, each once, in the order in which they were found. */
final class Report {
    private final Set<Problem> problems = new LinkedHashSet<>();

    void add(String path, String message) {
        problems.add(new Problem(path, message));
    }

    /** How many have been found; the difference tells whether a check found any. */
    int count() {
        return problems.size();
    }

    List<Problem> problems() {
        return new ArrayList<>(problems);
    }
}
