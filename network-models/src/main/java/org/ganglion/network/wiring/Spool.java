package org.ganglion.network.wiring;

/** Room outside memory for what lists hold: bytes are written once, and read again at any time and by any thread. */
public interface Spool {
    /** Sets aside so many bytes; returns where they begin. */
    long reserve(long size);

    /** Writes the first {@code count} bytes of an array. */
    void write(long position, byte[] bytes, int count);

    /** Reads {@code count} bytes to the beginning of an array. */
    void read(long position, byte[] out, int count);
}
