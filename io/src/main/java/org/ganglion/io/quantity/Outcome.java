package org.ganglion.io.quantity;

/** What has become of an expression or of a name in it. */
public sealed interface Outcome {

    record Value(Quantity quantity) implements Outcome {}

    /**
     * A mistake to be reported.
     *
     * @param offset position in the text of the expression
     */
    record Mistake(String message, int offset) implements Outcome {}

    /** No value, because of a mistake that has been reported elsewhere. */
    record Broken() implements Outcome {}
}
