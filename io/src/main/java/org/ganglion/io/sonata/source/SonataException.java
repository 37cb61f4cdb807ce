package org.ganglion.io.sonata.source;

import org.ganglion.io.yaml.Position;

/** Something in a file of a circuit that cannot be used; says where, what, and how it is put right. */
public final class SonataException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Position at;
    private final String path;
    private final String what;

    /** @param path keys of a JSON file joined by dots, or the path of a dataset; empty for a file as a whole */
    public SonataException(Position at, String path, String what) {
        super(at + ": " + (path.isEmpty() ? "" : path + ": ") + what, null, false, false);
        this.at = at;
        this.path = path;
        this.what = what;
    }

    public Position at() {
        return at;
    }

    public String path() {
        return path;
    }

    /** The message without the place. */
    public String what() {
        return what;
    }
}
