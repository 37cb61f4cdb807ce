package org.ganglion.cli.live;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be asked of a run. */
public enum LiveAction {
    /** All groups stop at one step. */
    PAUSE,
    /** All go on. */
    RESUME,
    /** A paused run goes on for some model time. */
    STEP,
    /** Saves itself. */
    CHECKPOINT,
    /** Ends where it is, with results. */
    STOP,
    /** Changes a parameter of a stimulus. */
    SET;

    /** As it stands in an address. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<LiveAction> of(String word) {
        return Arrays.stream(values()).filter(a -> a.word().equals(word)).findFirst();
    }
}
