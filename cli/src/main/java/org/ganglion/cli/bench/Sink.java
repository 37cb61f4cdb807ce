package org.ganglion.cli.bench;

/** Takes results that nobody needs, so that the compiler cannot leave out what led to them. */
final class Sink {
    private static volatile long kept;

    private Sink() {}

    static void keep(long value) {
        kept = value;
    }

    static long kept() {
        return kept;
    }
}
