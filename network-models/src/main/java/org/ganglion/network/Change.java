package org.ganglion.network;

/**
 * A parameter of a stimulus that has another value from some time on.
 *
 * @param atMs begin of the first step with it; counts from the start of the warm-up
 * @param stimulus name of the stimulus, or what several have in common before a slash: {@code ext} means {@code ext/E} too
 * @param parameter one of {@link Changeable}
 * @param value in the parameter's unit
 */
public record Change(double atMs, String stimulus, String parameter, double value) {

    /** Whether a stimulus is meant. */
    public boolean concerns(Stimulus other) {
        return other.name().equals(stimulus) || other.name().startsWith(stimulus + "/");
    }

    /** The first step with it. */
    public long step(double dtMs) {
        return Math.round(atMs / dtMs);
    }

    /** The same at the begin of a step. */
    public Change atStep(long step, double dtMs) {
        double ms = step * dtMs;
        return new Change(Math.rint(ms * 1e6) / 1e6, stimulus, parameter, value);
    }

    /** What is changed, as a path in the description. */
    public String path() {
        return "stimuli." + stimulus + "." + parameter;
    }
}
