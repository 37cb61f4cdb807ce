package org.ganglion.distributed.faults;

/** A protocol broken on purpose. */
enum Mutant {
    NONE,
    /** What is missed is not asked for again. */
    NO_RE_REQUEST,
    /** A group continues one step after the one that its checkpoint is of. */
    CHECKPOINT_ONE_OFF,
    /** A group computes one step more than is known. */
    HORIZON_TOO_FAR,
    /** The checkpoint has not the spikes that are still on their way. */
    NO_SPIKES_IN_FLIGHT,
    /** Senders keep nothing of what they sent before the last checkpoint was called for. */
    FORGETFUL_SENDERS,
    /** A group changes a stimulus one step after the one that was decided. */
    CHANGE_ONE_OFF,
    /** A group takes spikes of those that do not know of a change, or know of one that it does not know. */
    ANY_REVISION
}
