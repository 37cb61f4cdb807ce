package org.ganglion.io.sonata;

import java.util.List;
import java.util.stream.Collectors;
import org.ganglion.io.sonata.source.SonataException;

/** A circuit that cannot be read; carries every mistake found. */
public final class SonataErrors extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<SonataException> errors;

    SonataErrors(List<SonataException> errors) {
        super(errors.stream().map(SonataException::getMessage).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    public List<SonataException> errors() {
        return errors;
    }
}
