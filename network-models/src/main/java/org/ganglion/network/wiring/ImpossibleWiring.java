package org.ganglion.network.wiring;

/** A rule that turns out, while synapses are drawn, to ask for what cannot be. */
public final class ImpossibleWiring extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;

    /**
     * @param parameter name of the one at fault
     * @param message with value, place, what is allowed, and a remedy
     */
    public ImpossibleWiring(String parameter, String message) {
        super(message);
        this.parameter = parameter;
    }

    public String parameter() {
        return parameter;
    }

    /** What is at fault and why. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
