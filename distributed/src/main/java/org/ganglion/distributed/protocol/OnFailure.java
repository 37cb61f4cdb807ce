package org.ganglion.distributed.protocol;

/** What happens to a run when groups are lost. */
public enum OnFailure {
    /** They are built again elsewhere and continue from the last checkpoint, to the same spikes. */
    RECOVER,
    /** The run goes on without them, as a brain does. */
    SILENCE,
    /** The run ends and can be resumed from the last checkpoint. */
    STOP
}
