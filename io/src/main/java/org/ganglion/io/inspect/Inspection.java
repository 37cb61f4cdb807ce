package org.ganglion.io.inspect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What was found in one file: lines that tell what it holds, and everything that is wrong with it. */
public final class Inspection {
    private final List<String> lines = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    /** Adds a line about what there is. */
    public void tell(String line) {
        lines.add(line);
    }

    /**
     * Adds something that is wrong.
     *
     * @param where in the file; may be empty
     */
    public void wrong(String where, String what) {
        wrong.add(where.isEmpty() ? what : where + ": " + what);
    }

    public List<String> lines() {
        return Collections.unmodifiableList(lines);
    }

    public List<String> wrong() {
        return Collections.unmodifiableList(wrong);
    }
}
