package org.ganglion.distributed.protocol;

/**
 * What somebody asked last of a run: that it pauses, goes on for some steps and pauses again, or goes on.
 *
 * @param number counts what was asked, as far as the node knew that was asked
 * @param paused whether it shall stand still in the end
 * @param steps that a run that is paused shall go on before
 */
public record Holding(long number, boolean paused, long steps) {

    /** Nothing was asked. */
    public static final Holding NONE = new Holding(0, false, 0);

    /** The one that counts of two; of two that were asked at once, every node takes the same. */
    public Holding orLater(Holding other) {
        if (number != other.number) {
            return number > other.number ? this : other;
        }
        if (paused != other.paused) {
            return paused ? this : other;
        }
        return steps >= other.steps ? this : other;
    }

    /** What comes after this one. */
    public Holding next(boolean pause, long more) {
        return new Holding(number + 1, pause, more);
    }
}
