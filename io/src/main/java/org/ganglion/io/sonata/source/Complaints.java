package org.ganglion.io.sonata.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.ganglion.io.yaml.Position;

/** Everything that is wrong with a circuit, and what its reader should know of how it was taken. */
public final class Complaints {
    private final List<SonataException> errors = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    public void error(Position at, String path, String what) {
        errors.add(new SonataException(at, path, what));
    }

    public void error(SonataException error) {
        errors.add(error);
    }

    /** Something that was passed over or understood in one of several ways; said once. */
    public void note(String text) {
        notes.add(text);
    }

    /** Does a part of the reading; where it cannot be done, keeps the reason and goes on with what stands for nothing. */
    public <T> T attempt(Supplier<T> part, T nothing) {
        try {
            return part.get();
        } catch (SonataException e) {
            errors.add(e);
            return nothing;
        }
    }

    /** Does a part of the reading likewise. */
    public void attempt(Runnable part) {
        try {
            part.run();
        } catch (SonataException e) {
            errors.add(e);
        }
    }

    public boolean none() {
        return errors.isEmpty();
    }

    public List<SonataException> errors() {
        return Collections.unmodifiableList(errors);
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }
}
