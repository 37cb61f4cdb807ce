package org.ganglion.distributed.checkpoint;

import org.ganglion.network.Change;

/**
 * A parameter of a stimulus that is given another value while a run on nodes goes on.
 *
 * @param id given by whoever asked for it, unlike that of any other
 * @param step the first one with it; 0 until it is decided
 * @param stimulus its name, as in {@link Change}
 * @param value in the parameter's unit
 */
public record LiveChange(String id, long step, String stimulus, String parameter, double value) {

    /** The same, decided. */
    public LiveChange at(long decided) {
        return new LiveChange(id, decided, stimulus, parameter, value);
    }

    /** As it stands in a description of the network. */
    public Change change(double dtMs) {
        return new Change(0, stimulus, parameter, value).atStep(step, dtMs);
    }
}
