package org.ganglion.distributed.wire;

/** The version of what nodes say to each other; nodes of different versions refuse each other. */
public final class WireVersion {
    /** Raised by whatever changes the meaning of an existing field of {@code wire.proto}. */
    public static final int CURRENT = 3;

    private WireVersion() {}
}
